import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { readNoticeFile } from './read-notice-file.ts'

const head = {
  source: '国务院办公厅关于2027年部分节假日安排的通知',
  documentNumber: '国办发明电〔2026〕9号',
  issuedOn: '2026-11-05',
  url: 'https://www.gov.cn/zhengce/',
}
const days = [
  { day: '2027-01-01', kind: 'off', name: '元旦' },
  { day: '2027-02-06', kind: 'off', name: '春节' },
  { day: '2027-02-14', kind: 'make_up', name: '春节' },
]
const csv = [
  '日期,类型,名称,通知名称,文号,发布日期,网址',
  `2027-01-01,放假,元旦,${head.source},${head.documentNumber},2026年11月5日,${head.url}`,
  '2027/2/6,休,春节,,,,',
  '2027年2月14日,调休上班,春节,,,,',
].join('\r\n')
const whole = { ...head, year: 2027, days, bad: [] }

it('reads CSV in UTF-8, with the ways in which people write a day', async () => {
  expect(await readNoticeFile({ name: 'a.csv', bytes: Buffer.from(`\uFEFF${csv}`) })).toEqual(whole)
})

it('reads what Excel on a Chinese Windows saves as CSV (GB 18030)', async () => {
  // 日期,类型,名称 / 2027-01-01,放假,元旦
  const bytes = Buffer.from('c8d5c6da2cc0e0d0cd2cc3fbb3c60a323032372d30312d30312cb7c5bcd92cd4aab5a90a', 'hex')
  expect((await readNoticeFile({ name: 'a.csv', bytes })).days).toEqual([days[0]])
})

it('reads JSON, as rows or as a notice with its days', async () => {
  const notice = {
    source: head.source,
    document_number: head.documentNumber,
    issued_on: head.issuedOn,
    url: head.url,
  }
  const rows = days.map((row) => ({ ...row, ...notice }))
  for (const given of [rows, { ...notice, days }])
    expect(await readNoticeFile({ name: 'a.json', bytes: Buffer.from(JSON.stringify(given)) })).toEqual(whole)
})

it('reads XLSX with real dates', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'gongkai-notice-')), 'a.xlsx')
  const cells = [
    ['日期', '类型', '名称'].map((value) => ({ value })),
    [
      { value: new Date('2027-01-01T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
      { value: '放假' },
      { value: '元旦' },
    ],
  ]
  await writeExcelFile(cells as never).toFile(path)
  expect((await readNoticeFile({ name: 'a.xlsx', bytes: readFileSync(path) })).days).toEqual([days[0]])
})

it('names each bad line and keeps the good ones', async () => {
  const bad = [
    '日期,类型,名称',
    '2027-02-30,放假,春节',
    '2027-02-06,放假,春节',
    '2027-02-07,放假,',
    '2027-02-08,开会,春节',
    '2027-02-06,放假,春节',
    '2027-02-09,上班,春节',
  ].join('\n')
  const draft = await readNoticeFile({ name: 'a.csv', bytes: Buffer.from(bad) })
  expect(draft.days).toEqual([days[1]])
  expect(draft.bad).toEqual([
    { line: 2, reason: '日期“2027-02-30”不对，应当像 2026-10-01' },
    { line: 4, reason: '缺少节日名称，或者超过30字' },
    { line: 5, reason: '类型“开会”不对，应当是“放假”或者“上班”' },
    { line: 6, reason: '2027-02-06 重复出现' },
    { line: 7, reason: '2027-02-09 本来就是周一至周五，不会是调休上班' },
  ])
})

it.each([
  ['a.pdf', 'x'],
  ['a.json', '{'],
  ['a.xlsx', 'no sheet'],
  ['a.csv', '日期,类型,名称\n'],
])('refuses %s that is none of these: notice_file_unreadable', async (name, text) => {
  await expect(readNoticeFile({ name, bytes: Buffer.from(text) })).rejects.toMatchObject({
    code: 'notice_file_unreadable',
  })
})
