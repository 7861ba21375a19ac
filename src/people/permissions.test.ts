import { expect, it } from 'vitest'
import { type Role, roles } from './contract.ts'
import { type Action, assertCan, can, permissions } from './permissions.ts'

/** Written down apart from the table, so that a slip in the table shows. */
const duties: Record<Role, Action[]> = {
  author: ['publishing.write', 'publishing.read', 'annual_report.read'],
  reviewer: ['publishing.review', 'publishing.read'],
  secrecy_reviewer: ['publishing.review_secrecy', 'publishing.read'],
  publisher: [
    'organisation.manage',
    'site_errors.handle',
    'publishing.publish',
    'publishing.withdraw',
    'publishing.manage_sections',
    'publishing.read',
    'statistics.read',
    'annual_report.read',
  ],
  foi_officer: [
    'foi.handle',
    'foi.read',
    'foi.read_applicant',
    'foi.review_law',
    'statistics.read',
    'calendar.manage',
  ],
  correspondence_officer: [
    'letters.handle',
    'letters.read',
    'hotline.settle',
    'knowledge.write',
    'knowledge.read',
    'statistics.read',
    'site_errors.handle',
  ],
  hotline_agent: [
    'hotline.answer',
    'hotline.settle',
    'hotline.read',
    'chat.answer',
    'chat.read',
    'knowledge.write',
    'knowledge.read',
  ],
  statistician: [
    'publishing.read',
    'hotline.read',
    'statistics.read',
    'annual_report.read',
    'annual_report.write',
  ],
  supervisor: [
    'publishing.read',
    'foi.approve',
    'foi.read',
    'foi.review_law',
    'letters.approve',
    'letters.configure',
    'letters.read',
    'hotline.read',
    'chat.read',
    'chat.configure',
    'knowledge.review',
    'knowledge.read',
    'statistics.read',
    'annual_report.read',
    'annual_report.approve',
  ],
  system_administrator: [
    'organisation.manage',
    'publishing.manage_sections',
    'calendar.manage',
    'people.manage_staff',
    'letters.configure',
    'chat.configure',
    'settings.manage',
    'operations.manage',
  ],
  security_administrator: ['people.manage_roles'],
  audit_administrator: ['audit.read'],
}

it.each(roles)('%s may do exactly their duties', (role) => {
  const allowed = (Object.keys(permissions) as Action[]).filter((action) => can({ roles: [role] }, action))
  expect(allowed.sort()).toEqual([...duties[role]].sort())
})

it('refuses what no role allows', () => {
  const nobody = { id: 1, username: 'n', name: 'n', departmentId: null, roles: [] }
  expect(() => assertCan(nobody, 'audit.read')).toThrow(expect.objectContaining({ code: 'not_allowed' }))
})
