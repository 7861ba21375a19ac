import type { Module } from '#platform'

export type { Actor, AuditFact } from './contract.ts'
export { record } from './record.ts'

export const audit = { name: 'audit' } satisfies Module
