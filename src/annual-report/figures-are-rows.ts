import type { Platform, Verification } from '#platform'
import type { Db } from '#platform/db'
import { everyRow } from '#platform/table'
import {
  figureOf,
  getIndicator,
  type Indicator,
  indicators,
  listYears,
  rowsOf,
  yearPeriod,
} from '#statistics'
import { composeReport } from './documents/compose.ts'
import { readReportData } from './report-data.ts'

const rowsPerRead = 5000
const cents = 100

/** For `gongkai verify`: each figure of each year, and each cell that its report prints, is as many as the rows that a reader can open, or what they add up to, none of them twice. */
export const figuresAreRows: Verification = { name: 'report figures', run: findFalseFigure }

async function findFalseFigure({ db }: Platform): Promise<string | undefined> {
  for (const year of await listYears(db)) {
    const wrong = await findFalseCell(db, year)
    if (wrong) return wrong
    for (const indicator of indicators) {
      if (indicator.kind !== 'count' && indicator.kind !== 'sum') continue
      const figure = await figureOf(db, indicator, yearPeriod(year))
      const rows = await addRows(db, indicator, year)
      if (figure !== rows) return `${indicator.key} of ${year} is ${figure}, its rows are ${rows}`
    }
  }
  return undefined
}

/** The tables are counted in one pass, their rows one cell at a time: two ways to the same number. */
async function findFalseCell(db: Db, year: number): Promise<string | undefined> {
  const { sections } = composeReport(await readReportData(db, year))
  const cells = sections.flatMap(({ tables }) =>
    tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)),
  )
  for (const cell of cells) {
    if (cell === null || typeof cell !== 'object' || checked.has(cell.key)) continue
    const rows = await addRows(db, getIndicator(cell.key), year)
    if (cell.count !== rows) return `${cell.key} of ${year} is ${cell.count}, its rows are ${rows}`
  }
  return undefined
}
const checked = new Set(indicators.map(({ key }) => key))

/** How many, or how much to the cent. */
async function addRows(db: Db, indicator: Indicator, year: number): Promise<number> {
  const seen = new Map<number, number>()
  const rows = everyRow((after: number | undefined) =>
    rowsOf(db, indicator, yearPeriod(year), { after: after ?? 0, limit: rowsPerRead }),
  )
  for await (const { id, amount } of rows) seen.set(id, amount ?? 0)
  if (indicator.kind !== 'sum') return seen.size
  return [...seen.values()].reduce((sum, amount) => sum + Math.round(amount * cents), 0) / cents
}
