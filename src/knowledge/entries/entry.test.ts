import { describe, expect, it } from 'vitest'
import { fixedClock } from '#platform/clock'
import { createApp } from '../../../src/app.ts'
import { testPlatform } from '../../../test/platform.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { entryActions, entryStatuses } from '../contract.ts'
import { loadIndex } from '../load-index.ts'
import { rank } from '../ranking/rank.ts'
import { countSolved, forgetReadersJob } from './count-solved.ts'
import { statusAfter } from './entry.ts'

describe('moves', () => {
  const legal: Record<string, string> = {
    'draft edit': 'draft',
    'draft review': 'reviewed',
    'draft retire': 'retired',
    'reviewed edit': 'draft',
    'reviewed suspend': 'suspended',
    'reviewed retire': 'retired',
    'suspended edit': 'draft',
    'suspended review': 'reviewed',
    'suspended retire': 'retired',
    'draft hand_over': 'draft',
    'reviewed hand_over': 'reviewed',
    'suspended hand_over': 'suspended',
  }
  it.each(entryStatuses.flatMap((status) => entryActions.map((action) => [status, action] as const)))(
    '%s, %s',
    (status, action) => {
      const expected = legal[`${status} ${action}`]
      if (expected) expect(statusAfter(status, action)).toBe(expected)
      else expect(() => statusAfter(status, action)).toThrow(/状态/)
    },
  )
})

const platform = await testPlatform()
const app = await createApp(platform)
const writer = await signedIn(app, platform, 'correspondence_officer')
const reviewer = await signedIn(app, platform, 'supervisor')
const both = await signedIn(app, platform, 'correspondence_officer', 'supervisor')
const author = await signedIn(app, platform, 'author')
const send = (who: typeof writer, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
  app.inject({
    method,
    url: `/api/staff/knowledge${url}`,
    headers: who.headers,
    ...(payload ? { payload } : {}),
  })
const words = (more = {}) => ({
  topic: '会计',
  question: '会计证书在哪里领取',
  variants: ['资格证怎么拿'],
  answer: '请携带身份证到服务大厅领取。',
  audience: 'public',
  ...more,
})
const write = async (more = {}, who = writer) =>
  (await send(who, 'POST', '/entries', words(more))).json().id as number
const review = (id: number, who = reviewer) => send(who, 'POST', `/entries/${id}/review`)
const reason = { reason: '口径有变' }
const page = async (id: number) => (await app.inject(`/answers/${id}`)).statusCode

it('is used only after a second person has read it; new words need a new review', async () => {
  const id = await write({}, both)
  expect(await page(id)).toBe(404)
  expect((await review(id, both)).json().code).toBe('own_words')
  expect((await review(id, writer)).statusCode).toBe(403)
  expect((await review(id)).statusCode).toBe(204)
  expect((await review(id)).json().code).toBe('entry_move')
  expect(await page(id)).toBe(200)
  const found = rank(await loadIndex(platform.db, 'entries'), '资格证怎么拿')
  expect(found[0]?.entry).toBe(String(id))
  expect((await send(writer, 'PUT', `/entries/${id}`, { ...words(), version: 1 })).json().code).toBe('stale')
  const { version, abilities } = (await send(writer, 'GET', `/entries/${id}`)).json()
  expect(abilities).toEqual({
    edit: true,
    review: false,
    suspend: true,
    retire: false,
    hand_over: false,
  })
  expect((await send(writer, 'PUT', `/entries/${id}`, { ...words(), version })).statusCode).toBe(204)
  expect(await page(id)).toBe(404)
  expect((await send(author, 'GET', '/entries')).statusCode).toBe(403)
  expect((await send(author, 'POST', '/entries', words())).statusCode).toBe(403)
})

it('goes out of use when suspended, retired, internal, or past its day', async () => {
  const [one, two, three] = [await write(), await write(), await write({ audience: 'internal' })]
  for (const id of [one, two, three]) expect((await review(id)).statusCode).toBe(204)
  expect((await send(writer, 'POST', `/entries/${one}/suspension`, reason)).statusCode).toBe(204)
  expect((await send(reviewer, 'POST', `/entries/${two}/retirement`, reason)).statusCode).toBe(204)
  expect([await page(one), await page(two), await page(three)]).toEqual([404, 404, 404])
  const past = await send(writer, 'POST', '/entries', words({ validUntil: '2018-06-14' }))
  expect(past.json().code).toBe('valid_until_past')
  const last = await write({ validUntil: '2018-06-15' })
  await review(last)
  expect(await page(last)).toBe(200)
  await platform.db
    .updateTable('knowledge_entries')
    .set({ valid_until: '2018-06-14' } as never)
    .where('id', '=', last)
    .execute()
  expect(await page(last)).toBe(404)
})

it('stands and falls with its policy, and says so to its owner', async () => {
  expect((await send(writer, 'POST', '/entries', words({ sources: [9999] }))).json().code).toBe(
    'source_not_public',
  )
  const { addItem, addSection } = await import('../../portal/builders.ts')
  const article = await addItem(platform, await addSection(platform, 'policies', '政策'))
  const id = await write({ sources: [article] })
  await review(id)
  expect(await page(id)).toBe(200)
  await platform.db
    .updateTable('published_articles')
    .set({ state: 'gone' })
    .where('article_id', '=', article)
    .execute()
  expect(await page(id)).toBe(404)
  const stale = (await send(writer, 'GET', '/stale')).json().items as { id: number }[]
  expect(stale.map((entry) => entry.id)).toContain(id)
})

it('the public finds it by topic and in the feed, and says that it helped', async () => {
  const id = await write({ topic: '非税收入', question: '罚款缴错了怎样退<b>' })
  await review(id)
  const topic = `/answers/topics/${encodeURIComponent('非税收入')}`
  const list = (await app.inject('/answers')).body
  expect(list).toContain(`<h2><a href="${topic}">非税收入</a></h2>`)
  expect(list).not.toContain('退<b>')
  for (const feed of ['/answers/feed.atom', `${topic}/feed.atom`]) {
    const atom = (await app.inject(feed)).body
    expect(atom).toContain(`/answers/${id}`)
    expect(atom).toContain('请携带身份证到服务大厅领取。')
    // As of the last review, not of the moment of asking.
    expect(atom).toContain('<updated>2018-06-15T02:00:00.000Z</updated>')
  }
  expect((await app.inject(topic)).body).toContain(`/answers/${id}`)
  for (const none of ['/answers/topics/none', '/answers/topics/none/feed.atom'])
    expect((await app.inject(none)).statusCode).toBe(404)
  const answer = await app.inject({ method: 'POST', url: `/answers/${id}/solved` })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `/answers/${id}`])
  expect((await app.inject(`/answers/${id}`)).body).toContain('已有1人')
  expect((await app.inject({ method: 'POST', url: '/answers/9999/solved' })).statusCode).toBe(404)
})

it('one network counts once a day for an entry, and nothing tells who it was', async () => {
  const id = await write({ question: '一人一次' })
  await review(id)
  const press = (remoteAddress: string) =>
    app.inject({ method: 'POST', url: `/answers/${id}/solved`, remoteAddress })
  const solved = async () =>
    (
      await platform.db
        .selectFrom('knowledge_entries')
        .select('solved')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).solved
  for (const address of ['192.0.2.1', '192.0.2.1', '2001:db8:1:2::1', '2001:db8:1:2:ffff::9'])
    expect((await press(address)).statusCode).toBe(303)
  expect(await solved()).toBe(2)
  await press('192.0.2.2')
  expect(await solved()).toBe(3)
  const rows = await platform.db
    .selectFrom('knowledge_solved')
    .selectAll()
    .where('entry_id', '=', id)
    .execute()
  expect(JSON.stringify(rows)).not.toMatch(/192\.0|2001/)
  const tomorrow = { ...platform, clock: fixedClock('2018-06-16T10:00:00+08:00') }
  expect(await countSolved(tomorrow, id, '192.0.2.1')).toBe(true)
  expect(await countSolved(tomorrow, id, '192.0.2.1')).toBe(false)
  const nextWeek = { ...platform, clock: fixedClock('2018-06-22T03:10:00+08:00') }
  await forgetReadersJob.run(nextWeek, undefined as never)
  expect(
    await platform.db.selectFrom('knowledge_solved').selectAll().where('entry_id', '=', id).execute(),
  ).toEqual([])
})

it('the list is by attention or by age, page by page; topics say how many', async () => {
  const topic = '分页'
  const ids: number[] = []
  for (let nth = 0; nth < 60; nth += 1) ids.push(await write({ topic, question: `第${nth}问`, variants: [] }))
  await platform.db
    .updateTable('knowledge_entries')
    .set({ solved: 7 })
    .where('id', 'in', [ids[3] as number, ids[40] as number])
    .execute()
  for (const [sort, first] of [
    ['-attention', [ids[40], ids[3], ids[59]]],
    ['-newest', [ids[59], ids[58], ids[57]]],
  ] as const) {
    const seen: number[] = []
    let after = ''
    do {
      const url = `/entries?topic=${encodeURIComponent(topic)}&sort=${sort}${after}`
      const page = (await send(writer, 'GET', url)).json()
      seen.push(...page.items.map((one: { id: number }) => one.id))
      after = page.next ? `&after=${page.next}` : ''
    } while (after)
    expect(seen.slice(0, 3)).toEqual(first)
    expect([seen.length, new Set(seen).size]).toEqual([60, 60])
  }
  const topics = (await send(writer, 'GET', '/topics')).json().items
  expect(topics).toContainEqual({ name: topic, entries: 60, inUse: 0, attention: 14 })
})
