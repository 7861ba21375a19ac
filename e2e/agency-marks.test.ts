import { expect, it } from 'vitest'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { proofBytes } from '../test/request-form.ts'
import { expectAccessible } from './accessible.ts'
import { desks } from './desk.ts'

const platform = await testPlatform()
const address = await listeningApp(platform)
const browser = await testBrowser()
const desk = desks(platform, address, browser)
const pictures = process.env.SCREENSHOTS

it('a system administrator brings the marks that were issued and says where the records stand; every page shows them', async () => {
  const page = await desk('system_administrator')
  await page.getByRole('menuitem', { name: '机关设置', exact: true }).click()
  await page.getByLabel('党政机关网站标识的证书网址').fill('https://mark.example/certificate')
  await page.getByLabel('公安机关备案号').fill('江公网安备00000000号')
  await page.getByRole('button', { name: /保\s*存/ }).click()
  await page.getByText('已保存，公开网站的所有页面已更新').waitFor()
  const mark = { name: '标识.png', mimeType: 'image/png', buffer: proofBytes }
  for (const [nth, name] of ['党政机关网站标识', '公安机关备案标识'].entries()) {
    await page.locator('input[type=file]').nth(nth).setInputFiles(mark)
    await page.getByRole('button', { name: `更换${name}` }).waitFor()
    await page.getByRole('img', { name: `现用的${name}` }).waitFor()
  }
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await expectAccessible(page)
    if (pictures) await page.screenshot({ path: `${pictures}/agency-${width}.png`, fullPage: true })
  }
  const home = async () => (await fetch(address)).text()
  await expect
    .poll(home)
    .toMatch(/<a class="mark" href="https:\/\/mark\.example\/certificate"[^>]*><img src="\/marks\/\d+"/)
  expect(await home()).toMatch(
    /beian\.mps\.gov\.cn\/"[^>]*><img src="\/marks\/\d+"[^>]*>江公网安备00000000号/,
  )
  await page
    .getByRole('button', { name: /去\s*掉/ })
    .last()
    .click()
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /去\s*掉/ })
    .click()
  await page.getByRole('button', { name: '上传公安机关备案标识' }).waitFor()
  await expect.poll(home).not.toMatch(/<img src="\/marks\/\d+"[^>]*>江公网安备/)
})
