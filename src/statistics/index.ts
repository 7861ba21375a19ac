import type { Module } from '#platform'
import { api } from './api.ts'
import { pages } from './pages.ts'

export { breakdownOf, type Group, getDimension } from './breakdown.ts'
export { type Dimension, dimensions, subjectOf, valueText } from './dimension.ts'
export { rowsTable } from './export/export-table.ts'
export { countedBy, figureOf, yearEarlier, yearPeriod } from './figures.ts'
export type {
  CountedRow,
  CountIndicator,
  GrowthIndicator,
  Indicator,
  Period,
  SumIndicator,
} from './indicator.ts'
export { cellIndicators, getIndicator, indicators } from './indicators.ts'
export { countedRoute, countedUntil, keptAMinute } from './kept-a-minute.ts'
export { madeOf } from './made-of.ts'
export { partNameOf } from './part-names.ts'
export { publicAddressOf, type RowFilter, recordIdOf, rowsOf } from './rows.ts'
export { sourceText } from './source-text.ts'
export { listYears, yearToShow } from './years.ts'

export const statistics = { name: 'statistics', pages, api } satisfies Module
