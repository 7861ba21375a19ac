import type { Module } from '#platform'
import { api } from './api.ts'
import { staffCreateCommand, staffResetCommand } from './staff-command.ts'

export { actorOf, type DeskCard, type Role, roles, type Staff } from './contract.ts'
export { createStaff } from './create-staff.ts'
export { describeDepartment } from './describe-department.ts'
export type { Desk } from './desk.ts'
export type { OpenWork } from './handover.ts'
export { type Action, assertCan, can } from './permissions.ts'
export { requireStaff } from './session.ts'

export const people = {
  name: 'people',
  api,
  commands: [staffCreateCommand, staffResetCommand],
} satisfies Module
