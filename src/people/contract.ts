import type { Actor } from '#audit/contract'

/** Law: Order 711 art. 45 (a system of registration, review, handling, answer, archive). The three administrators are separated: GB/T 22239-2019. */
export const roles = [
  'author',
  'reviewer',
  'secrecy_reviewer',
  'publisher',
  'foi_officer',
  'correspondence_officer',
  'hotline_agent',
  'statistician',
  'supervisor',
  'system_administrator',
  'security_administrator',
  'audit_administrator',
] as const
export type Role = (typeof roles)[number]

export type Staff = {
  id: number
  username: string
  name: string
  departmentId: number | null
  roles: readonly Role[]
}

export const actorOf = (staff: Staff): Actor => ({ kind: 'staff', id: staff.id, name: staff.name })
