import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { challengeField } from '#platform/challenge'
import { createLog } from '#platform/log'
import { createApp } from '../src/app.ts'
import { createPlatform } from '../src/create-platform.ts'
import { builtContent, builtSection } from '../src/publishing/builders.ts'
import { createArticle } from '../src/publishing/create-article.ts'
import { publishInEmergency } from '../src/publishing/emergency.ts'
import { withdrawArticle } from '../src/publishing/withdraw.ts'
import { answeredChallenge } from './challenge.ts'
import { databaseDoor } from './database-door.ts'
import { testPlatform } from './platform.ts'
import { signedIn } from './sign-in.ts'
import { testStaff } from './staff.ts'

/** Always reaches the database, as another node would. */
let beside: Platform
/** Reaches it through the door. */
let platform: Platform
let door: Awaited<ReturnType<typeof databaseDoor>>
let address: string
let staff: Staff
let section: number
let cookie: string

beforeAll(async () => {
  const whole = await testPlatform()
  beside = whole
  door = await databaseDoor(whole.databaseUrl)
  const made = createPlatform({ ...whole, databaseUrl: door.url, log: createLog('silent'), connections: 5 })
  platform = made
  const app = await createApp(platform)
  address = await app.listen({ host: '127.0.0.1', port: 0 })
  afterAll(async () => {
    await app.close()
    await made.close()
  })
  while (!platform.cache.isFollowing()) await new Promise((resolve) => setTimeout(resolve, 10))
  section = await builtSection(beside)
  staff = await testStaff(beside, 'author', 'publisher')
  cookie = (await signedIn(app, beside, 'author')).headers.cookie
})

async function publish(title: string): Promise<number> {
  const { id } = await createArticle(beside, staff, builtContent(section, { title }))
  await publishInEmergency(beside, staff, id, '测试')
  return id
}

async function get(path: string) {
  const answer = await fetch(address + path, { headers: { accept: 'text/html' } })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}
const post = (path: string, body: URLSearchParams | string, headers: Record<string, string>) =>
  fetch(address + path, { method: 'POST', headers, body })

it('readers keep reading, writers are told, a change made meanwhile is seen, and nothing is restarted', async () => {
  const [read, changed] = [await publish('读过的通告'), await publish('改前的通告')]
  // A page names its neighbours: one beside what is withdrawn is not shown again either.
  await publish('隔开的通告')
  const ended = await publish('撤下的通告')
  for (const path of ['/', `/articles/${read}`, `/articles/${changed}`, `/articles/${ended}`, '/guide'])
    expect((await get(path)).status).toBe(200)
  // Known to be old, for good or bad reason, when the database goes.
  await platform.inTransaction((tx) => platform.cache.touch(tx, [`article:${changed}`]))
  await withdrawArticle(platform, staff, ended, { kind: 'gone', reason: '有误', mergedIntoId: null })

  await door.shut()
  await expect.poll(() => platform.cache.isFollowing()).toBe(false)
  const kept = await get(`/articles/${read}`)
  expect([kept.status, kept.text.includes('读过的通告')]).toEqual([200, true])
  expect((await get('/guide')).status).toBe(200)
  const old = await get(`/articles/${changed}`)
  expect([old.status, old.headers.get('cache-status')]).toEqual([200, 'gongkai; fwd=stale; fwd-status=503'])
  expect([old.text.includes('改前的通告'), old.headers.get('retry-after')]).toEqual([true, null])
  for (const path of [`/articles/${ended}`, '/search?q=1', '/site-map']) {
    const away = await get(path)
    expect([path, away.status, away.headers.get('retry-after')]).toEqual([path, 503, '60'])
    expect(away.text).toContain('系统正在维护，暂时不能办理，请稍后再试。')
    expect(away.text).not.toContain('撤下的通告')
  }
  const program = await fetch(`${address}/articles/${ended}`)
  expect([program.status, ((await program.json()) as { code: string }).code]).toEqual([503, 'database_away'])

  const letter = new URLSearchParams({ mailbox: 'consultation', author: '李小红', telephone: '13900139000' })
  for (const [name, value] of Object.entries({
    subject: '咨询补助',
    body: '请问补助怎样申请？',
    consent: 'yes',
    key: 'one form',
    ...answeredChallenge(String(challengeField(platform))),
  }))
    letter.set(name, value)
  const written = await post('/letters', letter, {})
  const page = await written.text()
  expect([written.status, page.includes('请问补助怎样申请？'), page.includes('系统正在维护')]).toEqual([
    503,
    true,
    true,
  ])
  const draft = JSON.stringify(builtContent(section))
  const headers = { cookie, 'content-type': 'application/json' }
  const saved = await post('/api/staff/articles', draft, headers)
  expect([saved.status, ((await saved.json()) as { title: string }).title]).toEqual([
    503,
    '系统正在维护，暂时不能办理，请稍后再试。',
  ])
  expect((await get('/healthz')).status).toBe(200)
  expect((await get('/readyz')).status).toBe(503)
  const { text: metrics } = await get('/metrics')
  expect(Number(/answers_total\{result="stale"\} (\d+)/.exec(metrics)?.[1])).toBeGreaterThan(0)

  await withdrawArticle(beside, staff, read, { kind: 'gone', reason: '另一节点撤下', mergedIntoId: null })
  await door.open()
  await expect.poll(() => platform.cache.isFollowing(), { timeout: 5_000 }).toBe(true)
  const seen = await get(`/articles/${read}`)
  expect([seen.status, seen.text.includes('另一节点撤下')]).toEqual([410, true])
  expect((await get('/readyz')).status).toBe(200)
  expect((await post('/api/staff/articles', draft, headers)).status).toBe(201)
  expect((await post('/letters', letter, {})).status).toBe(201)
})
