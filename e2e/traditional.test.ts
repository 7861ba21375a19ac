import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { testBrowser } from '../test/browser.ts'
import { answeredChallenge } from '../test/challenge.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { expectAccessible } from './accessible.ts'

const platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()
const body = '請問皇后大道里的補助怎樣申請？'

async function fillIn(page: Page, subject: string) {
  await page.goto(`${address}/zh-hant/letters`)
  await page.getByRole('link', { name: '我要寫信' }).first().click()
  await page.getByLabel('信箱（必填）').selectOption('consultation')
  await page.getByLabel('姓名').fill('李小紅')
  await page.getByLabel('聯繫電話').fill('13900139000')
  await page.getByLabel('標題').fill(subject)
  await page.getByLabel('內容').fill(body)
}
const letterOf = (subject: string) =>
  platform.db
    .selectFrom('letters')
    .select(['number', 'body_public'])
    .where('subject_public', '=', subject)
    .executeTakeFirstOrThrow()

it('a reader of traditional characters without scripts writes a letter, loses nothing, and follows it', async () => {
  const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }
  const page = await (await browser.newContext(phone)).newPage()
  await fillIn(page, '詢問補助')
  await page.getByRole('button', { name: /先看看有.有現成的答覆/ }).click()
  expect(await page.getByLabel('內容').inputValue()).toBe(body)
  const file = { name: '說明.txt', mimeType: 'text/plain', buffer: Buffer.from('附件內容') }
  await page.getByLabel('附件').setInputFiles(file)
  const { challengeAnswer } = answeredChallenge(await page.content())
  await page.locator('[name=challengeAnswer]').fill(challengeAnswer)
  await page.getByRole('button', { name: '提交來信' }).click()
  await page.getByRole('heading', { name: '來信已經收到' }).waitFor()
  await page.getByRole('button', { name: '查看辦理情況' }).click()
  await page.getByText('隨信收到附件1個').waitFor()
  expect(page.url()).toBe(`${address}/zh-hant/letters/track`)
  expect((await letterOf('詢問補助')).body_public).toBe(body)
})

it('with scripts, too', async () => {
  const page = await (await browser.newContext()).newPage()
  await fillIn(page, '詢問路燈')
  await page
    .getByText(/已驗證|驗證成功/)
    .first()
    .waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: '提交來信' }).click()
  await page.getByRole('heading', { name: '來信已經收到' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: '查看辦理情況' }).click()
  await page.getByRole('heading', { name: /來信 X2026/ }).waitFor()
  await expectAccessible(page)
  expect((await letterOf('詢問路燈')).number).toBe('X2026-00002')
})
