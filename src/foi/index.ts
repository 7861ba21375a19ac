import type { Module } from '#platform'
import { dueCommand } from './due-command.ts'

export { type ClockEvent, clockEvent } from './clock/event.ts'
export { type DueDate, explainDueDate } from './clock/explain.ts'
export { type RulePack, rulePackFor, rulePacks } from './clock/rule-pack.ts'

export const foi = { name: 'foi', commands: [dueCommand] } satisfies Module
