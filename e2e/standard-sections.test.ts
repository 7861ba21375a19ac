import { expect, it } from 'vitest'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { expectAccessible } from './accessible.ts'
import { desks } from './desk.ts'

const platform = await testPlatform({ now: '2026-11-20T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()
const desk = desks(platform, address, browser)

it('a new site begins with the standard sections, after a question, and the button is gone', async () => {
  const page = await desk('publisher')
  await page.getByRole('menuitem', { name: '栏目', exact: true }).click()
  const begin = page.getByRole('button', { name: '建立标准栏目' })
  await begin.waitFor()
  await expectAccessible(page)
  await begin.click()
  await page.getByText('建立标准栏目？').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: /返\s*回/ }).click()
  expect(await platform.db.selectFrom('sections').select('id').execute()).toEqual([])
  await begin.click()
  await page.getByRole('button', { name: /^建\s*立$/ }).click()
  await page.getByRole('cell', { name: '规范性文件', exact: true }).waitFor()
  expect(await begin.count()).toBe(0)
  await expectAccessible(page)
  await page.goto(address)
  expect(await page.locator('.shortcuts a').allTextContents()).toHaveLength(8)
})
