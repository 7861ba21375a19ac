import { createStaff, type Role, type Staff } from '#people'
import type { Tx } from '#platform/db'

/** Known to everybody: only ever made beside simulated data. */
export const demonstrationPassword = 'gongkai-demo-2018'

type Person = readonly [username: string, name: string, department: string, roles: Role[]]
/** One account for each role. */
const people: readonly Person[] = [
  ['author', '采编员（模拟）', 'office', ['author']],
  ['reviewer', '初审员（模拟）', 'office', ['reviewer']],
  ['secrecy', '保密审查员（模拟）', 'office', ['secrecy_reviewer']],
  ['publisher', '签发人（模拟）', 'office', ['publisher']],
  ['foi', '依申请公开承办人（模拟）', 'law', ['foi_officer']],
  ['letters', '信件承办人（模拟）', 'office', ['correspondence_officer']],
  ['hotline', '热线坐席（模拟）', 'office', ['hotline_agent']],
  ['statistician', '统计员（模拟）', 'office', ['statistician']],
  ['supervisor', '分管领导（模拟）', 'office', ['supervisor', 'statistician']],
  ['system', '系统管理员（模拟）', 'information', ['system_administrator']],
  ['security', '安全管理员（模拟）', 'information', ['security_administrator']],
  ['audit', '审计管理员（模拟）', 'information', ['audit_administrator']],
]
/** Who writes in the departments. */
const writers: readonly Person[] = [
  ['author-budget', '预算处采编员（模拟）', 'budget', ['author']],
  ['author-banking', '银行保险处采编员（模拟）', 'banking', ['author']],
  ['author-capital', '资本市场处采编员（模拟）', 'capital', ['author']],
  ['author-rural', '农业农村处采编员（模拟）', 'rural', ['author']],
]
/** Who answers letters in the departments, and the other seats of the telephone desk. */
const colleagues: readonly Person[] = [
  ['letters-law', '法规税政处承办人（模拟）', 'law', ['correspondence_officer']],
  ['letters-budget', '预算处承办人（模拟）', 'budget', ['correspondence_officer']],
  ['letters-banking', '银行保险处承办人（模拟）', 'banking', ['correspondence_officer']],
  ['letters-capital', '资本市场处承办人（模拟）', 'capital', ['correspondence_officer']],
  ['letters-rural', '农业农村处承办人（模拟）', 'rural', ['correspondence_officer']],
  ['letters-information', '信息中心承办人（模拟）', 'information', ['correspondence_officer']],
  ['letters-accounting', '会计处承办人（模拟）', 'accounting', ['correspondence_officer']],
  ['letters-procurement', '采购监管处承办人（模拟）', 'procurement', ['correspondence_officer']],
  ['hotline-2', '热线坐席二（模拟）', 'office', ['hotline_agent']],
  ['hotline-3', '热线坐席三（模拟）', 'office', ['hotline_agent']],
]
export const departments = [
  { code: 'office', name: '办公室', position: 1 },
  { code: 'law', name: '法规税政处', position: 2 },
  { code: 'budget', name: '预算处', position: 3 },
  { code: 'banking', name: '银行保险处', position: 4 },
  { code: 'capital', name: '资本市场处', position: 5 },
  { code: 'rural', name: '农业农村处', position: 6 },
  { code: 'accounting', name: '会计处', position: 7 },
  { code: 'procurement', name: '采购监管处', position: 8 },
  { code: 'information', name: '信息中心', position: 9 },
]

/** The bureau's people as use cases take them, by username. */
export class Bureau {
  readonly writers: readonly Staff[]
  readonly #people: ReadonlyMap<string, Staff>
  constructor(people: ReadonlyMap<string, Staff>) {
    this.#people = people
    this.writers = ['author', ...writers.map(([username]) => username)].map((username) => this.the(username))
  }
  /** Who answers letters in a department; the office's own officer also takes in what comes. */
  answersFor(department: string): Staff {
    return this.the(department === 'office' ? 'letters' : `letters-${department}`)
  }
  /** Throws: RangeError for a person that the bureau does not have. */
  the(username: string): Staff {
    const staff = this.#people.get(username)
    if (!staff) throw new RangeError(`nobody is called ${username}`)
    return staff
  }
}

export async function makeStaff(tx: Tx): Promise<Bureau> {
  const made = await tx.insertInto('departments').values(departments).returning(['id', 'code']).execute()
  const ids = new Map(made.map((department) => [department.code, department.id]))
  // Whoever tries the program has no authenticator at hand, and every password here is public.
  await tx.updateTable('sign_in_rules').set({ second_factor_roles: [] }).execute()
  const actor = { kind: 'system', name: 'demonstration' } as const
  const known = new Map<string, Staff>()
  for (const [username, name, department, roles] of [...people, ...writers, ...colleagues]) {
    const input = { username, name, roles, departmentId: ids.get(department) ?? null }
    const { id } = await createStaff(tx, actor, input, demonstrationPassword, { mustChange: false })
    known.set(username, { id, ...input })
  }
  return new Bureau(known)
}

/** What `npm start` tells the person who tries it. */
export const accountsText = `demonstration accounts (password ${demonstrationPassword}): ${people.map(([username]) => username).join(', ')}`
