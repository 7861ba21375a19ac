import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { testPlatform } from '../../test/platform.ts'
import { createApp } from '../app.ts'
import { addItem, addSection } from './builders.ts'
import { excerpt, highlighted } from './highlight.ts'
import { searchTerms, tsqueryOf } from './search-terms.ts'

let platform: Platform
let app: App
let policies: number
let news: number

beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  policies = await addSection(platform, 'policies', '政策文件')
  news = await addSection(platform, 'news', '工作动态')
  return () => app.close()
})

const found = async (query: string) => {
  const { body, statusCode } = await app.inject(`/search?${query}`)
  expect(statusCode).toBe(200)
  return [...body.matchAll(/<h2><a href="\/articles\/(\d+)"/g)].map(([, id]) => Number(id))
}
const q = (text: string, more = '') => `q=${encodeURIComponent(text)}${more}`

it.each([
  ['小微企业', "'~小微' & '~微企' & '~企业'"],
  ['財政資訊', "'~财政' & '~政资' & '~资讯'"],
  ['ＰＭ2.5 限', "'~pm2':* & '~5':* & '~限':*"],
  ["'; drop table & | !", "'~drop':* & '~table':*"],
])('%s is asked for as %s', (typed, expected) => {
  expect(tsqueryOf(searchTerms(typed))).toBe(expected)
})

it('a mark surrounds hits and nothing else; the excerpt begins near the first hit', () => {
  expect(String(highlighted('<b>贷款', ['贷款']))).toBe('&lt;b&gt;<mark>贷款</mark>')
  expect(excerpt(`${'前'.repeat(50)}贷款${'后'.repeat(200)}`, ['贷款'])).toMatch(/^…前{30}贷款后{88}…$/)
})

it('finds in title and text, simplified or traditional, and puts titles first', async () => {
  const text = await addItem(platform, news, { title: '会议', body_text: '讨论融资担保办法' })
  const title = await addItem(platform, policies, {
    title: '融资担保管理办法',
    document_number: '江财〔2018〕7号',
    document_kind: 'policy_document',
    published_on: '2017-05-01',
    published_at: new Date('2017-05-01T01:00:00Z'),
  })
  expect(await found(q('融资担保'))).toEqual([title, text])
  expect(await found(q('融資擔保'))).toEqual([title, text])
  expect(await found(q('融资担保', '&order=newest'))).toEqual([text, title])
  expect(await found(q('融资担保', '&section=policies'))).toEqual([title])
  expect(await found(q('融资担保', '&kind=policy_document'))).toEqual([title])
  expect(await found(q('融资担保', '&from=2018-01-01'))).toEqual([text])
  expect(await found(q('融资担保', '&to=2017-12-31&from=nonsense'))).toEqual([title])
  expect(await found(q('融'))).toEqual([title, text])
  expect(await found(q('江财〔2018〕7号'))).toEqual([title])
})

it('shows the hit, and helps when there is none', async () => {
  await addItem(platform, news, { title: '供热价格', body_text: '关于供热价格' })
  expect((await app.inject(`/search?${q('供热')}`)).body).toContain('<mark>供热</mark>价格')
  const { body } = await app.inject(`/search?${q('从来没有', '&section=none')}`)
  expect(body).toContain('没有找到含有“从来没有”的信息')
  expect(body).toContain('去掉栏目、类型和日期的限制')
  expect((await app.inject(`/search?${q('<script>')}`)).body).not.toContain('<script>')
})

it('what is withdrawn is found no more', async () => {
  const id = await addItem(platform, news, { title: '停水通告' })
  expect(await found(q('停水'))).toEqual([id])
  const { db } = platform
  await db.updateTable('published_articles').set({ state: 'gone' }).where('article_id', '=', id).execute()
  expect(await found(q('停水'))).toEqual([])
})

it('pages through every hit once, titles first', async () => {
  const titled: number[] = []
  const other: number[] = []
  for (let made = 0; made < 25; made++) titled.push(await addItem(platform, news, { title: '轨道交通' }))
  for (let made = 0; made < 25; made++) other.push(await addItem(platform, news, { body_text: '轨道交通' }))
  const seen: number[] = []
  for (let path: string | undefined = `/search?${q('轨道交通')}`; path; ) {
    const { body }: { body: string } = await app.inject(path)
    seen.push(...[...body.matchAll(/<h2><a href="\/articles\/(\d+)"/g)].map(([, id]) => Number(id)))
    path = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toEqual([...titled.reverse(), ...other.reverse()])
})
