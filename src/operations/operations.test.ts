import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { createLog } from '#platform/log'
import { createQueue, FinalFailure, type Job } from '#platform/queue'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { jobs as allJobs, createApp } from '../app.ts'
import { jobLabel } from './labels.ts'

let platform: Platform & { databaseUrl: string }
let queue: ReturnType<typeof createQueue>
let app: App
let headers: { cookie: string }
let mended = false
let ran = 0
const given: object[] = []
const fragile: Job<never> = {
  name: 'test.fragile',
  run: async (_platform, data) => {
    if (!mended) throw new FinalFailure('the printer of "张三" is out of paper')
    ran += 1
    given.push(data)
  },
}

beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  queue = createQueue(platform.databaseUrl, createLog('silent'))
  headers = (await signedIn(app, platform, 'system_administrator')).headers
})
afterAll(async () => {
  await queue.close()
  await app.close()
})
const jobs = async () => (await app.inject({ url: '/api/staff/jobs', headers })).json()
const recorded = async (id: string) =>
  (
    await platform.db
      .selectFrom('audit_entries')
      .select('action')
      .where('subject_id', '=', id)
      .orderBy('id')
      .execute()
  ).map(({ action }) => action)
/** Its tries are far apart: whoever presses the button does not wait for the next. */
const retries = { limit: 3, delaySeconds: 600 }
const enqueue = () =>
  platform.inTransaction((tx) => platform.queue.add(tx, 'test.fragile', { name: '张三' }, { retries }))

it('every job of the program has a name that an administrator understands', () => {
  expect(allJobs.filter(({ name }) => !/[一-鿿]/.test(jobLabel(name)))).toEqual([])
})

describe('failed jobs', () => {
  it('before any job there is none', async () => {
    expect(await jobs()).toEqual({ items: [], next: null, counts: [] })
  })

  it('appear with their reason and without what they are about, and on /metrics', async () => {
    await enqueue()
    await queue.work(platform, [fragile])
    await expect.poll(async () => (await jobs()).items.length, { timeout: 15_000 }).toBe(1)
    const { items, counts } = await jobs()
    expect(items[0]).toMatchObject({
      name: 'test.fragile',
      tries: 1,
      error: { message: 'the printer of * is out of paper' },
    })
    expect(counts).toEqual([expect.objectContaining({ name: 'test.fragile', waiting: 0, failed: 1 })])
    expect(JSON.stringify(items)).not.toContain('张三')
    expect((await app.inject('/metrics')).body).toContain('gongkai_jobs_failed{job="test.fragile"} 1')
  }, 30_000)

  it('that fail once more are on the list again, with one more try and no new job', async () => {
    const [{ id }] = (await jobs()).items
    const retry = `/api/staff/jobs/${id}/retry`
    expect((await app.inject({ method: 'POST', url: retry, headers })).statusCode).toBe(204)
    await expect.poll(async () => (await jobs()).items[0]?.tries, { timeout: 15_000 }).toBe(2)
    expect((await jobs()).items).toEqual([expect.objectContaining({ id, name: 'test.fragile' })])
    expect(ran).toBe(0)
  }, 30_000)

  it('are tried again once the cause is mended, once though two press at the same moment, on record', async () => {
    mended = true
    const [{ id }] = (await jobs()).items
    const again = () => app.inject({ method: 'POST', url: `/api/staff/jobs/${id}/retry`, headers })
    const answers = await Promise.all([again(), again()])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409])
    await expect.poll(() => ran, { timeout: 15_000 }).toBe(1)
    expect(given).toEqual([{ name: '张三' }])
    expect((await jobs()).items).toEqual([])
    expect((await again()).json().code).toBe('job_not_failed')
    expect(await recorded(id)).toEqual(['operations.retry', 'operations.retry'])
    expect((await app.inject('/metrics')).body).not.toContain('gongkai_jobs_failed{job="test.fragile"} 1')
  }, 30_000)

  it('may be given up', async () => {
    mended = false
    await enqueue()
    await expect.poll(async () => (await jobs()).items.length, { timeout: 15_000 }).toBe(1)
    const [{ id }] = (await jobs()).items
    expect((await app.inject({ method: 'DELETE', url: `/api/staff/jobs/${id}`, headers })).statusCode).toBe(
      204,
    )
    expect((await jobs()).items).toEqual([])
    expect(await recorded(id)).toEqual(['operations.discard'])
    const retry = `/api/staff/jobs/${id}/retry`
    expect((await app.inject({ method: 'POST', url: retry, headers })).json().code).toBe('job_not_failed')
    expect((await app.inject({ method: 'POST', url: '/api/staff/jobs/x/retry', headers })).statusCode).toBe(
      400,
    )
  }, 30_000)

  it('are nobody else’s business', async () => {
    const author = await signedIn(app, platform, 'author', 'publisher', 'supervisor')
    const id = crypto.randomUUID()
    for (const request of [
      { method: 'GET', url: '/api/staff/jobs' },
      { method: 'POST', url: `/api/staff/jobs/${id}/retry` },
      { method: 'DELETE', url: `/api/staff/jobs/${id}` },
    ] as const)
      expect((await app.inject({ ...request, headers: author.headers })).statusCode).toBe(403)
  })
})
