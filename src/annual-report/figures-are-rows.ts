import type { Platform, Verification } from '#platform'
import type { Db } from '#platform/db'
import { figureOf, type Indicator, indicators, listYears, rowsOf, yearPeriod } from '#statistics'

const rowsPerRead = 5000

/** For `gongkai verify`: each figure of each year is as many as the rows that a reader can open, none of them twice. */
export const figuresAreRows: Verification = { name: 'report figures', run: findFalseFigure }

async function findFalseFigure({ db }: Platform): Promise<string | undefined> {
  for (const year of await listYears(db))
    for (const indicator of indicators) {
      if (indicator.kind !== 'count') continue
      const figure = await figureOf(db, indicator, yearPeriod(year))
      const rows = await countRows(db, indicator, year)
      if (figure !== rows) return `${indicator.key} of ${year} is ${figure}, its rows are ${rows}`
    }
  return undefined
}

async function countRows(db: Db, indicator: Indicator, year: number): Promise<number> {
  const seen = new Set<number>()
  for (let after = 0, more = true; more; ) {
    const { items, next } = await rowsOf(db, indicator, yearPeriod(year), { after, limit: rowsPerRead })
    for (const { id } of items) seen.add(id)
    more = next !== null
    after = next ?? after
  }
  return seen.size
}
