import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { createApp } from '../src/app.ts'
import { unbindIdentity } from '../src/people/identity.ts'
import { testBrowser } from '../test/browser.ts'
import { testPlatform } from '../test/platform.ts'
import { testAccount } from '../test/sign-in.ts'
import { testStaff } from '../test/staff.ts'

const bare = await testPlatform()
const browser = await testBrowser()

/** Names that somebody at the provider changed, by subject. */
const renamed = new Map<string, string>()

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
      claims: async () => ({ sub: id, preferred_username: renamed.get(id) ?? id }),
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

it('a new account gets in by the provider alone: no first password, no second factor of ours', async () => {
  const staff = await testAccount(platform, ['security_administrator'], { mustChange: true })
  await platform.db
    .updateTable('sign_in_rules')
    .set({ second_factor_roles: ['security_administrator'] })
    .execute()
  const page = await throughTheProvider(staff.username)
  await page.getByText(`${staff.name}，您好`).waitFor()
  await page.getByRole('menuitem', { name: '角色授权' }).click()
  await page
    .getByLabel(`${staff.name}的角色`)
    .or(page.getByText(staff.username, { exact: true }))
    .first()
    .waitFor()
  await page.getByRole('link', { name: staff.name }).click()
  await page.getByText('您通过统一身份认证登录').waitFor()
  expect(await page.getByLabel('登录密码').count()).toBe(0)
})

it('who was bound once is known by issuer and subject, whatever name the provider gives later', async () => {
  const [first, second] = [await testAccount(platform, ['author']), await testAccount(platform, ['author'])]
  const page = await throughTheProvider(first.username)
  await page.getByText(`${first.name}，您好`).waitFor()
  // The name at the provider changes to a colleague's; the subject stays.
  renamed.set(first.username, second.username)
  const again = await throughTheProvider(first.username)
  await again.getByText(`${first.name}，您好`).waitFor()
})

it('a second identity with the name of somebody who is bound is refused, until the binding is lifted (sso_bound)', async () => {
  const staff = await testAccount(platform, ['author'])
  await (await throughTheProvider(staff.username)).getByText(`${staff.name}，您好`).waitFor()
  renamed.set('impostor', staff.username)
  await (await throughTheProvider('impostor')).getByText('已与统一身份认证中的另一个身份绑定').waitFor()
  await unbindIdentity(platform, await testStaff(platform, 'security_administrator'), staff.id)
  await (await throughTheProvider('impostor')).getByText(`${staff.name}，您好`).waitFor()
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
