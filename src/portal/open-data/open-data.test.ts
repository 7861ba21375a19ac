import { beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { testPlatform } from '../../../test/platform.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { createApp } from '../../app.ts'
import { addItem, addSection } from '../builders.ts'

let platform: Platform
let app: App
let news: number
let policies: number
beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  news = await addSection(platform, 'news', '工作动态')
  policies = await addSection(platform, 'policies', '政策文件', { parent_id: news, kind: 'policies' })
  return () => app.close()
})
const get = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await app.inject({ url, headers })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() }
}
const day = (on: string, changes = {}) => ({
  published_on: on,
  published_at: new Date(`${on}T09:00:00+08:00`),
  ...changes,
})

describe('the list', () => {
  it('pages through every live item once, newest first', async () => {
    for (let made = 0; made < 25; made++) await addItem(platform, news)
    const gone = await addItem(platform, news, { state: 'gone', state_text: '有误' })
    const seen: number[] = []
    for (let url: string | null = '/api/articles?limit=10&section=news'; url; ) {
      const { body, status } = await get(url)
      expect(status).toBe(200)
      seen.push(...body.items.map(({ id }: { id: number }) => id))
      url = body.next && new URL(body.next).pathname + new URL(body.next).search
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a))
    expect(seen).toHaveLength(25)
    expect(seen).not.toContain(gone)
  })

  it('is narrowed by section, kind and days, both days included', async () => {
    const old = await addItem(platform, policies, day('2017-05-01', { document_kind: 'policy_document' }))
    const later = await addItem(platform, policies, day('2017-05-02'))
    const ids = async (query: string) =>
      (await get(`/api/articles?${query}`)).body.items.map((i: { id: number }) => i.id)
    expect(await ids('section=policies')).toEqual([later, old])
    expect(await ids('section=policies&kind=policy_document')).toEqual([old])
    expect(await ids('from=2017-05-02&to=2017-05-02')).toEqual([later])
    expect(await ids('section=nowhere')).toEqual([])
  })

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'from=2017-02-30',
    'after=x',
    'after=1_2_3',
    'limit=1&limit=2',
  ])('refuses %s with a reason', async (query) => {
    const { status, body } = await get(`/api/articles?${query}`)
    expect([status, body.code]).toEqual([400, 'invalid_input'])
    expect(Object.keys(body.fields)).toEqual([query.split('=')[0]])
  })
})

it('one item has its text, files and relatives; its typed end is an answer too', async () => {
  const id = await addItem(platform, policies, { index_number: '000/2018-00007' })
  const file = { article_id: id, position: 1, file_id: 7, name: '附件.pdf', media_type: 'application/pdf' }
  await platform.db
    .insertInto('published_attachments')
    .values({ ...file, size_bytes: 12, role: 'attachment' })
    .execute()
  const { body } = await get(`/api/articles/${id}`)
  expect(body).toMatchObject({
    id,
    state: 'live',
    html: '<p>正文</p>',
    indexNumber: '000/2018-00007',
    section: { code: 'policies', name: '政策文件' },
    publishedAt: '2018-06-01T01:30:00.000Z',
    attachments: [{ name: '附件.pdf', sizeBytes: 12 }],
  })
  const gone = await addItem(platform, news, { state: 'gone', state_text: '内容有误' })
  const merged = await addItem(platform, news, { state: 'merged', merged_into_id: id })
  const notice = await addItem(platform, news, { state: 'notice', state_text: '涉及他人', summary: '张三' })
  const ended = await get(`/api/articles/${gone}`)
  expect([ended.status, ended.body.code, ended.body.title]).toEqual([
    410,
    'gone',
    '这条信息已经撤下。原因：内容有误',
  ])
  const moved = await app.inject(`/api/articles/${merged}`)
  expect([moved.statusCode, moved.headers.location]).toEqual([301, `/api/articles/${id}`])
  expect((await get(`/api/articles/${notice}`)).body).toMatchObject({
    state: 'notice',
    html: '',
    text: '',
    summary: '',
    attachments: [],
  })
  expect((await get('/api/articles/99999999')).status).toBe(404)
  expect((await get('/api/articles/x')).status).toBe(400)
})

it('sections name their place, and search finds titles first', async () => {
  const { body } = await get('/api/sections')
  expect(body.items).toContainEqual(expect.objectContaining({ code: 'policies', parent: 'news' }))
  const inText = await addItem(platform, news, { body_text: '讨论供热价格' })
  const inTitle = await addItem(platform, policies, day('2016-01-01', { title: '供热价格' }))
  const q = encodeURIComponent('供熱')
  const hits = (await get(`/api/search?q=${q}`)).body.items
  expect(hits.map(({ id }: { id: number }) => id)).toEqual([inTitle, inText])
  expect(hits[1].excerpt).toContain('供热价格')
  expect((await get('/api/search')).body.code).toBe('invalid_input')
})

it('a script of another site may read it, and ask with a tag', async () => {
  const { headers } = await get('/api/sections')
  expect(headers['access-control-allow-origin']).toBe('*')
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
  const asked = { origin: 'https://example.org', 'access-control-request-method': 'GET' }
  const answer = await app.inject({ method: 'OPTIONS', url: '/api/articles', headers: asked })
  expect([answer.statusCode, answer.headers['access-control-allow-headers']]).toEqual([204, 'if-none-match'])
  const staff = await app.inject('/api/staff/session')
  expect(staff.headers['access-control-allow-origin']).toBeUndefined()
  const { etag } = headers
  expect(
    (await app.inject({ url: '/api/sections', headers: { 'if-none-match': String(etag) } })).statusCode,
  ).toBe(304)
})

it('the document lists what outsiders may build on and nothing of the staff’s, and the other the reverse', async () => {
  const { body } = await get('/api/openapi.json')
  expect(body.openapi).toBe('3.1.0')
  expect(Object.keys(body.paths).sort()).toEqual([
    '/api/articles',
    '/api/articles/{id}',
    '/api/search',
    '/api/sections',
  ])
  const parameters = body.paths['/api/articles'].get.parameters.map(({ name }: { name: string }) => name)
  expect(parameters).toEqual(['section', 'kind', 'from', 'to', 'limit', 'after'])
  const { content } = body.paths['/api/articles/{id}'].get.responses['200']
  expect(Object.keys(content['application/json'].schema.properties)).toContain('documentNumber')
  expect(body.servers).toEqual([{ url: platform.config.publicUrl }])
  const statuses = (path: string) => Object.keys(body.paths[path].get.responses)
  expect(statuses('/api/articles')).toEqual(['200', '400', '429'])
  expect(statuses('/api/articles/{id}')).toEqual(['200', '400', '404', '410', '429'])
  expect((await get('/api/staff/openapi.json')).body.code).toBe('not_signed_in')
  const { headers } = await signedIn(app, platform, 'author')
  const staff = Object.keys((await get('/api/staff/openapi.json', headers)).body.paths)
  expect(staff.length).toBeGreaterThan(20)
  expect(staff.filter((path) => !path.startsWith('/api/staff/'))).toEqual([])
})

it('the page explains use, terms and limits, and tries each part without a script', async () => {
  const { body } = await app.inject('/open-data')
  for (const words of ['怎样使用', '使用条件', '限制', '试一试', '/api/openapi.json'])
    expect(body).toContain(words)
  const form = /<form class="filters" action="\/api\/search"[\s\S]*?<\/form>/.exec(body)?.[0] ?? ''
  expect([...form.matchAll(/name="(\w+)"/g)].map(([, name]) => name)).toEqual([
    'q',
    'section',
    'kind',
    'from',
    'to',
    'limit',
  ])
  // A browser sends the fields that were left empty, too.
  expect((await get('/api/articles?section=&kind=&from=&to=&limit=20')).status).toBe(200)
  expect(body).not.toMatch(/<script(?! type="(?:application\/ld\+json"|module" src="\/assets\/))/)
})
