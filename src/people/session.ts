import cookie from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { type Platform, refuse as refuseGenerally } from '#platform'
import { type App, sessionLimit } from '#platform/http'
import type { Staff } from './contract.ts'
import { refuse } from './refusals.ts'
import { sessionEnd, sessionLives } from './sign-in-rules.ts'
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
    /** Their role asks for a second factor that is not there yet: only enrolling it is allowed. */
    mustEnrolSecondFactor?: boolean
    /** When the session ends by itself; told with every answer. */
    sessionEnds?: Date
  }
}

/** Names the person behind the cookie, on staff routes only: public pages know nobody. */
export async function identifyStaff(app: App, platform: Platform) {
  await app.register(cookie)
  const tooMany = app.createRateLimit({
    ...sessionLimit,
    keyGenerator: ({ staff }: FastifyRequest) => `person ${staff?.id}`,
  })
  app.addHook('preParsing', async (request) => {
    const token = request.cookies[sessionCookie]
    if (!token || !request.url.startsWith('/api/staff/')) return
    const session = await findSession(platform.db, token)
    const now = platform.clock.now()
    if (!session || !sessionLives(session, now)) return
    request.staff = session.staff
    const asked = await tooMany(request)
    if (!asked.isAllowed && asked.isExceeded) throw refuseGenerally('too_many')
    request.mustChangePassword = session.mustChange
    request.mustEnrolSecondFactor = session.mustEnrol
    // What the console asks by itself keeps nobody signed in who has left the desk.
    const byItself = request.headers['x-by-itself'] !== undefined
    request.sessionEnds = sessionEnd(byItself ? session : { ...session, seenAt: now })
    const stale = now.getTime() - session.seenAt.getTime() > touchEveryMs
    if (!byItself && stale) await touchSession(platform.db, token, now)
  })
  app.addHook('onSend', async (request, reply) => {
    if (request.sessionEnds)
      reply.header('x-session-ends-in', secondsUntil(request.sessionEnds, platform.clock.now()))
  })
}

/** The signed-in person, whatever their password. Throws: Refusal not_signed_in. */
export function requireSession(request: FastifyRequest): Staff {
  if (!request.staff) throw refuseGenerally('not_signed_in')
  return request.staff
}

/** Signed in with a password of their own; a second factor may still be missing. Throws: Refusal not_signed_in, password_change_needed. */
export function requireOwnPassword(request: FastifyRequest): Staff {
  const staff = requireSession(request)
  if (request.mustChangePassword) throw refuse('password_change_needed')
  return staff
}

/** The signed-in staff member. Throws: Refusal not_signed_in, password_change_needed, second_factor_enrolment_needed. */
export function requireStaff(request: FastifyRequest): Staff {
  const staff = requireOwnPassword(request)
  if (request.mustEnrolSecondFactor) throw refuse('second_factor_enrolment_needed')
  return staff
}

/** A length, not an instant: the clock of a browser may be wrong. Unit: seconds. */
const secondsUntil = (at: Date, now: Date) =>
  String(Math.max(0, Math.round((at.getTime() - now.getTime()) / 1000)))
