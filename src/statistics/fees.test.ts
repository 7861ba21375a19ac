import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { breakdownOf, getDimension } from './breakdown.ts'
import { groupsTable, rowsTable } from './export/export-table.ts'
import { figureOf, getIndicator, rowsOf, yearPeriod } from './index.ts'
import { readRows } from './read-statistics.ts'

const fees = getIndicator('foi.fees_charged_yuan')
const year = yearPeriod(2018)
let platform: Platform
let requestId: number
beforeAll(async () => {
  platform = await testPlatform()
  const { id } = await platform.db
    .insertInto('foi_requests')
    .values({
      number: '2018-7',
      channel: 'letter',
      applicant_kind: 'business',
      status: 'answered',
      received_on: day('2017-12-20'),
      rules: '492',
      description_masked: '申请',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  requestId = id
  const event = (kind: string, on: string, detail: object) => ({
    request_id: id,
    kind,
    on_day: day(on),
    detail: JSON.stringify(detail),
  })
  await platform.db
    .insertInto('foi_events')
    .values([
      event('costs_paid', '2017-12-31', { amount: 1000 }),
      event('fee_notice', '2018-01-02', { amount: 700 }),
      event('fee_paid', '2018-01-05', {}),
      event('fee_notice', '2018-05-02', { amount: 40 }), // asked for, never paid
      ...Array.from({ length: 3 }, () => event('costs_paid', '2018-03-01', { amount: 0.1 })),
      event('costs_paid', '2019-01-01', { amount: 1000 }),
    ])
    .execute()
})

it('adds up what was paid in the year, to the cent: 700 + 0.1 + 0.1 + 0.1', async () => {
  expect(await figureOf(platform.db, fees, year)).toBe(700.3)
  expect(await figureOf(platform.db, fees, yearPeriod(2016))).toBe(0)
})

it('a click shows each payment with its amount and leads to the request', async () => {
  const { items } = await rowsOf(platform.db, fees, year)
  expect(items.map(({ title, day: on, amount }) => [title, on, amount])).toEqual([
    ['2018-7（700.00元）', '2018-01-05', 700],
    ...Array.from({ length: 3 }, () => ['2018-7（0.10元）', '2018-03-01', 0.1]),
  ])
  const reader = await testStaff(platform, 'statistician')
  const rows = await readRows(platform, reader, { ...year, key: fees.key, value: '', after: 0 })
  expect(new Set(rows.items.map(({ recordId }) => recordId))).toEqual(new Set([requestId]))
})

it('months add up amounts, and a month opens its own rows; the file has the amounts', async () => {
  const month = getDimension(fees, 'month')
  const groups = await breakdownOf(platform.db, fees, year, month)
  expect(groups.filter(({ count }) => count > 0).map(({ value, count }) => [value, count])).toEqual([
    ['2018-01', 700],
    ['2018-03', 0.3],
  ])
  expect(groups.find(({ value }) => value === '2018-12')?.before).toBe(1000)
  const march = { dimension: month, value: '2018-03' }
  expect((await rowsOf(platform.db, fees, year, { filter: march })).items).toHaveLength(3)
  const table = rowsTable(platform.db, fees, year, march)
  const cells: (string | number | null)[][] = []
  for await (const row of table.rows) cells.push([...row])
  expect(cells.map((row) => row[3])).toEqual([0.1, 0.1, 0.1])
  expect(table.columns.at(-1)?.title).toBe('金额（元）')
})

it('the difference in the file of groups is to the cent: 0.3 - 0.1', async () => {
  const month = getDimension(fees, 'month')
  const table = groupsTable(month, [{ value: '2018-03', label: '2018-03', count: 0.3, before: 0.1 }])
  const cells: unknown[] = []
  for await (const row of table.rows) cells.push(...row)
  expect(cells).toEqual(['2018-03', 0.3, 0.1, 0.2])
})
