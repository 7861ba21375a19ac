import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { createLog } from '#platform/log'
import { testPlatform } from '../../../test/platform.ts'
import { refuse } from '../refusal.ts'
import { createQueue, type RunningQueue } from './boss-queue.ts'
import type { Job } from './index.ts'

let platform: Platform & { databaseUrl: string }
let queue: RunningQueue
const ran: unknown[] = []
let failures = 1

const note: Job<never> = { name: 'test.note', run: async (_platform, data) => void ran.push(data) }
const refused: Job<never> = {
  name: 'test.refused',
  run: async () => {
    ran.push('refused')
    throw refuse('not_allowed')
  },
}
const shaky: Job<never> = {
  name: 'test.shaky',
  run: async () => {
    if (failures-- > 0) throw new Error('the mail server is away')
    ran.push('second try')
  },
}

beforeAll(async () => {
  platform = await testPlatform()
  queue = createQueue(platform.databaseUrl, createLog('silent'))
})
afterAll(() => queue.close())

it('a job exists if and only if its transaction committed; a key allows one waiting job', async () => {
  await platform.inTransaction((tx) => queue.add(tx, 'test.note', { kept: 1 }))
  const rolledBack = platform.inTransaction(async (tx) => {
    await queue.add(tx, 'test.note', { lost: 1 })
    throw new Error('rolled back')
  })
  await expect(rolledBack).rejects.toThrow('rolled back')
  for (const nth of [1, 2])
    await platform.inTransaction((tx) => queue.add(tx, 'test.note', { nth }, { key: 'same' }))
  await platform.inTransaction((tx) => queue.add(tx, 'test.refused', {}))
  await platform.inTransaction((tx) => queue.add(tx, 'test.shaky', {}))
  await queue.work(platform, [note, refused, shaky])
  await expect.poll(() => ran.length, { timeout: 25_000 }).toBe(4)
  expect(ran).toEqual(expect.arrayContaining([{ kept: 1 }, { nth: 1 }, 'refused', 'second try']))
}, 30_000)
