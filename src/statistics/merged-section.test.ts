import { expect, it } from 'vitest'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { endSection } from '../publishing/end-section.ts'
import { breakdownOf, getDimension } from './breakdown.ts'
import { publishedFact, sectionInGroup } from './builders.ts'
import { figureOf, getIndicator, yearPeriod } from './index.ts'

it('a merge of sections changes no figure of the past, and the group goes on with the section that took over', async () => {
  const platform = await testPlatform({ now: '2019-02-01T10:00:00+08:00' })
  const publisher = await testStaff(platform, 'publisher')
  const from = await sectionInGroup(platform, 'old', 'finance_headlines')
  const to = await sectionInGroup(platform, 'new', 'government_affairs')
  for (const on of ['2018-03-01', '2018-03-02']) await publishedFact(platform, from, { on })
  await publishedFact(platform, to, { on: '2018-05-02' })
  const figures = async (year: number) => {
    const keys = ['finance_headline_columns', 'government_affairs_columns', 'government_affairs_column_count']
    const found = keys.map((key) =>
      figureOf(platform.db, getIndicator(`publications.${key}`), yearPeriod(year)),
    )
    return Promise.all(found)
  }
  const sections = async () => {
    const total = getIndicator('publications.total')
    const rows = await breakdownOf(platform.db, total, yearPeriod(2018), getDimension(total, 'section'))
    return rows.map(({ label, count }) => [label, count])
  }
  const before = [await figures(2018), await sections()]
  expect(before[0]).toEqual([2, 1, 1])
  await endSection(platform, publisher, from, { mergedIntoId: to })
  expect([await figures(2018), await sections()]).toEqual(before)
  await publishedFact(platform, to, { on: '2019-03-01' })
  expect(await figures(2019)).toEqual([1, 1, 1])
})
