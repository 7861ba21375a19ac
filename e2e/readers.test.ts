import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { addItem, addSection } from '../src/portal/builders.ts'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'

const platform = await testPlatform()
const address = await listeningApp(platform)
const browser = await testBrowser()
const section = await addSection(platform, 'policies', '政策文件', { shortcut_position: 1 })
const id = await addItem(platform, section, {
  title: '小微企业贷款贴息办法',
  body_html: '<p>对小微企业贷款给予贴息。</p><table><tr><th>年度</th></tr><tr><td>2018</td></tr></table>',
  body_text: '对小微企业贷款给予贴息。',
  index_number: '000/2018-00001',
})
await platform.db
  .insertInto('agency')
  .values({ settings: JSON.stringify({ siteName: '江州市财政局', weiboUrl: 'https://weibo.example/x' }) })
  .execute()

const places = [
  '/',
  '/disclosure',
  '/sections/policies',
  `/articles/${id}`,
  `/search?q=${encodeURIComponent('贷款')}`,
  '/search?q=nothing',
  '/site-map',
  '/guide',
  '/catalogue',
  '/zh-hant/',
  '/nothing-here',
]

/** A reader without scripts, as narrow or as wide as screens are. */
async function reader(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: false })
  return context.newPage()
}

it('no page is wider than a screen of 320 pixels (public-pages.test.ts tries 360, 768 and 1440)', async () => {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 900 } })).newPage()
  for (const path of places) {
    await page.goto(`${address}${path}`)
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'))
    expect([path, wide]).toEqual([path, 320])
  }
})

it('a reader without scripts searches, reads, changes script and size, and is asked by nobody else', async () => {
  const page = await reader(1440)
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  await page.goto(address)
  await page.getByLabel('搜索关键词').fill('貸款貼息')
  await page.getByRole('button', { name: '搜索' }).click()
  await page.getByRole('link', { name: '小微企业贷款贴息办法' }).click()
  await page.getByRole('link', { name: '繁體' }).click()
  await page.getByRole('heading', { name: '小微企業貸款貼息辦法' }).waitFor()
  await page.getByRole('link', { name: '長輩版' }).click()
  await page.getByRole('heading', { name: '小微企業貸款貼息辦法' }).waitFor()
  expect(await page.locator('html').getAttribute('class')).toBe('elder')
  await page.getByRole('link', { name: '標準版' }).click()
  expect(await page.locator('html').getAttribute('class')).toBeNull()
  expect(page.url()).toBe(`${address}/zh-hant/articles/${id}`)
  await page.getByRole('link', { name: '简体' }).click()
  await page.getByRole('heading', { name: '小微企业贷款贴息办法' }).waitFor()
  expect([...asked]).toEqual([address])
  expect(await page.context().cookies()).toEqual([])
})
