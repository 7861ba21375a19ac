import { z } from 'zod'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { changePassword } from './change-password.ts'
import { changePasswordInput, type Me, signInInput } from './contract.ts'
import { beginSecondFactor, confirmSecondFactor } from './enrol-second-factor.ts'
import { manageRoutes } from './manage-api.ts'
import { type Action, can, permissions } from './permissions.ts'
import { endOtherSessions, readProfile } from './profile.ts'
import { identifyStaff, requireOwnPassword, requireSession, sessionCookie } from './session.ts'
import { signIn } from './sign-in.ts'
import { signInLimits } from './sign-in-rules.ts'
import { signOut } from './sign-out.ts'
import { singleSignOnRoutes } from './single-sign-on-routes.ts'

/** Guessing is slow for one network, too; the account's own lock comes first. */
const signInRate = { rateLimit: { max: 60, timeWindow: '1 minute' } }

export async function api(app: App, platform: Platform) {
  await identifyStaff(app, platform)
  const cookie = {
    path: '/api/staff',
    httpOnly: true,
    sameSite: 'strict',
    secure: platform.config.publicUrl.startsWith('https:'),
  } as const
  app.post(
    '/api/staff/session',
    { schema: { body: signInInput }, config: signInRate },
    async (request, reply) => {
      const { token } = await signIn(platform, request.body)
      const maxAge = signInLimits.absoluteMs / 1000
      return reply
        .setCookie(sessionCookie, token, { ...cookie, maxAge })
        .code(201)
        .send({ signedIn: true })
    },
  )
  singleSignOnRoutes(app, platform, cookie)
  app.delete('/api/staff/session', async (request, reply) => {
    await signOut(platform, requireSession(request), request.cookies[sessionCookie] ?? '')
    return reply.clearCookie(sessionCookie, cookie).code(204).send()
  })
  ownRoutes(app, platform)
  manageRoutes(app, platform)
}

/** What everybody may do with their own account; a missing second factor is enrolled here. */
function ownRoutes(app: App, platform: Platform) {
  const base = '/api/staff/me'
  const tokenOf = (request: { cookies: Record<string, string | undefined> }) =>
    request.cookies[sessionCookie] ?? ''
  app.get(base, async (request): Promise<Me> => {
    const { id, username, name, roles } = requireSession(request)
    const staff = { id, username, name, roles }
    const actions = (Object.keys(permissions) as Action[]).filter((action) => can(staff, action))
    const { mustChangePassword = false, mustEnrolSecondFactor = false } = request
    return { ...staff, can: actions, mustChangePassword, mustEnrolSecondFactor }
  })
  app.put(
    `${base}/password`,
    { schema: { body: changePasswordInput }, config: signInRate },
    async (request, reply) => {
      await changePassword(platform, requireSession(request), request.body, tokenOf(request))
      return reply.code(204).send()
    },
  )
  app.get(`${base}/profile`, async (request) =>
    readProfile(platform, requireOwnPassword(request), tokenOf(request)),
  )
  app.delete(`${base}/sessions`, async (request, reply) => {
    await endOtherSessions(platform, requireOwnPassword(request), tokenOf(request))
    return reply.code(204).send()
  })
  const passwordInput = z.object({ password: z.string().min(1).max(200) })
  app.post(
    `${base}/second-factor`,
    { schema: { body: passwordInput }, config: signInRate },
    async (request) => beginSecondFactor(platform, requireOwnPassword(request), request.body.password),
  )
  const codeInput = z.object({ code: z.string().regex(/^\d{6}$/) })
  app.put(`${base}/second-factor`, { schema: { body: codeInput }, config: signInRate }, async (request) =>
    confirmSecondFactor(platform, requireOwnPassword(request), request.body.code),
  )
}
