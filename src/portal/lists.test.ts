import { beforeAll, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { addItem, addSection } from './builders.ts'

let platform: Platform
let app: App
let section: number
const source = 'https://www.gov.example/policy?a=1'

beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  section = await addSection(platform, 'reposts', '上级政策', { kind: 'policies' })
  return () => app.close()
})
const body = async (url: string) => (await app.inject(url)).body

it('a repost that is only a link opens its source from every list, marked, and tells it nothing of the reader', async () => {
  const link = { media: 'link', link_url: source, origin: 'repost', document_kind: 'policy_document' }
  const id = await addItem(platform, section, { ...link, title: '上级关于担保的意见' })
  const lists = [
    '/',
    '/disclosure',
    '/sections/reposts',
    '/catalogue',
    `/search?q=${encodeURIComponent('担保')}`,
  ]
  for (const url of lists) {
    const page = await body(url)
    expect([url, page.includes(`<a href="${source}" rel="noopener noreferrer">`)]).toEqual([url, true])
    expect([url, page.includes('外部链接')]).toEqual([url, true])
    expect([url, page.includes(`href="/articles/${id}"`)]).toEqual([url, false])
  }
  expect(await body('/sections/reposts/feed.atom')).toContain(`href="${source}"`)
  expect(await body(`/articles/${id}`)).toContain(`href="${source}" rel="noopener noreferrer">查看原文`)
  await platform.db
    .updateTable('published_articles')
    .set({ state: 'notice' })
    .where('article_id', '=', id)
    .execute()
  // Withdrawn: the page that says why, not the source.
  expect(await body('/sections/reposts')).toContain(`href="/articles/${id}"`)
})

it('only an interpretation that everybody can read marks its policy', async () => {
  const policies = await addSection(platform, 'policies', '政策文件', { kind: 'policies' })
  const policy = await addItem(platform, policies, { title: '贴息办法', document_kind: 'policy_document' })
  const { id: draft } = await platform.db
    .insertInto('articles')
    .values({ section_id: section })
    .returning('id')
    .executeTakeFirstOrThrow()
  const reading = await addItem(platform, section, { title: '贴息办法解读', document_kind: 'interpretation' })
  const staff = await testStaff(platform, 'author')
  const link = (interpretation_id: number) =>
    platform.db
      .insertInto('policy_interpretations')
      .values({ policy_id: policy, interpretation_id, linked_by: staff.id })
      .execute()
  const marked = async () =>
    Promise.all(['/sections/policies', '/'].map(async (url) => (await body(url)).includes('有解读')))
  await link(draft)
  expect(await marked()).toEqual([false, false])
  await link(reading)
  expect(await marked()).toEqual([true, true])
  const end = (state: string) =>
    platform.db.updateTable('published_articles').set({ state }).where('article_id', '=', reading).execute()
  for (const state of ['gone', 'notice']) {
    await end(state)
    expect([state, await marked()]).toEqual([state, [false, false]])
  }
})

it('an item says in which section it stands and what lies above', async () => {
  const above = await addSection(platform, 'above', '政策法规·解读', { kind: 'policies' })
  const below = await addSection(platform, 'below', '规范性文件', { kind: 'policies', parent_id: above })
  const page = await body(`/articles/${await addItem(platform, below)}`)
  expect(page).toContain(
    '<a href="/">首页</a> › <a href="/sections/above">政策法规·解读</a> › <a href="/sections/below">规范性文件</a>',
  )
})
