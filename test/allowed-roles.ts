import { type Role, roles } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { signedIn } from './sign-in.ts'

type Call = { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; url: string; payload?: object }

/** Asks a staff route in the name of each role; answers which roles are not refused with 403. Nobody signed in: 401. */
export async function allowedRoles(app: App, platform: Platform) {
  const headers = new Map<Role, { cookie: string }>()
  for (const role of roles) headers.set(role, (await signedIn(app, platform, role)).headers)
  return async (call: Call): Promise<Role[]> => {
    const nobody = await app.inject(call)
    if (nobody.statusCode !== 401) throw new Error(`${call.url} answers ${nobody.statusCode} to nobody`)
    const allowed: Role[] = []
    for (const [role, header] of headers) {
      const { statusCode } = await app.inject({ ...call, headers: header })
      if (statusCode >= 500) throw new Error(`${call.url} answers ${statusCode} to ${role}`)
      if (statusCode !== 403) allowed.push(role)
    }
    return allowed
  }
}
