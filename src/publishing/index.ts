import type { Module } from '#platform'

export { countsAsDisclosure } from './disclosure.ts'
export { preCheck } from './pre-check.ts'
export { publishDue } from './schedule.ts'

export const publishing = { name: 'publishing' } satisfies Module
