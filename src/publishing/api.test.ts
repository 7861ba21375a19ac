import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { onDesk } from '../../test/desk.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { builtContent, builtSection } from './builders.ts'

const platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
const app = await createApp(platform)
const sectionId = await builtSection(platform)
type Person = Awaited<ReturnType<typeof signedIn>>
const author = await signedIn(app, platform, 'author')
const reviewer = await signedIn(app, platform, 'reviewer')
const secrecy = await signedIn(app, platform, 'secrecy_reviewer')
const publisher = await signedIn(app, platform, 'publisher')

const send = (who: Person, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
  app.inject({ method, url: `/api/staff${url}`, headers: who.headers, ...(payload ? { payload } : {}) })
const read = async (who: Person, id: number) => (await send(who, 'GET', `/articles/${id}`)).json()
const write = async (changes = {}) =>
  (await send(author, 'POST', '/articles', builtContent(sectionId, changes))).json().id as number
const decide = async (who: Person, id: number, decision = 'approved', comment = '同意') => {
  const { content } = await read(who, id)
  return send(who, 'POST', `/articles/${id}/decisions`, {
    decision,
    comment,
    contentHash: content.contentHash,
  })
}

describe('an item through the routes', () => {
  it('goes from author to the public in the hands of four people, each offered only their own move', async () => {
    const id = await write({ title: '关于夏季防汛资金的通知' })
    expect((await read(author, id)).abilities).toMatchObject({ edit: true, submit: true, decide: false })
    expect((await send(author, 'POST', `/articles/${id}/submission`)).statusCode).toBe(200)
    expect((await read(author, id)).abilities).toMatchObject({ submit: false, decide: false })
    for (const person of [reviewer, secrecy, publisher]) {
      expect((await read(person, id)).abilities.decide).toBe(true)
      expect((await decide(person, id)).statusCode).toBe(200)
    }
    expect((await read(publisher, id)).abilities.publish).toBe(true)
    expect((await app.inject(`/articles/${id}`)).statusCode).toBe(404)
    expect((await send(publisher, 'POST', `/articles/${id}/publication`)).statusCode).toBe(204)
    expect((await app.inject(`/articles/${id}`)).body).toContain('关于夏季防汛资金的通知')
    const seen = await read(publisher, id)
    expect(seen.history.map((h: { step_name: string }) => h.step_name)).toEqual([
      null,
      '初审',
      '保密审查',
      '终审签发',
    ])
    expect(seen.published.contentHash).toBe(seen.content.contentHash)
  })

  it('tells the second editor who is there, and keeps the second from overwriting', async () => {
    const other = await signedIn(app, platform, 'author')
    const id = await write()
    expect((await send(author, 'PUT', `/articles/${id}/editing`)).json()).toEqual({ others: [] })
    expect((await send(other, 'PUT', `/articles/${id}/editing`)).json().others).toEqual([author.staff.name])
    const draft = { ...builtContent(sectionId, { title: '一' }), version: 1 }
    expect((await send(author, 'PUT', `/articles/${id}`, draft)).json()).toEqual({ version: 2 })
    const refused = await send(other, 'PUT', `/articles/${id}`, { ...draft, title: '二' })
    expect(refused.json().code).toBe('edited_by_other')
  })

  it('keeps what each person typed and did not save, without a revision; saving it takes it away', async () => {
    const other = await signedIn(app, platform, 'author')
    const id = await write()
    const kept = (who: Person, title: string, version = 1) =>
      send(who, 'PUT', `/articles/${id}/kept-draft`, { version, values: { title, documentDate: null } })
    expect((await send(author, 'POST', `/articles/${id}/submission`)).statusCode).toBe(200)
    for (const title of ['半句\u0000', '一句']) expect((await kept(author, title)).statusCode).toBe(200)
    await kept(other, '另一人的话')
    const mine = await read(author, id)
    expect(mine.keptDraft).toMatchObject({ version: 1, values: { title: '一句', documentDate: null } })
    expect((await read(other, id)).keptDraft.values.title).toBe('另一人的话')
    expect((await read(reviewer, id)).keptDraft).toBeNull()
    // Nothing of it is part of the record: one revision, still under review, nothing in the history.
    expect([mine.revisions.length, mine.article.status, mine.article.version]).toEqual([1, 'in_review', 2])
    expect(mine.events.map(({ action }: { action: string }) => action)).not.toContain('publishing.save')
    const draft = { ...builtContent(sectionId, { title: '一句话' }), version: 2 }
    expect((await send(author, 'PUT', `/articles/${id}`, draft)).statusCode).toBe(200)
    expect((await read(author, id)).keptDraft).toBeNull()
    // The other's words stay, with the version that they were written over.
    expect((await read(other, id)).keptDraft.version).toBe(1)
    expect((await send(other, 'DELETE', `/articles/${id}/kept-draft`)).statusCode).toBe(204)
    expect((await read(other, id)).keptDraft).toBeNull()
    expect((await kept(reviewer, '越权')).json().code).toBe('not_allowed')
    const nowhere = { version: 1, values: {} }
    expect((await send(author, 'PUT', '/articles/999999/kept-draft', nowhere)).statusCode).toBe(404)
  })

  it('schedules, publishes in an emergency, has it confirmed, withdraws', async () => {
    const id = await write()
    const at = { publishAt: '2018-06-20T08:00:00+08:00' }
    expect((await send(publisher, 'PUT', `/articles/${id}/schedule`, at)).json().code).toBe('wrong_status')
    const reason = { reason: '汛情紧急，须立即告知公众' }
    expect((await send(publisher, 'POST', `/articles/${id}/emergency`, reason)).statusCode).toBe(204)
    const flagged = await send(reviewer, 'GET', '/articles?emergency=true')
    expect(flagged.json().items.map((item: { id: number }) => item.id)).toContain(id)
    const { shownHash: contentHash } = await read(reviewer, id)
    const confirmation = `/articles/${id}/emergency/confirmation`
    expect((await send(reviewer, 'PUT', confirmation, { comment: '属实' })).statusCode).toBe(400)
    expect((await send(reviewer, 'PUT', confirmation, { comment: '属实', contentHash })).statusCode).toBe(204)
    const end = { kind: 'gone', reason: '内容有误' }
    expect((await send(publisher, 'POST', `/articles/${id}/withdrawal`, end)).statusCode).toBe(204)
    expect((await app.inject(`/articles/${id}`)).statusCode).toBe(410)
  })

  it('makes one draft of a form that is sent twice', async () => {
    const form = { ...builtContent(sectionId, { title: '重复提交' }), replayKey: randomUUID() }
    const [first, second] = await Promise.all([1, 2].map(() => send(author, 'POST', '/articles', form)))
    expect(second?.json()).toEqual(first?.json())
    expect((await send(author, 'GET', '/articles?title=重复提交')).json().items).toHaveLength(1)
    const { events } = await read(author, first?.json().id)
    expect(events.map((event: { action: string }) => event.action)).toEqual(['publishing.create'])
  })

  it('points at the field that is wrong, and lets in nobody without a session or a duty', async () => {
    const bad = await send(author, 'POST', '/articles', { ...builtContent(sectionId), title: '' })
    expect(bad.json()).toMatchObject({ code: 'invalid_input', fields: { title: '请填写标题。' } })
    expect((await app.inject('/api/staff/articles')).json().code).toBe('not_signed_in')
    expect((await app.inject('/api/staff/articles')).statusCode).toBe(401)
    const agent = await signedIn(app, platform, 'hotline_agent')
    expect((await send(agent, 'GET', '/articles')).json().code).toBe('not_allowed')
    expect((await send(author, 'GET', '/articles/999999')).statusCode).toBe(404)
  })
})

it('lists by status, step and title, a page at a time', async () => {
  for (let n = 0; n < 51; n++) await write({ title: `防火提示${n}_100%` })
  const first = (await send(author, 'GET', '/articles?status=draft&mine=true&title=_100%25')).json()
  expect(first.items).toHaveLength(50)
  const second = (
    await send(author, 'GET', `/articles?status=draft&mine=true&title=_100%25&after=${first.next}`)
  ).json()
  expect(second).toMatchObject({ items: [{ title: '防火提示0_100%' }], next: null })
  expect(await onDesk(app, author, 'draft')).toBeGreaterThanOrEqual(51)
})

describe('sections', () => {
  const plan = (code: string, more = {}) => ({ code, name: `栏目${code}`, kind: 'news', ...more })
  const make = async (code: string, more = {}) => send(publisher, 'POST', '/sections', plan(code, more))
  it('form a tree without loops and without doubles', async () => {
    expect((await send(author, 'POST', '/sections', plan('x'))).json().code).toBe('not_allowed')
    const parent = (await make('above')).json().id
    const child = (await make('below', { parentId: parent })).json().id
    expect((await make('below')).json().code).toBe('section_code_taken')
    const loop = plan('above', { parentId: child })
    expect((await send(publisher, 'PUT', `/sections/${parent}`, loop)).json().code).toBe('section_loop')
    expect((await make('lost', { parentId: 99_999 })).json().code).toBe('section_unknown')
  })

  it('merge with a redirect and nothing lost', async () => {
    const from = (await make('old')).json().id
    const to = (await make('new')).json().id
    const reason = { reason: '测试所需的紧急发布' }
    const article = await write({ sectionId: from, title: '旧栏目里的消息' })
    await platform.db
      .updateTable('sections')
      .set({ description: '栏', keywords: '栏', column_type: '栏' })
      .where('id', 'in', [from, to])
      .execute()
    expect((await send(publisher, 'POST', `/articles/${article}/emergency`, reason)).statusCode).toBe(204)
    const merge = (id: number, mergedIntoId: number) =>
      send(publisher, 'POST', `/sections/${id}/end`, { mergedIntoId })
    expect((await merge(from, from)).json().code).toBe('section_merge_invalid')
    expect((await merge(from, to)).statusCode).toBe(204)
    expect((await app.inject('/sections/old')).headers.location).toBe('/sections/new')
    const feed = await app.inject('/sections/old/feed.atom')
    expect([feed.statusCode, feed.headers.location]).toEqual([301, '/sections/new/feed.atom'])
    const answers = ['/api/articles?section=old', '/api/search?q=旧栏目里的消息&section=old']
    for (const url of answers) expect((await app.inject(encodeURI(url))).body).toContain('旧栏目里的消息')
    expect((await app.inject('/sections/new')).body).toContain('旧栏目里的消息')
    expect((await send(author, 'POST', '/articles', builtContent(from))).json().code).toBe('section_closed')
  })
})

it('the agency edits its word list, and the next check uses it', async () => {
  const term = { term: '按装', suggestion: '安装', severity: 'error', reason: '错别字' }
  expect((await send(author, 'PUT', '/terms', term)).json().code).toBe('not_allowed')
  expect((await send(publisher, 'PUT', '/terms', term)).statusCode).toBe(204)
  const id = await write({ bodyHtml: '<p>请按装设备。</p>' })
  expect((await send(author, 'POST', `/articles/${id}/submission`)).json().code).toBe('precheck_failed')
  const url = `/terms/${encodeURIComponent('按装')}`
  expect((await send(publisher, 'DELETE', url)).statusCode).toBe(204)
  expect((await send(author, 'POST', `/articles/${id}/submission`)).statusCode).toBe(200)
})

it('an attachment that was never uploaded is refused, and the draft is not half saved', async () => {
  const attachments = [{ fileId: 999, name: '没有上传的附件.pdf' }]
  const before = await onDesk(app, author, 'draft')
  const refused = await send(author, 'POST', '/articles', builtContent(sectionId, { attachments } as never))
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'attachment_unknown'])
  expect(await onDesk(app, author, 'draft')).toBe(before)
})
