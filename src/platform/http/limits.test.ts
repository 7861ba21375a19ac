import { beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { testPlatform } from '../../../test/platform.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { createApp } from '../../app.ts'
import { requestsPerMinute, sessionLimit } from './rate-limits.ts'
import type { App } from './server.ts'

let app: App
let platform: Platform
beforeAll(async () => {
  const bare = await testPlatform()
  const config = { ...bare.config, publicUrl: 'https://czj.example.gov.cn' }
  platform = { ...bare, config }
  app = await createApp(platform)
})

it('too_large: a body over the limit', async () => {
  const payload = { username: 'x'.repeat(3 * 1024 * 1024), password: 'x' }
  const answer = await app.inject({ method: 'POST', url: '/api/staff/session', payload })
  expect([answer.statusCode, answer.json().code]).toEqual([413, 'too_large'])
})

describe('a state-changing request', () => {
  const sent = async (
    headers: Record<string, string>,
    method: 'POST' | 'PUT' | 'DELETE' | 'GET' = 'POST',
  ) => {
    const answer = await app.inject({ method, url: '/healthz', headers })
    return answer.statusCode === 403 ? answer.json().code : 'passed'
  }
  it.each<[string, Record<string, string>, string]>([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'https://czj.example.gov.cn' }, 'passed'],
    ['a person who reloads', { 'sec-fetch-site': 'none' }, 'passed'],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 'cross_origin'],
    ['a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }, 'cross_origin'],
    [
      'another site, whatever its Origin says',
      { 'sec-fetch-site': 'cross-site', origin: 'https://czj.example.gov.cn' },
      'cross_origin',
    ],
    ['an older browser on our page', { origin: 'http://localhost:8080', host: 'localhost:8080' }, 'passed'],
    [
      'an older browser behind a proxy',
      { origin: 'https://czj.example.gov.cn', host: '127.0.0.1:8080' },
      'passed',
    ],
    [
      'an older browser on another site',
      { origin: 'https://evil.example', host: 'czj.example.gov.cn' },
      'cross_origin',
    ],
    ['a look-alike', { origin: 'https://czj.example.gov.cn.evil.example' }, 'cross_origin'],
    ['a sandboxed frame', { origin: 'null' }, 'cross_origin'],
    ['a program', {}, 'passed'],
  ])('of %s', async (_, headers, expected) => {
    expect(await sent(headers)).toBe(expected)
    expect(await sent(headers, 'DELETE')).toBe(expected)
    expect(await sent(headers, 'GET')).toBe('passed')
  })
})

describe('too_many', () => {
  const post = (headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
    app.inject({ method: 'POST', url: '/nowhere', headers, remoteAddress })
  it('one address that sends form after form is slowed down; readers and others are not', async () => {
    const from = { 'x-forwarded-for': '203.0.113.7' }
    for (let n = 0; n < requestsPerMinute.write; n++) expect((await post(from)).statusCode).toBe(404)
    const slowed = await post(from)
    expect([slowed.statusCode, slowed.json().code]).toEqual([429, 'too_many'])
    expect(slowed.headers['retry-after']).toBeDefined()
    expect((await app.inject({ url: '/nowhere', headers: from })).statusCode).toBe(404)
    expect((await post({ 'x-forwarded-for': '203.0.113.8' })).statusCode).toBe(404)
  })
  it('a busy person is slowed down, their colleagues behind the same address are not', async () => {
    const [busy, other] = [await signedIn(app, platform, 'author'), await signedIn(app, platform, 'author')]
    const ask = async ({ headers }: typeof busy) =>
      (await app.inject({ url: '/api/staff/me', headers })).statusCode
    for (let n = 0; n < sessionLimit.max; n++) expect(await ask(busy)).toBe(200)
    expect([await ask(busy), await ask(other)]).toEqual([429, 200])
  })
  it('an address that is no trusted proxy cannot hide behind another', async () => {
    for (let n = 0; n < requestsPerMinute.write; n++)
      await post({ 'x-forwarded-for': `198.51.100.${n % 250}` }, '203.0.113.9')
    expect((await post({ 'x-forwarded-for': '198.51.100.251' }, '203.0.113.9')).statusCode).toBe(429)
  })
})

it('each answer forbids what a page must not do', async () => {
  const { headers } = await app.inject('/healthz')
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-request-id': expect.any(String) })
  expect(headers['content-security-policy']).toContain("default-src 'none';script-src 'self'")
  expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/)
})

it.each([
  ['/', false],
  ['/search', false],
  ['/letters', false],
  ['/nowhere', false],
  ['/api/sections', false],
  ['/statistics', true],
  ['/zh-hant/statistics', true],
  ['/console/', true],
])('%s may have inline styles: %s', async (url, may) => {
  const { headers, body } = await app.inject({ url, headers: { accept: 'text/html' } })
  expect(String(headers['content-security-policy']).includes("'unsafe-inline'")).toBe(may)
  if (!may) expect(body).not.toMatch(/<style| style="/)
})
