import { expect, it } from 'vitest'
import { keepLetters } from '#letters'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { testAccount, testPassword } from '../test/sign-in.ts'
import { expectAccessible } from './accessible.ts'

const platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()

it('an agent answers a known question with the keyboard alone, and the log shows it masked', async () => {
  await platform.inTransaction((tx) =>
    keepLetters(platform, tx, [
      {
        id: 'a',
        subject: '证书领取',
        body: '证书在哪里领取？',
        submitted_at: new Date('2018-06-01T01:00:00Z'),
        reply: '会计证书请携带身份证到服务大厅领取。',
        replied_at: new Date('2018-06-04T01:00:00Z'),
      },
    ]),
  )
  const agent = await testAccount(platform, ['hotline_agent'])
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(`${address}/console/`)
  await page.getByLabel('用户名').fill(agent.username)
  await page.getByLabel('密码', { exact: true }).fill(testPassword)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('menuitem', { name: '接听台' }).click()
  await page.getByLabel('来电内容').waitFor()
  const started = performance.now()
  await page.keyboard.type('会计证书在哪里领取，电话13800138000')
  await page.getByText('服务大厅').first().waitFor()
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('status')
    .getByText(/已保存第\d+号来电/)
    .waitFor()
  expect(performance.now() - started).toBeLessThan(15_000)
  expect(await page.getByLabel('来电内容').inputValue()).toBe('')
  await expectAccessible(page)
  const kept = await platform.db.selectFrom('calls').selectAll().executeTakeFirstOrThrow()
  expect(kept).toMatchObject({ from_corpus: 'letters', from_entry: 'a', outcome: 'answered' })
  await page.getByRole('menuitem', { name: '来电记录' }).click()
  await page.getByText('会计证书在哪里领取').waitFor()
  expect(await page.content()).not.toContain('13800138000')
  await expectAccessible(page)
})
