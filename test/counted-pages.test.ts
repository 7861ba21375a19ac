import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '#platform/log'
import { createApp } from '../src/app.ts'
import { createPlatform } from '../src/create-platform.ts'
import { publishedFact, sectionInGroup } from '../src/statistics/builders.ts'
import { databaseDoor } from './database-door.ts'
import { testPlatform } from './platform.ts'

/** A clock that the test moves. Unit: milliseconds since 1970. */
let now = new Date('2019-02-01T10:00:00+08:00').getTime()
const clock = { now: () => new Date(now), today: () => '2019-02-01' as never }
const base = await testPlatform({ now: '2019-02-01T10:00:00+08:00' })
const door = await databaseDoor(base.databaseUrl)
let platform: ReturnType<typeof createPlatform>
let address: string
let section: number

beforeAll(async () => {
  const { config } = base
  platform = createPlatform({
    config,
    databaseUrl: door.url,
    clock,
    log: createLog('silent'),
    connections: 5,
  })
  const app = await createApp(platform)
  // Before anybody listens: a notice that comes late would end the first page while it is made.
  section = await sectionInGroup(base, 'news', 'finance_headlines')
  await publishedFact(base, section, { on: '2018-03-01' })
  address = await app.listen({ host: '127.0.0.1', port: 0 })
  await followed()
  afterAll(async () => {
    await app.close()
    await platform.close()
  })
})
/** The page cache hears the touches of other nodes. */
async function followed() {
  while (!platform.cache.isFollowing()) await new Promise((resolve) => setTimeout(resolve, 10))
}
const get = async (path: string) => {
  const answer = await fetch(address + path)
  return { status: answer.status, from: answer.headers.get('cache-status'), text: await answer.text() }
}
const figure = '/reports/2018/publications.total'
const counted = (text: string) => Number(/<p class="figure"><strong>(\d+)/.exec(text)?.[1])

it.each(['/statistics', '/statistics/2018', '/reports', '/reports/2018', '/reports/2018/document', figure])(
  '%s is made once a minute at most, says as of when, and stands while the database is away',
  async (path) => {
    await get(path)
    const kept = await get(path)
    expect([kept.status, kept.from]).toEqual([200, 'gongkai; hit'])
    if (path !== '/reports') expect(kept.text).toMatch(/统计截至2019-02-01 10:\d\d/)
  },
)

it('a record of which no tag tells is on the page a minute later, never later than that', async () => {
  now += 61_000
  const before = counted((await get(figure)).text)
  // Written past the use cases: nobody tells the page cache.
  await publishedFact(base, section, { on: '2018-03-02' })
  now += 59_000
  expect(counted((await get(figure)).text)).toBe(before)
  now += 1_000
  const after = await get(figure)
  expect([after.from, counted(after.text)]).toEqual([null, before + 1])
})

it('the Word file is kept as well', async () => {
  const word = '/reports/2018/document.docx'
  const [made, kept] = [await fetch(address + word), await fetch(address + word)]
  expect([kept.headers.get('cache-status'), kept.headers.get('content-disposition')]).toEqual([
    'gongkai; hit',
    made.headers.get('content-disposition'),
  ])
  expect(Buffer.from(await kept.arrayBuffer()).equals(Buffer.from(await made.arrayBuffer()))).toBe(true)
})

it('while the database is away the last figures stand, with the time of which they are', async () => {
  const { text } = await get('/statistics/2018')
  await door.shut()
  now += 3600_000
  const stale = await get('/statistics/2018')
  expect([stale.status, stale.from, stale.text]).toEqual([200, 'gongkai; fwd=stale; fwd-status=503', text])
  await door.open()
  await followed()
})
