import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { createApp } from '../../src/app.ts'
import { testPlatform } from '../../test/platform.ts'
import { composeReport } from './documents/compose.ts'
import { cellText } from './documents/document.ts'
import { figuresAreRows } from './figures-are-rows.ts'
import { readReportData } from './report-data.ts'

const name = '七、依申请公开信息收取的费用'
let platform: Platform
beforeAll(async () => {
  platform = await testPlatform({ now: '2019-01-15T10:00:00+08:00' })
  const { id } = await platform.db
    .insertInto('foi_requests')
    .values({
      number: '2018-3',
      channel: 'letter',
      applicant_kind: 'business',
      status: 'answered',
      received_on: day('2018-03-05'),
      answered_on: day('2018-03-14'),
      outcome: 'granted',
      closed_in_time: true,
      rules: '492',
      description_masked: '申请',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const costs = [12_000.07, 345.6].map((amount) => ({
    request_id: id,
    kind: 'costs_paid',
    on_day: day('2018-03-12'),
    detail: JSON.stringify({ amount }),
  }))
  await platform.db.insertInto('foi_events').values(costs).execute()
})

async function lineOf(year: number) {
  const { sections } = composeReport(await readReportData(platform.db, year, '2014'))
  const rows = sections.flatMap(({ tables }) => tables.flatMap((table) => table.rows))
  const [unit = null, cell = null] = rows.find((row) => row.name === name)?.cells ?? []
  const words = sections.flatMap(({ paragraphs }) => paragraphs).filter((text) => text.includes('复制、邮寄'))
  return { unit, cell, text: cellText(cell), words }
}

it('part seven of the form of 2014 is counted in yuan and printed in 万元, to the cent', async () => {
  expect(await lineOf(2018)).toEqual({
    unit: '万元',
    cell: { count: 1.234567, key: 'foi.fees_charged_yuan' },
    text: '1.234567',
    words: ['2018年收取检索、复制、邮寄等费用共1.234567万元。'],
  })
  expect(await lineOf(2017)).toMatchObject({ text: '0', words: ['2017年未收取检索、复制、邮寄等费用。'] })
})

it('a click on it opens the payments, on the site and as CSV', async () => {
  const app = await createApp(platform)
  const get = async (url: string) => (await app.inject(url)).body
  expect(await get('/reports/2018/document')).toContain(
    '<a href="/reports/2018/foi.fees_charged_yuan">1.234567</a>',
  )
  const rows = await get('/reports/2018/foi.fees_charged_yuan')
  expect(rows).toContain('<strong>12345.67</strong> 元')
  expect(rows).toContain('2018-3（12000.07元）')
  expect(rows).toContain('2018-3（345.60元）')
  expect(await get('/reports/2018/foi.fees_charged_yuan/rows.csv')).toContain('345.6')
})

it('gongkai verify adds up the rows themselves', async () => {
  expect(await figuresAreRows.run(platform)).toBeUndefined()
})
