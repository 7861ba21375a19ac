import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { builtSection } from '../src/publishing/builders.ts'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { expectAccessible } from './accessible.ts'
import { desks } from './desk.ts'

const platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()

const atTheDesk = desks(platform, address, browser)

const approve = async (page: Page, id: string) => {
  await page.goto(`${address}/console/articles/${id}`)
  await page.getByRole('button', { name: '审核', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

it('an author writes, three people decide, the publisher publishes, a citizen without scripts reads', async () => {
  await builtSection(platform)
  const author = await atTheDesk('author')
  await expectAccessible(author)
  await author.getByRole('menuitem', { name: '写新稿' }).click()
  await author.getByLabel('标题', { exact: true }).fill('关于夏季防汛资金安排的通知')
  await author.getByLabel('栏目').click()
  await author.getByTitle('通知公告', { exact: true }).click()
  await author.getByLabel('关键词').fill('防汛')
  await author.getByLabel('来源名称').fill('江州市财政局')
  await author.getByRole('textbox', { name: '正文' }).click()
  await author.keyboard.type('各单位：请做好夏季防汛资金安排。')
  await author
    .locator('input[type=file]')
    .setInputFiles({ name: '资金分配表.csv', mimeType: 'text/csv', buffer: Buffer.from('单位,金额\n') })
  await author.getByLabel('第1个附件的名称').waitFor()
  await expectAccessible(author)
  await author.getByRole('button', { name: '保存草稿' }).click()
  await author.getByRole('tab', { name: '编辑' }).waitFor()
  expect(await author.getByLabel('第1个附件的名称').inputValue()).toBe('资金分配表.csv')
  await author.getByRole('button', { name: '保存', exact: true }).click()
  await author
    .getByText(/已于 .* 保存|^$/)
    .first()
    .waitFor({ state: 'attached' })
  await author.getByRole('button', { name: '提交审核' }).click()
  await author.getByRole('button', { name: '提交审核' }).waitFor({ state: 'hidden' })
  const id = author.url().split('/').at(-1) ?? ''

  const desks = [
    await atTheDesk('reviewer'),
    await atTheDesk('secrecy_reviewer'),
    await atTheDesk('publisher'),
  ]
  for (const page of desks) await approve(page, id)
  const publisher = desks[2] as Page
  await publisher.getByRole('button', { name: '立即发布' }).click()
  await publisher.getByRole('tooltip').getByRole('button', { name: '发布' }).click()
  await publisher.getByRole('button', { name: '撤稿', exact: true }).waitFor()
  await publisher.getByRole('tab', { name: /办理记录/ }).click()
  await publisher.getByText('终审签发 通过').waitFor()
  await expectAccessible(publisher)

  const citizen = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await citizen.goto(`${address}/articles/${id}`)
  await citizen.getByRole('heading', { name: '关于夏季防汛资金安排的通知' }).waitFor()
  expect(await citizen.getByText('请做好夏季防汛资金安排').count()).toBeGreaterThan(0)
  const [file] = await Promise.all([
    citizen.waitForEvent('download'),
    citizen.getByRole('link', { name: '资金分配表.csv' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('资金分配表.csv')
})

it('a wrong password is told in words, and nobody sees the console', async () => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${address}/console/articles`)
  await page.getByLabel('用户名').fill('nobody')
  await page.getByLabel('密码', { exact: true }).fill('wrong-password')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText('用户名或密码不正确').waitFor()
  await expectAccessible(page)
  await page.close()
})
