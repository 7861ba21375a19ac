import { refuse } from '#platform'
import { callIndicators } from './call-indicators.ts'
import { chatIndicators } from './chat-indicators.ts'
import { disclosureIndicators } from './disclosure-indicators.ts'
import { feeIndicators } from './fee-indicators.ts'
import type { CountIndicator, Indicator } from './indicator.ts'
import { letterIndicators } from './letter-indicators.ts'
import { publicationIndicators } from './publication-indicators.ts'
import { remedyCellIndicators, remedyCells2014 } from './remedy-cells.ts'
import { replyCellIndicators, requestCellIndicators } from './request-cells.ts'
import { requestIndicators } from './request-indicators.ts'

/** Every indicator there is; a figure that is not here is printed nowhere. */
export const indicators: readonly Indicator[] = [
  ...publicationIndicators,
  ...disclosureIndicators,
  ...requestIndicators,
  ...feeIndicators,
  ...letterIndicators,
  ...callIndicators,
  ...chatIndicators,
]
/** Cells of the statutory tables; the tables count them in one pass, a click counts one. */
export const cellIndicators: readonly CountIndicator[] = [
  ...requestCellIndicators,
  ...replyCellIndicators,
  ...remedyCellIndicators,
  ...remedyCells2014,
]

/** Throws: Refusal not_found. */
export function getIndicator(key: string): Indicator {
  const indicator = [...indicators, ...cellIndicators].find((known) => known.key === key)
  if (!indicator) throw refuse('not_found')
  return indicator
}
