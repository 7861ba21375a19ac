import { z } from 'zod'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { changePassword } from './change-password.ts'
import { actorOf, changePasswordInput, type Me, newStaff, rolesInput, signInInput } from './contract.ts'
import { createStaff } from './create-staff.ts'
import { beginSecondFactor, confirmSecondFactor } from './enrol-second-factor.ts'
import { listStaff, resetPassword, setActive, setRoles } from './manage-staff.ts'
import { type Action, assertCan, can, permissions } from './permissions.ts'
import { identifyStaff, requireSession, requireStaff, sessionCookie } from './session.ts'
import { signIn } from './sign-in.ts'
import { signInLimits } from './sign-in-rules.ts'
import { singleSignOnRoutes } from './single-sign-on-routes.ts'
import { endSessions } from './store.ts'

/** Guessing is slow for one network, too; the account's own lock comes first. */
const signInRate = { rateLimit: { max: 60, timeWindow: '1 minute' } }
const params = z.object({ id: z.coerce.number().int().positive() })

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
    const staff = requireSession(request)
    await platform.inTransaction((tx) => endSessions(tx, staff.id, platform.clock.now()))
    return reply.clearCookie(sessionCookie, cookie).code(204).send()
  })
  app.get('/api/staff/me', async (request): Promise<Me> => {
    const { id, username, name, roles } = requireSession(request)
    const staff = { id, username, name, roles }
    const actions = (Object.keys(permissions) as Action[]).filter((action) => can(staff, action))
    return { ...staff, can: actions, mustChangePassword: request.mustChangePassword ?? false }
  })
  app.put('/api/staff/me/password', { schema: { body: changePasswordInput } }, async (request, reply) => {
    const token = request.cookies[sessionCookie] ?? ''
    await changePassword(platform, requireSession(request), request.body, token)
    return reply.code(204).send()
  })
  app.post('/api/staff/me/second-factor', async (request) =>
    beginSecondFactor(platform, requireStaff(request)),
  )
  const codeInput = z.object({ code: z.string().regex(/^\d{6}$/) })
  app.put('/api/staff/me/second-factor', { schema: { body: codeInput } }, async (request, reply) => {
    await confirmSecondFactor(platform, requireStaff(request), request.body.code)
    return reply.code(204).send()
  })
  manageRoutes(app, platform)
}

function manageRoutes(app: App, platform: Platform) {
  app.get('/api/staff/staff', async (request) => ({
    items: await listStaff(platform, requireStaff(request)),
  }))
  app.post('/api/staff/staff', { schema: { body: newStaff } }, async (request, reply) => {
    const staff = requireStaff(request)
    assertCan(staff, 'people.manage_staff')
    if (request.body.roles.length) assertCan(staff, 'people.manage_roles')
    const made = await platform.inTransaction((tx) => createStaff(tx, actorOf(staff), request.body))
    return reply.code(201).send(made)
  })
  app.put('/api/staff/staff/:id/roles', { schema: { params, body: rolesInput } }, async (request, reply) => {
    await setRoles(platform, requireStaff(request), request.params.id, request.body.roles)
    return reply.code(204).send()
  })
  app.post('/api/staff/staff/:id/password', { schema: { params } }, async (request) =>
    resetPassword(platform, requireStaff(request), request.params.id),
  )
  const activeInput = z.object({ active: z.boolean() })
  app.put(
    '/api/staff/staff/:id/active',
    { schema: { params, body: activeInput } },
    async (request, reply) => {
      await setActive(platform, requireStaff(request), request.params.id, request.body.active)
      return reply.code(204).send()
    },
  )
}
