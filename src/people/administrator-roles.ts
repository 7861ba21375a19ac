import type { Role } from './contract.ts'

export const administratorRoles: readonly Role[] = [
  'system_administrator',
  'security_administrator',
  'audit_administrator',
]

export const isAdministrator = (roles: readonly Role[]) =>
  administratorRoles.some((role) => roles.includes(role))
