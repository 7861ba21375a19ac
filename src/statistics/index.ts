import type { Module } from '#platform'

export { figureOf, rowsOf, yearPeriod } from './figures.ts'
export type { CountedRow, CountIndicator, GrowthIndicator, Indicator, Period } from './indicator.ts'
export { getIndicator, indicators } from './indicators.ts'

export const statistics = { name: 'statistics' } satisfies Module
