import { refuse } from '#platform'
import type { Role, Staff } from './contract.ts'

/** Who may do what; the one table. An action is `module.verb`. */
export const permissions = {
  'publishing.write': ['author'],
  'publishing.review': ['reviewer'],
  'publishing.review_secrecy': ['secrecy_reviewer'],
  'publishing.publish': ['publisher'],
  'publishing.withdraw': ['publisher'],
  'publishing.manage_sections': ['publisher', 'system_administrator'],
  'publishing.read': ['author', 'reviewer', 'secrecy_reviewer', 'publisher', 'statistician', 'supervisor'],
  'organisation.manage': ['publisher', 'system_administrator'],
  'site_errors.handle': ['correspondence_officer', 'publisher'],
  'foi.handle': ['foi_officer'],
  'foi.approve': ['supervisor'],
  'foi.review_law': ['foi_officer', 'supervisor'],
  'foi.read': ['foi_officer', 'supervisor'],
  'foi.read_applicant': ['foi_officer'],
  'letters.handle': ['correspondence_officer'],
  'letters.approve': ['supervisor'],
  'letters.configure': ['supervisor', 'system_administrator'],
  'letters.read': ['correspondence_officer', 'supervisor'],
  'hotline.answer': ['hotline_agent'],
  'hotline.settle': ['correspondence_officer', 'hotline_agent'],
  'hotline.read': ['hotline_agent', 'supervisor', 'statistician'],
  'chat.answer': ['hotline_agent'],
  'chat.read': ['hotline_agent', 'supervisor'],
  'chat.configure': ['supervisor', 'system_administrator'],
  'knowledge.write': ['correspondence_officer', 'hotline_agent'],
  'knowledge.review': ['supervisor'],
  'knowledge.read': ['correspondence_officer', 'hotline_agent', 'supervisor'],
  'statistics.read': ['statistician', 'supervisor', 'publisher', 'foi_officer', 'correspondence_officer'],
  'annual_report.read': ['statistician', 'supervisor', 'author', 'publisher'],
  'annual_report.write': ['statistician'],
  'annual_report.approve': ['supervisor'],
  'calendar.manage': ['system_administrator', 'foi_officer'],
  'people.manage_staff': ['system_administrator'],
  'people.manage_roles': ['security_administrator'],
  'audit.read': ['audit_administrator'],
  'settings.manage': ['system_administrator'],
  'operations.manage': ['system_administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof permissions

export function can(staff: Pick<Staff, 'roles'>, action: Action): boolean {
  return staff.roles.some((role) => (permissions[action] as readonly Role[]).includes(role))
}

/** Throws: Refusal not_allowed. */
export function assertCan(staff: Staff, action: Action) {
  if (!can(staff, action)) throw refuse('not_allowed')
}

/** Accounts and roles are two people's duties over one list. Throws: Refusal not_allowed. */
export function assertManagesPeople(staff: Staff) {
  if (!can(staff, 'people.manage_roles')) assertCan(staff, 'people.manage_staff')
}
