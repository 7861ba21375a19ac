import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { createApp } from '../src/app.ts'
import { testBrowser } from '../test/browser.ts'
import { testPlatform } from '../test/platform.ts'
import { testAccount } from '../test/sign-in.ts'

const bare = await testPlatform()
const browser = await testBrowser()

/** A certified OpenID provider on loopback, with its own sign-in pages; `redirects` is where it may lead back. */
async function providerFor(redirects: string) {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'gongkai', client_secret: 'secret-of-the-test', redirect_uris: [redirects] }],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, preferred_username: id }),
    }),
    cookies: { keys: ['test'] },
  })
  server.on('request', provider.callback())
  afterAll(() => server.close())
  return issuer
}

const port = await freePort()
const publicUrl = `http://127.0.0.1:${port}`
const issuer = await providerFor(`${publicUrl}/api/staff/session/sso/callback`)
const singleSignOn = { issuer, clientId: 'gongkai', clientSecret: 'secret-of-the-test' }
const platform: Platform = { ...bare, config: { ...bare.config, publicUrl, singleSignOn } }
const app = await createApp(platform)
await app.listen({ host: '127.0.0.1', port })
afterAll(() => app.close())

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function throughTheProvider(username: string) {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${publicUrl}/console/`)
  await page.getByRole('link', { name: '统一身份认证登录' }).click()
  await page.locator('input[name=login]').fill(username)
  await page.locator('input[name=password]').fill('anything')
  await page.getByRole('button').first().click()
  await page.getByRole('button', { name: /continue/i }).click()
  return page
}

it('a person signs in at the provider and works here under their own name', async () => {
  const staff = await testAccount(platform, ['author'])
  const page = await throughTheProvider(staff.username)
  await page.getByText(`${staff.name}，您好`).waitFor()
})

it('a name that has no account here is told so (sso_unknown), and gets no session', async () => {
  const page = await throughTheProvider('stranger')
  await page.getByText('在本系统中没有对应人员').waitFor()
  expect((await page.context().cookies()).map((cookie) => cookie.name)).not.toContain('gongkai_session')
})

it('a callback without its own beginning is refused', async () => {
  const answer = await fetch(`${publicUrl}/api/staff/session/sso/callback?code=x&state=y`)
  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({ code: 'sso_failed' })
})
