import { expect, it } from 'vitest'
import { publishedFact, sectionInGroup } from '../src/statistics/builders.ts'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { expectAccessible } from './accessible.ts'
import { desks } from './desk.ts'

const platform = await testPlatform({ now: '2019-02-15T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()

it('a statistician goes from a figure to a group, its rows and the record; a reader sees the same year without a script', async () => {
  const section = await sectionInGroup(platform, 'news', 'finance_headlines')
  for (const on of ['2017-03-09', '2018-03-01', '2018-03-02', '2018-11-05'])
    await publishedFact(platform, section, { on })
  const page = await desks(platform, address, browser)('statistician')
  await page.getByRole('menuitem', { name: '统计分析' }).waitFor()
  await page.goto(`${address}/console/statistics?span=year&from=2018-01-01&to=2018-12-31`)
  await page.getByRole('link', { name: '门户网站发布信息总数' }).click()
  await page.getByRole('link', { name: '2018-03' }).click()
  await page.getByText('记录：2018-03').waitFor()
  await expectAccessible(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出记录' }).click()
  await page.getByRole('link', { name: 'CSV' }).click()
  expect((await download).suggestedFilename()).toBe('publications.total-2018-01-01-2018-12-31.csv')
  const records = page.getByRole('link', { name: /^信息\d+$/ })
  expect(await records.count()).toBe(2)
  await records.first().click()
  await page
    .getByRole('heading', { name: /信息\d+/ })
    .first()
    .waitFor()

  const reader = await (
    await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false })
  ).newPage()
  await reader.goto(`${address}/statistics`)
  await reader.getByText('查看数据表：各月发布的信息').click()
  await reader.getByRole('row', { name: '3月' }).getByRole('link', { name: '2' }).click()
  await reader.getByText('门户网站发布信息总数（月份：2018-03）').waitFor()
  const seeing = await (await browser.newContext({ viewport: { width: 360, height: 800 } })).newPage()
  await seeing.goto(`${address}/statistics/2018`)
  await expectAccessible(seeing)
})
