import type { Module } from '#platform'
import { pages } from './pages.ts'
import { reportCommand } from './report-command.ts'

export { yearFigures } from './year-figures.ts'
export { yearTables } from './year-tables.ts'

export const annualReport = { name: 'annual-report', pages, commands: [reportCommand] } satisfies Module
