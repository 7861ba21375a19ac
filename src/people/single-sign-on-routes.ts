import type { CookieSerializeOptions } from '@fastify/cookie'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { seal, unseal } from '#platform/seal'
import { refuse } from './refusals.ts'
import { sessionCookie } from './session.ts'
import { signInLimits } from './sign-in-rules.ts'
import { type Attempt, beginSingleSignOn, finishSingleSignOn } from './single-sign-on.ts'

const attemptCookie = 'gongkai_sso'
const purpose = 'single sign-on attempt'
/** Unit: seconds. */
const attemptLasts = 600

/** `GET /api/staff/session/sso` leads to the provider, which leads back. There are no routes without a provider. */
export function singleSignOnRoutes(app: App, platform: Platform, cookie: CookieSerializeOptions) {
  const { singleSignOn: provider, secretKey } = platform.config
  app.get('/api/staff/session/ways', async () => ({ password: true, singleSignOn: provider !== undefined }))
  if (!provider) return
  // Lax: the provider's redirect back comes from another site.
  const travelling = {
    ...cookie,
    path: '/api/staff/session/sso',
    sameSite: 'lax',
    maxAge: attemptLasts,
  } as const
  app.get('/api/staff/session/sso', async (_request, reply) => {
    const { address, attempt } = await beginSingleSignOn(platform, provider)
    const sealed = seal(secretKey, purpose, Buffer.from(JSON.stringify(attempt))).toString('base64url')
    return reply.setCookie(attemptCookie, sealed, travelling).redirect(address)
  })
  app.get('/api/staff/session/sso/callback', async (request, reply) => {
    const attempt = openAttempt(secretKey, request.cookies[attemptCookie])
    const query = request.url.slice(request.url.indexOf('?'))
    const { token } = await finishSingleSignOn(platform, provider, attempt, query)
    const maxAge = signInLimits.absoluteMs / 1000
    return reply
      .clearCookie(attemptCookie, travelling)
      .setCookie(sessionCookie, token, { ...cookie, maxAge })
      .redirect('/console/')
  })
}

/** Throws: Refusal sso_failed: the cookie is missing, or was changed. */
function openAttempt(secretKey: string, sealed: string | undefined): Attempt {
  try {
    return JSON.parse(unseal(secretKey, purpose, Buffer.from(sealed ?? '', 'base64url')).toString())
  } catch {
    throw refuse('sso_failed')
  }
}
