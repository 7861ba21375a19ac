import type { Module } from '#platform'
import { reportCommand } from './report-command.ts'

export { yearFigures } from './year-figures.ts'

export const annualReport = { name: 'annual-report', commands: [reportCommand] } satisfies Module
