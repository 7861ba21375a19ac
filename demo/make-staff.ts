import { createStaff, type Role } from '#people'
import type { Tx } from '#platform/db'

/** Known to everybody: only ever made beside simulated data. */
export const demonstrationPassword = 'gongkai-demo-2018'

const people: readonly (readonly [username: string, name: string, department: string, roles: Role[]])[] = [
  ['author', '采编员（模拟）', 'office', ['author']],
  ['reviewer', '初审员（模拟）', 'office', ['reviewer']],
  ['secrecy', '保密审查员（模拟）', 'office', ['secrecy_reviewer']],
  ['publisher', '签发人（模拟）', 'office', ['publisher']],
  ['foi', '依申请公开承办人（模拟）', 'law', ['foi_officer']],
  ['letters', '信件承办人（模拟）', 'office', ['correspondence_officer']],
  ['hotline', '热线坐席（模拟）', 'office', ['hotline_agent']],
  ['supervisor', '分管领导（模拟）', 'office', ['supervisor', 'statistician']],
  ['system', '系统管理员（模拟）', 'information', ['system_administrator']],
  ['security', '安全管理员（模拟）', 'information', ['security_administrator']],
  ['audit', '审计管理员（模拟）', 'information', ['audit_administrator']],
]
const departments = [
  { code: 'office', name: '办公室', position: 1 },
  { code: 'law', name: '法规税政处', position: 2 },
  { code: 'information', name: '信息中心', position: 3 },
]

/** One account for each role, ready to sign in. */
export async function makeStaff(tx: Tx) {
  const made = await tx.insertInto('departments').values(departments).returning(['id', 'code']).execute()
  const ids = new Map(made.map((department) => [department.code, department.id]))
  const actor = { kind: 'system', name: 'demonstration' } as const
  for (const [username, name, department, roles] of people) {
    const input = { username, name, roles, departmentId: ids.get(department) ?? null }
    await createStaff(tx, actor, input, demonstrationPassword, { mustChange: false })
  }
}

/** What `npm start` tells the person who tries it. */
export const accountsText = `demonstration accounts (password ${demonstrationPassword}): ${people.map(([username]) => username).join(', ')}`
