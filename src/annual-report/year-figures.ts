import type { Db, Tx } from '#platform/db'
import { figureOf, indicators, yearPeriod } from '#statistics'

/** Every figure of a year, by indicator key. */
export async function yearFigures(db: Db | Tx, year: number): Promise<Record<string, number | null>> {
  const figures: Record<string, number | null> = {}
  for (const indicator of indicators) figures[indicator.key] = await figureOf(db, indicator, yearPeriod(year))
  return figures
}
