import { createStaff, type Role, type Staff } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'

let made = 0
export const testPassword = 'Correct-Horse-Battery-9'

/** An account with a password, as an administrator would make it; not signed in. */
export async function testAccount(
  platform: Platform,
  roles: readonly Role[],
  options: { mustChange?: boolean } = {},
): Promise<Staff> {
  const username = `person${++made}`
  const input = { username, name: `人员${made}`, departmentId: null, roles: [...roles] }
  const actor = { kind: 'system', name: 'test' } as const
  const { id } = await platform.inTransaction((tx) =>
    createStaff(tx, actor, input, testPassword, { mustChange: options.mustChange ?? false }),
  )
  return { id, username, name: input.name, departmentId: null, roles }
}

/** Signs in through the route and returns what a browser would send back. */
export async function signedIn(app: App, platform: Platform, ...roles: Role[]) {
  const staff = await testAccount(platform, roles)
  const payload = { username: staff.username, password: testPassword }
  const answer = await app.inject({ method: 'POST', url: '/api/staff/session', payload })
  const cookie = answer.cookies[0]
  if (!cookie) throw new Error(`sign-in refused: ${answer.body}`)
  return { staff, headers: { cookie: `${cookie.name}=${cookie.value}` } }
}
