import { expect, it } from 'vitest'
import { createLog } from '#platform/log'
import { createQueue, FinalFailure, type Job } from '#platform/queue'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { expectAccessible } from './accessible.ts'
import { desks } from './desk.ts'

const platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()

it('a system administrator sees why mail failed, mends the cause, and has it sent again', async () => {
  let mended = false
  const sends: Job<never> = {
    name: 'mail.send',
    run: async () => {
      if (!mended) throw new FinalFailure('the mail could not be sent: sign_in_refused')
    },
  }
  const queue = createQueue(platform.databaseUrl, createLog('silent'))
  for (const nth of [1, 2]) await platform.inTransaction((tx) => queue.add(tx, 'mail.send', { nth }))
  await queue.work(platform, [sends])
  const page = await desks(platform, address, browser)('system_administrator')
  await page.getByRole('menuitem', { name: '后台任务' }).click()
  await expect.poll(() => page.getByText('不接受账号或密码').count(), { timeout: 40_000 }).toBe(2)
  await expectAccessible(page)
  mended = true
  await page.getByRole('button', { name: '重新执行' }).first().click()
  await expect.poll(() => page.getByText('不接受账号或密码').count(), { timeout: 40_000 }).toBe(1)
  await page.getByRole('button', { name: '放弃' }).first().click()
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: /放\s*弃/ })
    .click()
  await page.getByText('没有失败的任务').waitFor()
  await queue.close()
})
