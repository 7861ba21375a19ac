import { beforeAll, expect, it } from 'vitest'
import { applicantKinds, requestTable } from '#foi'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { publishedFact, repealedFact, sectionInGroup } from './builders.ts'
import { figureOf, getIndicator, indicators, rowsOf, yearPeriod } from './index.ts'

let platform: Platform
let headlines: number

beforeAll(async () => {
  platform = await testPlatform()
  headlines = await sectionInGroup(platform, 'headlines', 'finance_headlines')
  const affairs = await sectionInGroup(platform, 'affairs', 'government_affairs')
  for (const on of ['2017-12-31', '2017-06-01', '2019-01-01'])
    await publishedFact(platform, headlines, { on })
  for (const on of ['2018-01-01', '2018-12-31']) await publishedFact(platform, headlines, { on })
  await publishedFact(platform, affairs, {
    on: '2018-05-05',
    kind: 'normative_document',
    channels: ['website', 'weibo'],
  })
  await publishedFact(platform, affairs, { on: '2018-05-06', counts: false, channels: ['website', 'wechat'] })
})

const figure = (key: string, year = 2018) => figureOf(platform.db, getIndicator(key), yearPeriod(year))

it.each([
  ['publications.total', 4],
  ['publications.growth_percent', 100], // 4 after 2
  ['publications.finance_headline_columns', 2],
  ['publications.government_affairs_columns', 2],
  ['publications.government_affairs_column_count', 1],
  ['policy.normative_documents', 1],
  ['disclosure.total', 4], // three on the website, one of them on Weibo too; what does not count is not there
  ['disclosure.website', 3],
  ['disclosure.weibo', 1],
  ['disclosure.wechat', 0],
])('%s is %d in 2018', async (key, expected) => {
  expect(await figure(key)).toBe(expected)
})

it.each(indicators.filter((i) => i.kind === 'count'))(
  '$key: the rows are as many as the figure says',
  async (indicator) => {
    const { items } = await rowsOf(platform.db, indicator, yearPeriod(2018))
    expect(items).toHaveLength((await figure(indicator.key)) as number)
  },
)

it('growth over an empty year is no number', async () => {
  expect(await figure('publications.growth_percent', 2017)).toBeNull()
})

it('one row changed is one figure changed, and the rows page by id', async () => {
  const before = (await figure('publications.finance_headline_columns')) as number
  await publishedFact(platform, headlines, { on: '2018-07-01' })
  expect(await figure('publications.finance_headline_columns')).toBe(before + 1)
  const indicator = getIndicator('publications.finance_headline_columns')
  const first = await rowsOf(platform.db, indicator, yearPeriod(2018), { limit: 2 })
  const second = await rowsOf(platform.db, indicator, yearPeriod(2018), { limit: 2, after: first.next ?? 0 })
  expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null])
  expect(() => getIndicator('publications.unknown')).toThrow(/没有找到/)
})

it('a cell of table three is the count of the rows that its own indicator shows', async () => {
  const rows = [
    ['1', '2018-02-01', '2018-02-20', 'granted', 'business'],
    ['2', '2017-12-20', '2018-01-05', 'other', 'business'],
    ['3', '2018-12-20', null, null, 'natural_person'],
  ] as const
  await platform.db
    .insertInto('foi_requests')
    .values(
      rows.map(([number, received, answered, outcome, applicant_kind]) => ({
        number,
        channel: 'letter',
        applicant_kind,
        status: answered ? 'answered' : 'handling',
        received_on: day(received),
        answered_on: answered && day(answered),
        outcome,
        rules: '492',
        description_masked: '申请',
      })),
    )
    .execute()
  const table = await requestTable(platform.db, 2018)
  for (const [row, cells] of Object.entries(table))
    for (const [column, kind] of [...applicantKinds, 'total'].entries())
      expect([row, kind, await figure(`requests.${row}.${kind}`)]).toEqual([row, kind, cells[column]])
  expect(table.total[6]).toBe(2)
  expect(await figure('foi.reply_rate_percent')).toBe(50)
})

/** Both ways to court count as a lawsuit; one-row.test.ts moves every other figure. */
it.each([
  ['foi.complaints', 'complaint'],
  ['foi.reconsiderations', 'reconsideration'],
  ['foi.lawsuits', 'lawsuit_direct'],
  ['foi.lawsuits', 'lawsuit_after_reconsideration'],
])('%s rises by one with a %s, in the year in which it is filed', async (key, kind) => {
  const before = Number(await figure(key))
  const filed = ['2018-03-01', '2019-01-01'].map((on) => ({ kind, filed_on: day(on) }))
  await platform.db.insertInto('foi_remedies').values(filed).execute()
  expect(await figure(key)).toBe(before + 1)
})

it('tells what was in force at the end of a year, whatever happened to a document since', async () => {
  const before = [2017, 2018].map((year) => figure('policy.normative_in_force', year))
  const [then = 0, now = 0] = (await Promise.all(before)) as number[]
  const id = await publishedFact(platform, headlines, { on: '2016-03-01', kind: 'normative_document' })
  await repealedFact(platform, id, '2018-12-31')
  expect(await figure('policy.normative_in_force', 2017)).toBe(then + 1)
  expect(await figure('policy.normative_in_force', 2018)).toBe(now)
  expect(await figure('policy.normative_repealed', 2018)).toBe(1)
  expect(await figure('policy.normative_repealed', 2017)).toBe(0)
})
