import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, it } from 'vitest'
import { commandsIn } from '../../test/command.ts'
import { testPlatform } from '../../test/platform.ts'
import { importRequests } from '../foi/import-requests.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-report-'))
let databaseUrl: string
beforeAll(async () => {
  const platform = await testPlatform({ now: '2022-03-01T10:00:00+08:00' })
  databaseUrl = platform.databaseUrl
  const rows = [2018, 2020, 2021].flatMap((year) =>
    Array.from({ length: 13 }, (_, at) => ({
      number: `${year}-${at}`,
      received_on: `${year}-05-0${(at % 5) + 1}`,
      answered_on: `${year}-05-2${at % 5}`,
      channel: 'letter',
      applicant_kind: 'research',
      description: '申请公开资料',
      outcome: at < 4 ? 'granted' : at < 6 ? 'other_fee_unpaid' : 'other',
      outcome_detail: at < 3 ? 'already_public' : undefined,
    })),
  )
  const path = join(folder, 'foi.jsonl')
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join('\n'))
  await importRequests(platform, path)
})
const report = (...args: string[]) =>
  commandsIn({ DATABASE_URL: databaseUrl, DATA_DIR: folder })('report', ...args)

describe('gongkai report', () => {
  it('as a program of its own answers in its streams and its exit status', () => {
    const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: folder }
    const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/gongkai.js', 'report', 'year'], {
      env,
      encoding: 'utf8',
    })
    expect([status, stdout, stderr]).toEqual([2, '', 'gongkai: report needs one year, as 2018\n'])
  })

  it('writes each year on its form: the rows that tell the editions apart, with the figures', async () => {
    const old = (await report('2018')).stdout
    expect(old).toContain('　　1.属于已主动公开范围数 | 件 | 3 |')
    expect(old).toContain('　　8.告知通过其他途径办理数 | 件 | 7 |')
    expect((await report('2020')).stdout).toContain('　（六）其他处理 | 0 | 0 | 9 | 0 | 0 | 0 | 9 |')
    const now = (await report('2021')).stdout
    expect(now).toContain('　　2.申请人逾期未按收费通知要求缴纳费用 | 0 | 0 | 2 | 0 | 0 | 0 | 2 |')
    expect(now).toContain('一、本年新收政府信息公开申请数量 | 0 | 0 | 13 | 0 | 0 | 0 | 13 |')
    expect((await report('2021', '--form', '2014')).stdout).toContain('政府信息公开情况统计表（2021年度）')
  })

  it('gives figures and tables as JSON', async () => {
    const { year, form, figures, tables } = JSON.parse((await report('2021', '--format', 'json')).stdout)
    expect([year, form, figures['foi.received'], tables.requests.granted[6]]).toEqual([2021, '2021', 13, 4])
  })

  it('the Word file, opened again, says the same; so does the page', async () => {
    const out = join(folder, 'report.docx')
    expect((await report('2021', '--format', 'docx', '--out', out)).status).toBe(0)
    const { value } = await mammoth.extractRawText({ path: out })
    expect(value).toContain('收到政府信息公开申请13件')
    expect(value).toContain('四、结转下年度继续办理')
    const page = join(folder, 'report.html')
    await report('2021', '--format', 'html', '--out', page)
    expect(readFileSync(page, 'utf8')).toContain('收到政府信息公开申请13件')
  })

  it.each([
    [2, ['year']],
    [2, ['2018', '--form', '2015']],
    [2, ['2018', '--format', 'pdf']],
    [2, ['2018', '--format', 'docx']],
    [2, ['2018', '--what']],
    [1, ['2018', '--out', '/nowhere/report.md']],
  ])('exits %i on %j and says why', async (status, args) => {
    const answer = await report(...args)
    expect([answer.status, answer.stdout]).toEqual([status, ''])
    expect(answer.stderr).toContain('gongkai: ')
  })
})
