import type { Role } from '#people/contract'

/** As the API answers. */
export type StaffView = {
  id: number
  username: string
  name: string
  active: boolean
  department: string | null
  departmentId: number | null
  roles: Role[]
  locked: boolean | null
  secondFactor: boolean | null
  /** The security administrator permits to reset or close this administrator's account. */
  changePermitted: boolean | null
  /** Bound to an identity of the single sign-on. */
  bound: boolean
  seenAt: string | null
}
export type DepartmentView = {
  id: number
  code: string
  name: string
  phone: string | null
  duties: string | null
  position: number
  active: boolean
  supervisorId: number | null
  supervisor: string | null
  staffCount: number
}
