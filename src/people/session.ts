import cookie from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { type Platform, refuse as refuseGenerally } from '#platform'
import type { App } from '#platform/http'
import type { Staff } from './contract.ts'
import { refuse } from './refusals.ts'
import { sessionLives } from './sign-in-rules.ts'
import { findSession, touchSession } from './store.ts'

export const sessionCookie = 'gongkai_session'
/** One write a minute keeps an idle clock honest without a write for each request. */
const touchEveryMs = 60_000

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the session hook of this module; undefined for a citizen. */
    staff?: Staff
    /** The first password was not changed yet: nothing else is allowed. */
    mustChangePassword?: boolean
  }
}

/** Names the person behind the cookie, on staff routes only: public pages know nobody. */
export async function identifyStaff(app: App, platform: Platform) {
  await app.register(cookie)
  app.addHook('preParsing', async (request) => {
    const token = request.cookies[sessionCookie]
    if (!token || !request.url.startsWith('/api/staff/')) return
    const session = await findSession(platform.db, token)
    const now = platform.clock.now()
    if (!session || !sessionLives(session, now)) return
    request.staff = session.staff
    request.mustChangePassword = session.mustChange
    if (now.getTime() - session.seenAt.getTime() > touchEveryMs) await touchSession(platform.db, token, now)
  })
}

/** The signed-in person, whatever their password. Throws: Refusal not_signed_in. */
export function requireSession(request: FastifyRequest): Staff {
  if (!request.staff) throw refuseGenerally('not_signed_in')
  return request.staff
}

/** The signed-in staff member. Throws: Refusal not_signed_in, password_change_needed. */
export function requireStaff(request: FastifyRequest): Staff {
  const staff = requireSession(request)
  if (request.mustChangePassword) throw refuse('password_change_needed')
  return staff
}
