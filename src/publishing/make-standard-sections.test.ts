import { beforeEach, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { shortcutNames } from '../../demo/plan.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { addItem } from '../portal/builders.ts'
import { builtSection } from './builders.ts'
import { endSection } from './end-section.ts'
import { makeStandardSections } from './make-standard-sections.ts'

let platform: Platform
let app: App
beforeEach(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  return () => app.close()
})
const rows = () => platform.db.selectFrom('sections').selectAll().orderBy('position').execute()
const existing = expect.objectContaining({ code: 'sections_exist' })
const shortcutsShown = async () => {
  const { body } = await app.inject('/')
  const list = body.slice(body.indexOf('class="shortcuts"'), body.indexOf('class="doors"'))
  return [...list.matchAll(/href="([^"]+)">.*?([^<>]+)<\/a>/g)].map(([, href, name]) => [href, name])
}

it('the home page of a new site shows the eight shortcuts, and each of them opens', async () => {
  expect(await shortcutsShown()).toEqual([])
  const { headers } = await signedIn(app, platform, 'publisher')
  const answer = await app.inject({ method: 'POST', url: '/api/staff/standard-sections', headers })
  expect([answer.statusCode, answer.json()]).toEqual([201, { made: 13 }])
  const shown = await shortcutsShown()
  expect(shown.map(([, name]) => name)).toEqual(shortcutNames)
  expect(shown.slice(0, 3).map(([href]) => href)).toEqual(['/departments', '/functions', '/leaders'])
  for (const [href = ''] of shown) expect([href, (await app.inject(href)).statusCode]).toEqual([href, 200])
  const home = (await app.inject('/')).body
  for (const name of ['通知公告', '工作动态', '要闻转载']) expect(home).toContain(name)
})

it('the home page shows no block twice and none that is empty, before and after the first item', async () => {
  const headings = async () => {
    const { body } = await app.inject('/')
    const names = [...body.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, name]) => name)
    return { names, empty: body.split('class="empty"').length - 1 }
  }
  await makeStandardSections(platform, await testStaff(platform, 'publisher'))
  expect(await headings()).toEqual({ names: ['最新公开', '信息公开目录', '栏目'], empty: 1 })
  const made = await rows()
  for (const [code, kind] of [
    ['interpretations', 'interpretation'],
    ['news', 'general'],
  ])
    await addItem(platform, Number(made.find((row) => row.code === code)?.id), { document_kind: kind })
  await platform.inTransaction((tx) => platform.cache.touch(tx, ['site']))
  const names = ['最新公开', '信息公开目录', '政策解读', '工作动态']
  expect(await headings()).toEqual({ names, empty: 0 })
})

it('each kind has the rule of freshness that the inspection has; what only gathers has none', async () => {
  await makeStandardSections(platform, await testStaff(platform, 'system_administrator'))
  const made = await rows()
  const days = Object.fromEntries(made.map(({ name, freshness_days }) => [name, freshness_days]))
  expect(days).toMatchObject({ 工作动态: 14, 要闻转载: 14, 通知公告: 180, 规范性文件: 180, 政策解读: 180 })
  expect(days).toMatchObject({ 政策法规·解读: null, 机构设置: null, 金融数据: null })
  const policy = made.find(({ code }) => code === 'policy')?.id
  expect(made.filter(({ parent_id: parent }) => parent === policy).map(({ name }) => name)).toEqual([
    '规范性文件',
    '政策解读',
  ])
  const entry = await platform.db
    .selectFrom('audit_entries')
    .select('detail')
    .where('action', '=', 'publishing.make_standard_sections')
    .executeTakeFirstOrThrow()
  expect(entry.detail).toEqual({ ids: expect.arrayContaining(made.map(({ id }) => id)) })
})

it('refuses where any section exists, an ended one too, and whoever may not manage sections', async () => {
  const publisher = await testStaff(platform, 'publisher')
  const byAuthor = makeStandardSections(platform, await testStaff(platform, 'author'))
  await expect(byAuthor).rejects.toEqual(expect.objectContaining({ code: 'not_allowed' }))
  expect(await rows()).toEqual([])
  await endSection(platform, publisher, await builtSection(platform, 'old'), { mergedIntoId: null })
  await expect(makeStandardSections(platform, publisher)).rejects.toEqual(existing)
  expect((await rows()).map(({ code }) => code)).toEqual(['old'])
})

it('two people who begin at the same moment: one set, and one of them is told', async () => {
  const publisher = await testStaff(platform, 'publisher')
  const both = [makeStandardSections(platform, publisher), makeStandardSections(platform, publisher)]
  const outcomes = await Promise.allSettled(both)
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes).toContainEqual({ status: 'rejected', reason: existing })
  expect(await rows()).toHaveLength(13)
})
