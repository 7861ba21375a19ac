import type { Module } from '#platform'

export { actorOf, type Role, roles, type Staff } from './contract.ts'
export { type Action, assertCan, can } from './permissions.ts'
export { requireStaff } from './session.ts'

export const people = { name: 'people' } satisfies Module
