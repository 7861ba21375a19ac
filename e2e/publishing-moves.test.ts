import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import type { Staff } from '#people'
import { builtContent, builtSection } from '../src/publishing/builders.ts'
import { createArticle } from '../src/publishing/create-article.ts'
import { fireDue } from '../src/publishing/fire-due.ts'
import { saveDraft } from '../src/publishing/save-draft.ts'
import { findArticle } from '../src/publishing/store.ts'
import { submitArticle } from '../src/publishing/submit.ts'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { expectAccessible } from './accessible.ts'
import { desks } from './desk.ts'

const platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()
const atTheDesk = desks(platform, address, browser)
type Desk = Page & { staff: Staff }

let author: Desk
let reviewer: Desk
let secrecy: Desk
let publisher: Desk
let notices: number
beforeAll(async () => {
  notices = await builtSection(platform)
  author = await atTheDesk('author')
  reviewer = await atTheDesk('reviewer')
  secrecy = await atTheDesk('secrecy_reviewer')
  publisher = await atTheDesk('publisher')
})

const open = async (page: Page, id: number) => {
  await page.goto(`${address}/console/articles/${id}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}
const dialogOf = async (page: Page, button: string) => {
  await page.getByRole('button', { name: button, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  return dialog
}
const confirm = async (page: Page, button = '确定') => {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: button, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}
const approve = async (page: Page, id: number) => {
  await open(page, id)
  await dialogOf(page, '审核')
  await confirm(page)
}
const statusOf = async (id: number) => (await findArticle(platform.db, id))?.status

it('a draft comes back with its reason, is corrected, compared, approved, and goes out at its minute', async () => {
  const { id } = await createArticle(platform, author.staff, builtContent(notices, { title: '防汛物资公告' }))
  await submitArticle(platform, author.staff, id)
  await open(reviewer, id)
  const dialog = await dialogOf(reviewer, '审核')
  await dialog.getByText('退回修改').click()
  await dialog.getByLabel('退回原因').fill('请写明领取地点')
  await expectAccessible(reviewer)
  await confirm(reviewer)

  await open(author, id)
  await author.getByText(`初审退回（${reviewer.staff.name}）：请写明领取地点`).waitFor()
  await author.getByLabel('标题', { exact: true }).fill('防汛物资领取公告')
  await author.getByRole('button', { name: '保存', exact: true }).click()
  await author.getByRole('heading', { level: 1, name: '防汛物资领取公告' }).waitFor()
  await author.getByRole('button', { name: '提交审核' }).click()
  await author.getByRole('button', { name: '提交审核' }).waitFor({ state: 'hidden' })

  await open(reviewer, id)
  await reviewer.locator('ins', { hasText: '防汛物资领取公告' }).waitFor()
  expect(await reviewer.locator('del', { hasText: '防汛物资公告' }).count()).toBe(1)
  await expectAccessible(reviewer)
  for (const page of [reviewer, secrecy, publisher]) await approve(page, id)

  const schedule = await dialogOf(publisher, '定时发布')
  await schedule.getByLabel('发布时间（北京时间）').fill('2018-06-20T09:00')
  await confirm(publisher)
  await publisher.getByRole('button', { name: '更改发布时间' }).waitFor()
  await publisher.goto(`${address}/console/agenda`)
  await publisher.getByLabel('月份').fill('2018-06')
  await publisher.getByRole('link', { name: /09:00 发布 防汛物资领取公告/ }).waitFor()
  await expectAccessible(publisher)
  await publisher.getByText('列表', { exact: true }).click()
  await publisher.getByRole('cell', { name: '待办理' }).waitFor()

  const now = () => new Date('2018-06-20T09:00:20+08:00')
  expect(await fireDue({ ...platform, clock: { ...platform.clock, now } })).toEqual({ done: 1, refused: 0 })
  const citizen = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await citizen.goto(`${address}/articles/${id}`)
  await citizen.getByRole('heading', { name: '防汛物资领取公告' }).waitFor()
})

it('an emergency goes out with a word for its warning, stays flagged, and a second person confirms what they saw', async () => {
  const content = builtContent(notices, { title: '暴雨红色预警', keywords: '' })
  const { id } = await createArticle(platform, author.staff, content)
  await open(publisher, id)
  const dialog = await dialogOf(publisher, '紧急发布')
  await dialog.getByLabel('紧急理由').fill('暴雨红色预警，须立即告知公众')
  await dialog.getByRole('button', { name: '确定' }).click()
  await dialog.getByText('请写明处理意见').waitFor()
  await dialog.getByLabel(/提醒：没有填写关键词/).fill('情况紧急，随后补充')
  await expectAccessible(publisher)
  await confirm(publisher)
  await publisher.getByText(/紧急发布，还没有第二人复核/).waitFor()
  expect(await publisher.getByRole('button', { name: '复核紧急发布' }).count()).toBe(0)

  await open(reviewer, id)
  await reviewer.getByRole('tab', { name: /办理记录/ }).click()
  await reviewer.getByText('提醒处理意见：情况紧急，随后补充').waitFor()
  const second = await dialogOf(reviewer, '复核紧急发布')
  await second.getByLabel('复核意见').fill('内容属实')
  await confirm(reviewer)
  await reviewer.getByText(/还没有第二人复核/).waitFor({ state: 'hidden' })
  expect((await findArticle(platform.db, id))?.emergencyConfirmedBy).toBe(reviewer.staff.id)
})

it('a section is merged: its page leads on, and what was under way for it goes out there', async () => {
  const old = await builtSection(platform, 'old-notices')
  await platform.db.updateTable('sections').set({ name: '旧公告' }).where('id', '=', old).execute()
  const { id } = await createArticle(platform, author.staff, builtContent(old, { title: '在办的公告' }))
  await submitArticle(platform, author.staff, id)
  await publisher.goto(`${address}/console/sections`)
  const row = publisher.getByRole('row', { name: /旧公告/ })
  await row.getByRole('button', { name: '停用' }).click()
  const dialog = publisher.getByRole('dialog')
  await dialog.getByLabel('合并到').click()
  await publisher.getByTitle('通知公告', { exact: true }).click()
  await expectAccessible(publisher)
  await confirm(publisher, '合并')
  await row.getByText('已并入“通知公告”').waitFor()
  for (const page of [reviewer, secrecy, publisher]) await approve(page, id)
  await publisher.getByRole('button', { name: '立即发布' }).click()
  await publisher.getByRole('tooltip').getByRole('button', { name: '发布' }).click()
  await expect.poll(() => statusOf(id)).toBe('published')
  const citizen = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await citizen.goto(`${address}/sections/old-notices`)
  expect(new URL(citizen.url()).pathname).toBe('/sections/notices')
  await citizen.getByRole('link', { name: '在办的公告' }).first().waitFor()
})

it('two people on one draft: the second compares their text with the newest before restoring it', async () => {
  const content = builtContent(notices, { title: '夏季用电提示' })
  const { id } = await createArticle(platform, author.staff, content)
  await open(author, id)
  await author.getByLabel('标题', { exact: true }).fill('夏季安全用电提示')
  const colleague = { ...content, title: '夏季节约用电提示', version: 1 }
  await saveDraft(platform, (await atTheDesk('author')).staff, id, colleague)
  await author.getByRole('button', { name: '保存', exact: true }).click()
  await author.getByText(/其他人已修改此稿件/).waitFor()
  await author.getByRole('button', { name: '载入最新版本' }).click()
  await author.getByText('恢复前请对照：最新版本与您的修改').waitFor()
  await author.locator('del', { hasText: '夏季节约用电提示' }).waitFor()
  await author.locator('ins', { hasText: '夏季安全用电提示' }).waitFor()
  await expectAccessible(author)
  await author.getByRole('button', { name: '恢复', exact: true }).click()
  await author.getByRole('button', { name: '保存', exact: true }).click()
  await author.getByRole('heading', { level: 1, name: '夏季安全用电提示' }).waitFor()
})
