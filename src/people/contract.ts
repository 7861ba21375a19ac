import { z } from 'zod'
import type { Actor } from '#audit/contract'
import type { Day } from '#platform/clock'

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

/** How a session was opened. */
export type SignInWay = 'password' | 'single_sign_on'

export const actorOf = (staff: Staff): Actor => ({ kind: 'staff', id: staff.id, name: staff.name })

const text = z.string().trim().min(1).max(100)
export const username = z
  .string()
  .regex(/^[a-z][a-z0-9._-]{1,49}$/, '用户名由小写字母、数字、点、横线组成，以字母开头。')
/** A password longer than this only costs the server time. */
const password = z.string().min(1).max(200)

export const signInInput = z.object({
  username: z.string().max(50),
  password,
  /** Six digits of the app, or a recovery code. */
  code: z.string().trim().min(6).max(20).optional(),
})
export type SignInInput = z.infer<typeof signInInput>

export const changePasswordInput = z.object({ oldPassword: password, newPassword: password })
export type ChangePasswordInput = z.infer<typeof changePasswordInput>

export const departmentInput = z.object({
  code: z.string().regex(/^[a-z0-9-]{1,30}$/, '代码由小写字母、数字和横线组成。'),
  name: text,
  phone: z.string().trim().max(50).nullable().default(null),
  duties: z.string().trim().max(1000).nullable().default(null),
  position: z.number().int().min(0).max(9999).default(0),
  active: z.boolean().default(true),
  supervisorId: z.number().int().positive().nullable().default(null),
})
export type DepartmentInput = z.infer<typeof departmentInput>

export const signInRulesInput = z.object({ secondFactorRoles: z.array(z.enum(roles)).max(roles.length) })
export type SignInRulesInput = z.infer<typeof signInRulesInput>

export const staffStates = ['active', 'inactive', 'locked', 'idle'] as const
export const staffListQuery = z.object({
  text: z.string().trim().max(50).optional(),
  role: z.enum(roles).optional(),
  departmentId: z.coerce.number().int().positive().optional(),
  state: z.enum(staffStates).optional(),
})
export type StaffListQuery = z.infer<typeof staffListQuery>

export const rolesInput = z.object({ roles: z.array(z.enum(roles)).max(roles.length) })
export const newStaff = rolesInput.extend({
  username,
  name: text,
  departmentId: z.number().int().positive().nullable().default(null),
})
export type NewStaff = z.infer<typeof newStaff>

/** What the console knows of the person in front of it. `can` lists permitted actions. */
export type Me = {
  id: number
  username: string
  name: string
  roles: readonly Role[]
  can: readonly string[]
  mustChangePassword: boolean
  /** A role of theirs asks for a second factor and there is none yet. */
  mustEnrolSecondFactor: boolean
}

/** One number on the desk: what waits, since when, until when, and the way there. */
export type DeskCard = {
  key: string
  group: string
  label: string
  href: string
  count: number
  unit: string
  overdue?: number
  nextDue?: Day | null
  oldest?: Day | null
  note?: string
}
