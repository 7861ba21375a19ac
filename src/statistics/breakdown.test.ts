import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { importCalls } from '../hotline/import-calls.ts'
import { breakdownOf, getDimension } from './breakdown.ts'
import { publishedFact, sectionInGroup } from './builders.ts'
import { dimensions, subjectOf } from './dimension.ts'
import {
  countedBy,
  figureOf,
  getIndicator,
  indicators,
  publicAddressOf,
  rowsOf,
  yearPeriod,
} from './index.ts'
import { listYears, yearToShow } from './years.ts'

let platform: Platform
beforeAll(async () => {
  platform = await testPlatform({ now: '2019-02-01T10:00:00+08:00' })
  const news = await sectionInGroup(platform, 'news', 'finance_headlines')
  const data = await sectionInGroup(platform, 'data', 'finance_statistics_and_features')
  await platform.db
    .insertInto('section_group_members')
    .values({ group_key: 'finance_statistics_and_features', section_id: news })
    .execute()
  for (const on of ['2017-03-09', '2018-03-01', '2018-03-02', '2018-11-30'])
    await publishedFact(platform, news, { on, channels: ['website', 'weibo'] })
  await publishedFact(platform, data, { on: '2018-11-02' })
  const file = join(mkdtempSync(join(tmpdir(), 'gongkai-breakdown-')), 'calls.jsonl')
  const call = { kind: 'policy_consultation', content: '问题', answer: '答复', topic: '预算' }
  const calls = ['09:05', '09:59', '16:00'].map((time, id) => ({
    ...call,
    id,
    called_at: `2018-05-07T${time}:00`,
  }))
  writeFileSync(file, calls.map((row) => JSON.stringify(row)).join('\n'))
  await importCalls(platform, file)
})

const groups = async (key: string, by: string) => {
  const indicator = getIndicator(key)
  const found = await breakdownOf(platform.db, indicator, yearPeriod(2018), getDimension(indicator, by))
  return found.map(({ label, count, before }) => [label, count, before])
}

it('groups a figure by month beside the same month a year earlier', async () => {
  const months = await groups('publications.total', 'month')
  expect(months).toHaveLength(12)
  expect(months.filter(([, count]) => count !== 0)).toEqual([
    ['2018-03', 2, 1],
    ['2018-11', 2, 0],
  ])
})

it('a row counts once in each group of sections that it is in, the largest first', async () => {
  expect(await groups('publications.total', 'section_group')).toEqual([
    ['finance_statistics_and_features', 4, 1],
    ['finance_headlines', 3, 1],
  ])
  expect(await groups('disclosure.total', 'channel')).toEqual([
    ['政府网站', 4, 1],
    ['政务微博', 3, 1],
  ])
  expect(await groups('publications.total', 'department')).toEqual([['未注明', 4, 1]])
})

it('groups calls by the hour of the Shanghai day', async () => {
  expect(await groups('hotline.answered', 'hour')).toEqual([
    ['09', 2, 0],
    ['16', 1, 0],
  ])
})

const grouped = indicators.flatMap((indicator) =>
  dimensions[subjectOf(countedBy(indicator))].map(({ key }) => [indicator.key, key] as const),
)
it.each(grouped)('%s by %s: the rows of each group are as many as it says', async (key, by) => {
  const indicator = getIndicator(key)
  const dimension = getDimension(indicator, by)
  for (const { value, count } of await breakdownOf(platform.db, indicator, yearPeriod(2018), dimension)) {
    const page = { limit: 1000, filter: { dimension, value } }
    const { items } = await rowsOf(platform.db, indicator, yearPeriod(2018), page)
    expect([value, items.length]).toEqual([value, count])
  }
})

it('a delivery leads to its article, a section and a request to no page of an article', async () => {
  const delivered = getIndicator('disclosure.weibo')
  const { items } = await rowsOf(platform.db, delivered, yearPeriod(2018))
  const article = await platform.db
    .selectFrom('published_articles')
    .select('article_id')
    .where('published_on', '=', day('2018-03-01'))
    .executeTakeFirstOrThrow()
  expect(items[0] && publicAddressOf(delivered, items[0])).toBe(`/articles/${article.article_id}`)
  const row = { id: 1, title: '', day: null }
  expect(publicAddressOf(getIndicator('publications.government_affairs_column_count'), row)).toBeUndefined()
  expect(publicAddressOf(getIndicator('foi.received'), row)).toBeUndefined()
})

it('an unknown way to group does not exist; only years with records do', async () => {
  expect(() => getDimension(getIndicator('publications.total'), 'mailbox')).toThrow(/没有找到/)
  expect(await listYears(platform.db)).toEqual([2018, 2017])
  expect(yearToShow([2019, 2018], day('2019-02-01'))).toBe(2018)
  expect(yearToShow([2019], day('2019-02-01'))).toBe(2019)
  expect(await figureOf(platform.db, getIndicator('publications.total'), yearPeriod(2018))).toBe(4)
})
