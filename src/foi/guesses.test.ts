import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { guesses } from '#platform/limits'
import { createLog } from '#platform/log'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { builtCase } from './builders.ts'
import { queryCodeFor } from './query-code.ts'

const lines: string[] = []
let platform: Platform
let app: App
let number: string
beforeAll(async () => {
  platform = await testPlatform({ log: createLog('info', { write: (line) => lines.push(line) }) })
  app = await createApp(platform)
  number = (await builtCase(platform, await testStaff(platform, 'foi_officer'), '2018-06-14')).number
})
const ask = (code: string, remoteAddress: string, of = number, path = '/requests/track') =>
  app.inject({
    method: 'POST',
    url: path,
    remoteAddress,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ number: of, code }).toString(),
  })
const statuses = (answers: { statusCode: number }[]) => [...new Set(answers.map((one) => one.statusCode))]

it('a network that guesses is refused for an hour, whatever address of it asks, downloads and right codes included', async () => {
  const spread = Array.from({ length: guesses.network }, (_, at) =>
    ask('AAAAAAAAAA', `2001:db8:1:2::${at + 1}`, `2018-${1000 + at}`),
  )
  expect(statuses(await Promise.all(spread))).toEqual([404])
  const stopped = await ask(queryCodeFor(platform, { number, codeIssue: 0 }), '2001:db8:1:2:ffff::1')
  expect([stopped.statusCode, stopped.body.includes('请一小时后再试')]).toEqual([429, true])
  // What was typed is still there; the code of somebody else's receipt would be too, on their own screen only.
  expect(stopped.body).toContain(`value="${number}"`)
  expect(stopped.headers['cache-control']).toBe('no-store')
  const file = await ask(
    queryCodeFor(platform, { number, codeIssue: 0 }),
    '2001:db8:1:2::9',
    number,
    '/requests/track/download',
  )
  expect(file.statusCode).toBe(429)
})

it('a receipt that is guessed at from many networks answers slowly, and its owner still reads', async () => {
  const many = Array.from({ length: guesses.number }, (_, at) => ask('BBBBBBBBBB', `198.51.100.${at + 1}`))
  expect(statuses(await Promise.all(many))).toEqual([404])
  const started = performance.now()
  const owner = await ask(queryCodeFor(platform, { number, codeIssue: 0 }), '203.0.113.1')
  expect(owner.statusCode).toBe(200)
  expect(performance.now() - started).toBeGreaterThan(1900)
})

it('each guess and each stop is a line in the log, without number, code or address', () => {
  const events = lines.map((line) => (JSON.parse(line) as { event?: string }).event)
  const count = (event: string) => events.filter((one) => one === event).length
  expect(count('query_code_refused')).toBe(guesses.network + guesses.number)
  expect(count('guessing_stopped')).toBe(2)
  const log = lines.join('\n')
  for (const hidden of [
    number,
    'AAAAAAAAAA',
    'BBBBBBBBBB',
    queryCodeFor(platform, { number, codeIssue: 0 }),
    '2001:db8',
    '198.51',
  ])
    expect(log).not.toContain(hidden)
})

it('the keys of the counts tell nobody who asked', async () => {
  const rows = await platform.db.selectFrom('hourly_counts').select('key').execute()
  expect(rows.every(({ key }) => /^[0-9a-f]{64}$/.test(key))).toBe(true)
})
