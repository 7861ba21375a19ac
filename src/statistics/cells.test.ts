import { beforeAll, describe, expect, it } from 'vitest'
import {
  applicantKinds,
  outcomes,
  remedyCells,
  remedyGroups,
  remedyTable,
  replies2014,
  replyRows2014,
  requestRows,
  requestTable,
} from '#foi'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { cellIndicators, figureOf, getIndicator, rowsOf, yearPeriod } from './index.ts'

// Every cell gets rows: each outcome and kind of applicant (some carried in), each detail, a withdrawn request, open ones, and
// remedies of each kind and result, some filed the year before, some decided the year after.
let platform: Platform
let made = 0
const details = ['already_public', 'provided', 'trade_secret', 'privacy', 'other_agency', 'does_not_exist']
const request = (more: object) => ({
  number: `c-${++made}`,
  channel: 'letter',
  applicant_kind: 'business',
  status: 'answered',
  received_on: day('2018-03-05'),
  answered_on: day('2018-03-14'),
  outcome: 'granted',
  closed_in_time: true,
  rules: '492',
  description_masked: '申请',
  ...more,
})
beforeAll(async () => {
  platform = await testPlatform()
  const carriedIn = { received_on: day('2017-12-20') }
  const open = { status: 'handling', answered_on: null, outcome: null, closed_in_time: null }
  const rows = [
    ...outcomes.flatMap((outcome, o) =>
      applicantKinds.flatMap((applicant_kind, k) => [
        request({ outcome, applicant_kind }),
        ...((o + k) % 2 ? [request({ outcome, applicant_kind, ...carriedIn })] : []),
      ]),
    ),
    ...outcomes.flatMap((outcome) => details.map((outcome_detail) => request({ outcome, outcome_detail }))),
    ...applicantKinds.map((applicant_kind) => request({ applicant_kind, ...open })),
  ]
  await platform.db.insertInto('foi_requests').values(rows).execute()
  const { id } = await platform.db
    .insertInto('foi_requests')
    .values(request({ outcome: 'other' }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const withdrawn = { request_id: id, kind: 'withdrawn', on_day: day('2018-03-14') }
  await platform.db.insertInto('foi_events').values(withdrawn).execute()
  const results = ['upheld', 'corrected', 'other'] as const
  const remedies = remedyGroups.flatMap((kind) => [
    ...results.map((result) => ({
      kind,
      filed_on: day('2018-02-01'),
      result,
      decided_on: day('2018-04-01'),
    })),
    { kind, filed_on: day('2018-11-01'), result: 'upheld', decided_on: day('2019-02-01') },
    { kind, filed_on: day('2018-12-01'), result: null, decided_on: null },
    { kind, filed_on: day('2017-12-01'), result: 'corrected', decided_on: day('2018-02-01') },
    { kind, filed_on: day('2017-02-01'), result: 'upheld', decided_on: day('2017-04-01') },
  ])
  await platform.db.insertInto('foi_remedies').values(remedies).execute()
})

/** The figure of a cell, and that its rows are as many. */
async function cell(key: string, year = 2018): Promise<number | null> {
  const [indicator, period] = [getIndicator(key), yearPeriod(year)]
  const { items } = await rowsOf(platform.db, indicator, period, { limit: 5000 })
  const figure = await figureOf(platform.db, indicator, period)
  expect([key, new Set(items.map(({ id }) => id)).size]).toEqual([key, figure])
  return figure
}

it('no cell of the forms is without rows here', async () => {
  expect(cellIndicators).toHaveLength(25 * 7 + (13 + 2) + 15 + 8)
  for (const { key } of cellIndicators) expect([key, (await cell(key)) ?? 0]).not.toEqual([key, 0])
})

it('table three: 25 × 7 cells, each the count of its own rows', async () => {
  const table = await requestTable(platform.db, 2018)
  for (const row of requestRows)
    for (const [at, kind] of [...applicantKinds, 'total'].entries())
      expect([row, kind, await cell(`requests.${row}.${kind}`)]).toEqual([row, kind, table[row][at]])
})

describe('the form of 2014', () => {
  it('三（三）: 13 rows; who withdrew was given no reply, nor who was given up on for a fee', async () => {
    const replies = await replies2014(platform.db, 2018)
    for (const row of replyRows2014)
      expect([row, await cell(`replies2014.${row}`)]).toEqual([row, replies[row]])
    const total = Object.values(replies).reduce((sum, count) => sum + count, 0)
    const unpaid = (await requestTable(platform.db, 2018)).other_fee_unpaid[6] ?? 0
    expect(await cell('replies2014.total')).toBe(total)
    expect(await cell('foi.replied')).toBe(total + 1 + unpaid)
    const refused = replyRows2014.filter((row) => row.startsWith('refused_'))
    expect(await cell('replies2014.refused')).toBe(refused.reduce((sum, row) => sum + replies[row], 0))
  })
  it.each([
    ['reconsideration', [6, 2, 1, 3]],
    ['lawsuit', [12, 4, 2, 6]],
  ] as const)('四、五: %s', async (kind, [total, corrected, upheld, other]) => {
    const read = (row: string) => cell(`remedies2014.${kind}.${row}`)
    expect([await read('total'), await read('corrected'), await read('upheld'), await read('other')]).toEqual(
      [total, corrected, upheld, other],
    )
  })
})

describe('table four', () => {
  it('15 cells, each the count of its own rows', async () => {
    const table = await remedyTable(platform.db, 2018)
    for (const group of remedyGroups)
      for (const [at, name] of remedyCells.entries())
        expect([group, name, await cell(`remedies.${group}.${name}`)]).toEqual([
          group,
          name,
          table[group][at],
        ])
  })
  it.each([
    // upheld, corrected, other, undecided on the last day, all
    [2017, [1, 0, 0, 1, 2]],
    [2018, [1, 2, 1, 2, 6]],
    [2019, [1, 0, 0, 1, 2]],
  ])('%i: what is undecided is carried over until its result', async (year, expected) => {
    expect((await remedyTable(platform.db, year)).reconsideration).toEqual(expected)
  })
})
