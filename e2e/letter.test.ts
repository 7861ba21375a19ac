import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { Role, Staff } from '#people'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { testAccount, testPassword } from '../test/sign-in.ts'

const platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()

async function atTheDesk(...roles: Role[]): Promise<Page & { staff: Staff }> {
  const staff = await testAccount(platform, roles)
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.goto(`${address}/console/`)
  await page.getByLabel('用户名').fill(staff.username)
  await page.getByLabel('密码', { exact: true }).fill(testPassword)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText(`${staff.name}，您好`).waitFor()
  return Object.assign(page, { staff })
}
async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze()
  expect(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`)).toEqual([])
}

it('a citizen without scripts writes, two people answer, everybody reads', async () => {
  const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }
  const citizen = await (await browser.newContext(phone)).newPage()
  await citizen.goto(`${address}/interaction`)
  await citizen.getByRole('link', { name: '我要写信' }).click()
  await citizen.getByLabel('信箱（必填）').selectOption('consultation')
  await citizen.getByLabel('姓名').fill('李小红')
  await citizen.getByLabel('联系电话').fill('13900139000')
  await citizen.getByLabel('标题').fill('咨询会计证书领取')
  await citizen.getByLabel('内容').fill('请问会计证书什么时候可以领取？我的电话13900139000')
  await citizen.getByLabel('答复后是否同意公开').selectOption('yes')
  await citizen.getByRole('button', { name: '提交来信' }).click()
  const [number = '', code = ''] = await citizen.locator('.receipt dd').allTextContents()
  expect([number, code.length]).toEqual(['X2026-00001', 10])

  const officer = await atTheDesk('correspondence_officer')
  await officer.getByRole('menuitem', { name: '来信' }).click()
  await officer.getByRole('link', { name: '咨询会计证书领取' }).click()
  await officer.getByRole('button', { name: '受理', exact: true }).click()
  await officer.getByLabel('答复内容').fill('您好，证书已经到达，请携带身份证到一楼窗口领取。')
  await expectAccessible(officer)
  if (process.env.SCREENSHOTS)
    await officer.screenshot({ path: `${process.env.SCREENSHOTS}/letter.png`, fullPage: true })
  await officer.getByRole('button', { name: '提交审批' }).click()
  const supervisor = await atTheDesk('supervisor')
  await officer.getByText('答复待审批').first().waitFor()
  await supervisor.goto(officer.url())
  await supervisor.getByRole('button', { name: '批准并公开' }).click()
  await supervisor.getByRole('button', { name: '取消公开' }).waitFor()
  await expectAccessible(supervisor)

  await citizen.goto(`${address}/letters/track`)
  await citizen.getByLabel('来信编号').fill(number)
  await citizen.getByLabel('查询码').fill(code)
  await citizen.getByRole('button', { name: '查询', exact: true }).click()
  await citizen.getByText('请携带身份证到一楼窗口领取').waitFor()
  await citizen.getByRole('button', { name: '非常满意' }).click()
  await citizen.getByText('感谢您的参与').waitFor()

  const reader = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  for (const path of ['/letters', '/letters/new', '/letters/track', '/letters/1', '/interaction']) {
    await reader.goto(`${address}${path}`)
    await expectAccessible(reader)
    expect(await reader.evaluate('document.documentElement.scrollWidth')).toBe(360)
  }
  await reader.goto(`${address}/letters/1`)
  expect(await reader.content()).not.toMatch(/13900139000|李小红/)
})
