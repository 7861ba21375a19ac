import { it } from 'vitest'
import { builtCase } from '../src/foi/builders.ts'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { expectAccessible } from './accessible.ts'
import { desks } from './desk.ts'

const platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()

it('an officer records the costs of copies, and the figure of the year opens the payment and its case', async () => {
  const page = await desks(platform, address, browser)('foi_officer', 'statistician')
  const { id, number } = await builtCase(platform, page.staff, '2018-06-04')
  await page.goto(`${address}/console/requests/${id}`)
  await page.getByRole('button', { name: '登记检索、复制、邮寄费用' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('缴费日期').fill('2018-06-11')
  await dialog.getByLabel('金额（元）').fill('12.34')
  await expectAccessible(page)
  await dialog.locator('.ant-modal-footer .ant-btn-primary').click()
  await page.getByText('收到检索、复制、邮寄费用').waitFor()

  await page.goto(`${address}/console/statistics?span=year&from=2018-01-01&to=2018-12-31`)
  await page.getByRole('link', { name: '依申请公开信息收取的费用' }).click()
  const row = page.getByRole('link', { name: `${number}（12.34元）` })
  await row.waitFor()
  await expectAccessible(page)
  await row.click()
  await page.waitForURL(`${address}/console/requests/${id}`)
  await page.getByText('收到检索、复制、邮寄费用').waitFor()
})
