import { it } from 'vitest'
import { builtContent, builtSection } from '../src/publishing/builders.ts'
import { createArticle } from '../src/publishing/create-article.ts'
import { publishInEmergency } from '../src/publishing/emergency.ts'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { testStaff } from '../test/staff.ts'

const platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()
const sectionId = await builtSection(platform)
const staff = await testStaff(platform, 'author', 'publisher')
const content = builtContent(sectionId, { title: '关于夏季防汛资金安排的通知' })
const { id } = await createArticle(platform, staff, content)
await publishInEmergency(platform, staff, id, '测试所需的紧急发布')

it('a citizen without scripts searches, opens the item, and follows a figure to its rows', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(address)
  await page.getByRole('searchbox').first().fill('防汛資金')
  await page.getByRole('button', { name: /搜/ }).first().click()
  await page.getByRole('link', { name: /夏季防汛资金/ }).click()
  await page.getByRole('heading', { name: content.title }).waitFor()
  await page.goto(`${address}/reports/2018`)
  await page.getByRole('link', { name: '1', exact: true }).first().click()
  await page.getByRole('link', { name: content.title }).waitFor()
})
