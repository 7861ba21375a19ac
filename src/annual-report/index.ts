import type { Module } from '#platform'
import { api } from './api.ts'
import { figuresAreRows } from './figures-are-rows.ts'
import { pages } from './pages.ts'
import { reportCommand } from './report-command.ts'

export { decideReport, submitReport } from './approve-report.ts'
export { annualReportDesk } from './desk.ts'
export { readReport } from './read-report.ts'
export { recordItem } from './record-item.ts'
export { yearFigures } from './year-figures.ts'
export { yearTables } from './year-tables.ts'

export const annualReport = {
  name: 'annual-report',
  pages,
  api,
  commands: [reportCommand],
  verifications: [figuresAreRows],
} satisfies Module
