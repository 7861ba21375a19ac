import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { deskOf, onDesk } from '../../test/desk.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { createApp } from '../app.ts'
import { builtContent, builtSection } from './builders.ts'
import { rowsForExport } from './staff-store.ts'

type Person = Awaited<ReturnType<typeof signedIn>>
let platform: Platform
let app: App
let author: Person
let publisher: Person
let sectionId: number
beforeAll(async () => {
  // Friday, 2018-06-15; Monday the 18th is 端午.
  platform = await testPlatform()
  app = await createApp(platform)
  author = await signedIn(app, platform, 'author')
  publisher = await signedIn(app, platform, 'publisher')
  sectionId = await builtSection(platform)
})
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
const send = (who: Person, method: Method, url: string, payload?: object) =>
  app.inject({ method, url: `/api/staff${url}`, headers: who.headers, ...(payload ? { payload } : {}) })
const write = async (changes = {}) =>
  (await send(author, 'POST', '/articles', builtContent(sectionId, changes))).json().id as number
const publish = async (changes = {}) => {
  const id = await write(changes)
  await send(publisher, 'POST', `/articles/${id}/emergency`, { reason: '测试所需的紧急发布' })
  return id
}

it('an item that also went out on Weibo and WeChat counts there, once a channel, on its day', async () => {
  const draft = await write()
  const weibo = { channel: 'weibo', deliveredOn: '2018-06-14', externalUrl: 'https://weibo.example/1' }
  expect((await send(publisher, 'PUT', `/articles/${draft}/deliveries`, weibo)).json().code).toBe(
    'delivery_not_public',
  )
  const id = await publish()
  const put = (payload: object, who = publisher) => send(who, 'PUT', `/articles/${id}/deliveries`, payload)
  expect((await put(weibo, author)).json().code).toBe('not_allowed')
  expect((await put({ ...weibo, deliveredOn: '2018-06-16' })).json().code).toBe('delivery_day_wrong')
  expect((await put({ ...weibo, channel: 'website' })).json().code).toBe('invalid_input')
  expect((await put({ ...weibo, externalUrl: 'javascript:alert(1)' })).json().code).toBe('invalid_input')
  for (const each of [weibo, { ...weibo, externalUrl: null }, { ...weibo, channel: 'wechat' }])
    expect((await put(each)).statusCode).toBe(204)
  const listed = async () =>
    (await send(author, 'GET', `/articles/${id}/deliveries`))
      .json()
      .items.map((d: { channel: string }) => d.channel)
  expect(await listed()).toEqual(['wechat', 'weibo', 'website'])
  expect((await send(author, 'DELETE', `/articles/${id}/deliveries/weibo`)).json().code).toBe('not_allowed')
  expect((await send(publisher, 'DELETE', `/articles/${id}/deliveries/weibo`)).statusCode).toBe(204)
  expect((await send(publisher, 'DELETE', `/articles/${id}/deliveries/website`)).statusCode).toBe(400)
  expect(await listed()).toEqual(['wechat', 'website'])
})

it('a policy waits for its interpretation until three working days are over, and both pages show the link', async () => {
  const policyId = await publish({ title: '新政策', documentKind: 'policy_document' })
  const waiting = async () => {
    const { items } = (await send(author, 'GET', '/policies-without-interpretation')).json()
    return items.find((item: { article_id: number }) => item.article_id === policyId)
  }
  expect(await waiting()).toMatchObject({ due_on: '2018-06-21', overdue: false, drafts: 0 })
  const card = async () =>
    (await deskOf(app, author)).find(({ key }) => key === 'policies_without_interpretation')
  expect(await card()).toMatchObject({ count: 1, overdue: 0, nextDue: '2018-06-21', oldest: '2018-06-15' })
  const text = { title: '一图读懂', documentKind: 'interpretation', interpretationForm: 'infographic' }
  const interpretationId = await write(text)
  const links = `/articles/${policyId}/interpretations`
  expect((await send(author, 'POST', links, { interpretationId })).statusCode).toBe(204)
  expect(await waiting()).toMatchObject({ drafts: 1 })
  const other = (await send(author, 'GET', `/articles/${interpretationId}/interpretations`)).json().items
  expect(other).toMatchObject([{ id: policyId, title: '新政策', policy_id: policyId }])
  await send(publisher, 'POST', `/articles/${interpretationId}/emergency`, { reason: '测试所需的紧急发布' })
  expect(await waiting()).toBeUndefined()
  expect(await onDesk(app, author, 'policies_without_interpretation')).toBeUndefined()
  expect((await app.inject(`/articles/${policyId}`)).body).toContain('一图读懂')
  expect((await app.inject(`/articles/${interpretationId}`)).body).toContain('新政策')
  const one = `${links}/${interpretationId}`
  expect((await send(author, 'DELETE', one)).json().code).toBe('link_needs_reviewer')
  expect((await send(publisher, 'DELETE', one)).statusCode).toBe(204)
  expect((await send(publisher, 'DELETE', one)).statusCode).toBe(404)
  // It still stands beside the policy in the list of its section.
  expect((await app.inject(`/articles/${policyId}`)).body).not.toContain('<h2>政策解读</h2>')
  await platform.db
    .updateTable('published_articles')
    .set({ published_on: '2018-06-01' as never })
    .where('article_id', '=', policyId)
    .execute()
  expect(await waiting()).toMatchObject({ due_on: '2018-06-06', overdue: true })
  expect(await card()).toMatchObject({ count: 1, overdue: 1, nextDue: null, oldest: '2018-06-01' })
})

it('sections have an order, an owner and a rule that shows who is late', async () => {
  const make = async (code: string, more = {}) =>
    (await send(publisher, 'POST', '/sections', { code, name: code, kind: 'news', ...more })).json()
      .id as number
  const wrong = { code: 'x', name: 'x', kind: 'news', ownerDepartmentId: 99 }
  expect((await send(publisher, 'POST', '/sections', wrong)).json().code).toBe('department_unknown')
  const { id: ownerDepartmentId } = await platform.db
    .insertInto('departments')
    .values({ code: 'office', name: '办公室' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const parent = await make('parent', { ownerDepartmentId, freshnessDays: 7 })
  const [a, b] = [await make('child-a', { parentId: parent }), await make('child-b')]
  const order = (ids: number[], parentId: number | null, who = publisher) =>
    send(who, 'PUT', '/section-order', { ids, parentId })
  expect((await order([b, a], parent, author)).json().code).toBe('not_allowed')
  expect((await order([b, 9999], parent)).json().code).toBe('section_unknown')
  expect((await order([parent], a)).json().code).toBe('section_loop')
  expect((await order([b, a], parent)).statusCode).toBe(204)
  const list = async () => (await send(author, 'GET', '/sections')).json().items as Record<string, unknown>[]
  const children = (await list()).filter((row) => row.parent_id === parent)
  expect(children.map((row) => row.id)).toEqual([b, a])
  await platform.db
    .updateTable('sections')
    .set({ created_at: new Date('2018-06-01T00:00:00Z') })
    .where('id', '=', parent)
    .execute()
  const row = async () => (await list()).find((each) => each.id === parent)
  expect(await row()).toMatchObject({ owner: '办公室', newest_on: null, overdue: true })
  expect(await onDesk(app, publisher, 'sections_overdue')).toBe(1)
  await platform.db
    .updateTable('sections')
    .set({ description: 'x', keywords: 'x', column_type: 'x' })
    .where('id', '=', parent)
    .execute()
  await publish({ sectionId: parent })
  expect(await row()).toMatchObject({ newest_on: '2018-06-15', overdue: false })
  expect(await onDesk(app, publisher, 'sections_overdue')).toBeUndefined()
})

it('groups of sections for the statistics are edited, never deleted', async () => {
  const put = (who: Person, payload: object) => send(who, 'PUT', '/section-groups/policy', payload)
  const group = { name: '政策类', sectionIds: [sectionId, sectionId] }
  expect((await put(author, group)).json().code).toBe('not_allowed')
  expect((await put(publisher, { ...group, sectionIds: [9999] })).json().code).toBe('section_unknown')
  expect((await put(publisher, group)).statusCode).toBe(204)
  expect((await send(author, 'GET', '/section-groups')).json().items).toEqual([
    {
      key: 'policy',
      name: '政策类',
      section_ids: [sectionId],
      members: [{ section_id: sectionId, counts_from: null }],
    },
  ])
  expect((await put(publisher, { name: '政策', sectionIds: [] })).statusCode).toBe(204)
})

it('the list filters, sorts by waiting time page by page, and goes into a spreadsheet without formulas', async () => {
  const ids: number[] = []
  for (let nth = 0; nth < 55; nth++) ids.push(await write({ title: nth ? `等待${nth}` : '=HYPERLINK("x")' }))
  await platform.db
    .updateTable('articles')
    .set((eb) => ({ status: 'in_review', awaited_step: 'first_review', submitted_at: eb.ref('updated_at') }))
    .where('id', 'in', ids)
    .execute()
  const page = async (after = '') =>
    (
      await send(author, 'GET', `/articles?status=in_review&sort=submitted${after && `&after=${after}`}`)
    ).json()
  const first = await page()
  const second = await page(first.next)
  expect([first.items.length, second.items.length, second.next]).toEqual([50, 5, null])
  const seen = [...first.items, ...second.items].map((item: { id: number }) => item.id)
  expect(seen).toEqual(ids)
  const updated = (await send(author, 'GET', '/articles?sort=-updated')).json()
  expect(updated.items).toHaveLength(50)
  expect(
    (await send(author, 'GET', `/articles?sort=-updated&after=${updated.next}`)).json().items.length,
  ).toBeGreaterThan(5)
  const kinds = (await send(author, 'GET', '/articles?kind=policy_document')).json().items
  expect(kinds.map((item: { title: string }) => item.title)).toEqual(['新政策'])
  expect((await send(author, 'GET', '/articles?from=2018-06-16')).json().items).toEqual([])
  const csv = await send(author, 'GET', '/articles/export?status=in_review')
  expect(csv.headers['content-type']).toContain('text/csv')
  expect(csv.body.split('\n')).toHaveLength(57)
  expect(csv.body).toContain(`"'=HYPERLINK`)
  const read: number[] = []
  for await (const { id } of rowsForExport(platform.db, { status: 'in_review' }, 0, 10)) read.push(id)
  expect([read.length, new Set(read).size]).toEqual([55, 55]) // more than one read, none twice
  expect((await app.inject('/api/staff/articles/export')).statusCode).toBe(401)
})
