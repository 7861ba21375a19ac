import type { Browser, Page } from 'playwright-core'
import type { Role, Staff } from '#people'
import type { Platform } from '#platform'
import { testAccount, testPassword } from '../test/sign-in.ts'

/** A browser of their own for each person, signed in through the form. Nothing moves: a list that is still opening loses a click on a busy machine. */
export function desks(platform: Platform, address: string, browser: Browser) {
  return async (...roles: Role[]): Promise<Page & { staff: Staff }> => {
    const staff = await testAccount(platform, roles)
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(`${address}/console/`)
    await page.getByLabel('用户名').fill(staff.username)
    await page.getByLabel('密码', { exact: true }).fill(testPassword)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText(`${staff.name}，您好`).waitFor()
    return Object.assign(page, { staff })
  }
}
