/**
 * Pictures of the running product for the READMEs: `npm run screenshots -- http://127.0.0.1:8080` beside `npm start`.
 * Each is a palette PNG below 300 kB in docs/screenshots/.
 */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import sharp from 'sharp'
import { demonstrationPassword } from '../demo/make-staff.ts'
import { findChromium } from './find-chromium.ts'

const address = process.argv[2] ?? 'http://127.0.0.1:8080'
const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))
const size = { width: 1280, height: 900 }

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
const citizen = await browser.newContext({ viewport: size })
const policy = await firstItem(citizen, '/sections/normative')
await take(citizen, 'home', '/')
await take(citizen, 'article', policy)
await take(citizen, 'search', `/search?q=${encodeURIComponent('融资担保')}`)
await take(citizen, 'report', '/reports/2018')
await take(await staff('hotline'), 'console-desk', '/console/hotline', async (page) => {
  await page.getByLabel('来电内容').fill('小微企业融资担保补助怎样申请')
  await page.getByText('小微企业担保补助怎样申请？').first().waitFor()
})
await take(await staff('author'), 'editor', '/console/articles/new', async (page) => {
  await page.getByLabel('标题', { exact: true }).fill('关于做好2019年融资担保补助申报工作的通知')
  await page.locator('.ProseMirror').fill('各区县财政局：现就2019年小微企业融资担保补助的申报工作通知如下。')
})
await browser.close()

async function firstItem(context: BrowserContext, list: string): Promise<string> {
  const page = await context.newPage()
  await page.goto(address + list)
  const path = await page.locator('.items a').first().getAttribute('href')
  await page.close()
  return path ?? '/'
}

async function staff(username: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: size })
  const data = { username, password: demonstrationPassword }
  await context.request.post(`${address}/api/staff/session`, { data })
  return context
}

async function take(
  context: BrowserContext,
  name: string,
  path: string,
  fill: (page: Page) => Promise<void> = async () => undefined,
) {
  const page = await context.newPage()
  await page.goto(address + path, { waitUntil: 'networkidle' })
  await fill(page)
  await page.waitForLoadState('networkidle')
  const picture = await page.screenshot()
  await page.close()
  const { size: bytes } = await sharp(picture)
    .png({ palette: true, quality: 90 })
    .toFile(`${folder}${name}.png`)
  process.stdout.write(`${name} ${bytes}\n`)
}
