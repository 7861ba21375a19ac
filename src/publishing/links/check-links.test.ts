import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { testPlatform } from '../../../test/platform.ts'
import { testStaff } from '../../../test/staff.ts'
import { builtContent, builtSection } from '../builders.ts'
import { checkRevision } from '../check-revision.ts'
import { createArticle } from '../create-article.ts'
import { getRevision } from '../revision-store.ts'
import { findArticle } from '../store.ts'
import { askAddress } from './ask-address.ts'
import { checkLinksOf } from './check-links.ts'

/** A real peer on loopback; the host is trusted where a test says so. */
const asked: string[] = []
const peer = createServer((request, response) => {
  asked.push(request.url ?? '')
  const [, status = '200', to] = /^\/(\d+)(?:\?(.*))?$/.exec(request.url ?? '') ?? []
  if (request.url === '/silent') return
  if (to) response.setHeader('location', decodeURIComponent(to))
  response.writeHead(Number(status)).end('x')
})
let host: string
beforeAll(async () => {
  await new Promise<void>((done) => peer.listen(0, '127.0.0.1', done))
  host = `127.0.0.1:${(peer.address() as AddressInfo).port}`
})
afterAll(() => {
  peer.closeAllConnections()
  peer.close()
})
const ask = (path: string, trustedHosts = [host]) =>
  askAddress(`http://${host}${path}`, { trustedHosts, timeoutMs: 300 })

it.each([
  ['/200', { outcome: 'alive', status: 200 }],
  ['/404', { outcome: 'dead', status: 404 }],
  ['/410', { outcome: 'dead', status: 410 }],
  ['/503', { outcome: 'refusing', status: 503 }],
  ['/302?/200', { outcome: 'alive', status: 200 }],
  ['/302?/404', { outcome: 'dead', status: 404 }],
  ['/302?/302', { outcome: 'alive', status: 302 }],
  ['/302?ftp://example.com/', { outcome: 'refusing', status: null }],
  // Redirected to another port of the same machine, which nobody trusts.
  ['/302?http://127.0.0.1:1/', { outcome: 'internal', status: null }],
  ['/302?http://169.254.169.254/latest', { outcome: 'internal', status: null }],
  ['/silent', { outcome: 'unknown', status: null }],
])('%s is judged', async (path, answer) => expect(await ask(path)).toEqual(answer))

it('a redirect to itself comes to an end', async () => {
  expect(await ask(`/302?${encodeURIComponent('/302?')}`)).toBeDefined()
  const loop = createServer((_, response) => response.writeHead(302, { location: '/' }).end())
  await new Promise<void>((done) => loop.listen(0, '127.0.0.1', done))
  const own = `127.0.0.1:${(loop.address() as AddressInfo).port}`
  expect(await askAddress(`http://${own}/`, { trustedHosts: [own] })).toEqual({
    outcome: 'refusing',
    status: null,
  })
  loop.close()
})

it('the own network is not asked, by number or by name', async () => {
  asked.length = 0
  expect((await ask('/200', [])).outcome).toBe('internal')
  const byName = await askAddress(`http://localhost.:${host.split(':')[1]}/200`, { trustedHosts: [] })
  expect(byName.outcome).toBe('internal')
  expect(asked).toEqual([])
})

it('the job remembers answers, and the pre-check uses them', async () => {
  const platform: Platform = await testPlatform()
  const staff = await testStaff(platform, 'author')
  const settings = JSON.stringify({ trustedHosts: [host] })
  await platform.db.insertInto('publishing_settings').values({ settings }).execute()
  const links = ['/404', '/200'].map((path) => `<a href="http://${host}${path}">链接</a>`).join('')
  const content = builtContent(await builtSection(platform), { bodyHtml: `<p>${links}</p>` })
  const { id } = await createArticle(platform, staff, content)
  const codes = async () => {
    const article = await findArticle(platform.db, id)
    const revision = await getRevision(platform.db, article?.headRevisionId ?? null)
    return (await checkRevision(platform, platform.db, revision)).map((finding) => [
      finding.level,
      finding.code,
    ])
  }
  const outside = ['warning', 'link_outside:127.0.0.1']
  expect(await codes()).toEqual([outside, ['note', 'link_unasked'], outside, ['note', 'link_unasked']])
  asked.length = 0
  await checkLinksOf(platform, id)
  await checkLinksOf(platform, id)
  expect(asked.toSorted()).toEqual(['/200', '/404'])
  expect(await codes()).toEqual([outside, ['warning', `link_dead:http://${host}/404`], outside])
})
