import { randomBytes } from 'node:crypto'
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { record } from '#audit'
import type { Platform } from '#platform'
import type { Config } from '#platform/config'
import { type Identity, personOf } from './identity.ts'
import { refuse } from './refusals.ts'
import { insertSession } from './store.ts'

/** What must come back unchanged; it travels sealed in a cookie. */
export type Attempt = { verifier: string; state: string; nonce: string }
type Provider = NonNullable<Config['singleSignOn']>

const known = new Map<string, Promise<Configuration>>()

/** Reads the provider's own description once. A failed reading is tried again next time. */
function discovered({ issuer, clientId, clientSecret }: Provider): Promise<Configuration> {
  const key = `${issuer} ${clientId}`
  const found = known.get(key)
  if (found) return found
  // Plain http is for a provider on the same machine only.
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(issuer).hostname)
  const options = local ? { execute: [allowInsecureRequests] } : {}
  const reading = discovery(new URL(issuer), clientId, clientSecret, undefined, options)
  known.set(key, reading)
  reading.catch(() => known.delete(key))
  return reading
}

const callback = (platform: Platform) => `${platform.config.publicUrl}/api/staff/session/sso/callback`

/** Authorization code with PKCE (RFC 7636). Throws: Refusal sso_failed when the provider cannot be reached. */
export async function beginSingleSignOn(platform: Platform, provider: Provider) {
  const attempt: Attempt = {
    verifier: randomPKCECodeVerifier(),
    state: randomState(),
    nonce: randomNonce(),
  }
  const configuration = await discovered(provider).catch(() => {
    throw refuse('sso_failed')
  })
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: callback(platform),
    scope: 'openid profile',
    code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    state: attempt.state,
    nonce: attempt.nonce,
  })
  return { address: address.href, attempt }
}

/** Opens a session for the person whom the provider names. Throws: Refusal sso_failed, sso_unknown, sso_bound. */
export async function finishSingleSignOn(
  platform: Platform,
  provider: Provider,
  attempt: Attempt,
  query: string,
): Promise<{ token: string }> {
  const identity = await identityFrom(platform, provider, attempt, query).catch((error: unknown) => {
    platform.log.warn({ name: (error as Error).name }, 'single sign-on refused by the provider')
    throw refuse('sso_failed')
  })
  return platform.inTransaction(async (tx) => {
    const now = platform.clock.now()
    const person = await personOf(tx, identity, now)
    const token = randomBytes(32).toString('base64url')
    await insertSession(tx, person.id, token, now, 'single_sign_on')
    const actor = { kind: 'staff', id: person.id, name: person.name } as const
    const subject = { kind: 'staff', id: person.id }
    record(tx, { actor, action: 'people.sign_in', subject, detail: { by: 'single sign-on' } })
    return { token }
  })
}

async function identityFrom(
  platform: Platform,
  provider: Provider,
  attempt: Attempt,
  query: string,
): Promise<Identity> {
  const configuration = await discovered(provider)
  const tokens = await authorizationCodeGrant(configuration, new URL(`${callback(platform)}${query}`), {
    pkceCodeVerifier: attempt.verifier,
    expectedState: attempt.state,
    expectedNonce: attempt.nonce,
  })
  const claims = tokens.claims()
  if (!claims) throw refuse('sso_failed')
  const { preferred_username: username } = await fetchUserInfo(configuration, tokens.access_token, claims.sub)
  return { issuer: claims.iss, subject: claims.sub, username }
}
