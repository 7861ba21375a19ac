import { refuse } from '#platform'
import { callIndicators } from './call-indicators.ts'
import { disclosureIndicators } from './disclosure-indicators.ts'
import type { Indicator } from './indicator.ts'
import { letterIndicators } from './letter-indicators.ts'
import { publicationIndicators } from './publication-indicators.ts'
import { requestCellIndicators, requestIndicators } from './request-indicators.ts'

/** Every indicator there is; a figure that is not here is printed nowhere. */
export const indicators: readonly Indicator[] = [
  ...publicationIndicators,
  ...disclosureIndicators,
  ...requestIndicators,
  ...letterIndicators,
  ...callIndicators,
]
/** Cells of the statutory tables; the tables count them in one pass, a click counts one. */
const cells: readonly Indicator[] = requestCellIndicators

/** Throws: Refusal not_found. */
export function getIndicator(key: string): Indicator {
  const indicator = [...indicators, ...cells].find((known) => known.key === key)
  if (!indicator) throw refuse('not_found')
  return indicator
}
