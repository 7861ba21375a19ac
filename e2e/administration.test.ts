import type { Page } from 'playwright-core'
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
const menu = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true }).click()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()

let firstPassword = ''

it('a system administrator sets up a department and an account, the agency, and next year’s holidays', async () => {
  const page = await desk('system_administrator')
  expect(await page.getByRole('menuitem', { name: '角色授权' }).count()).toBe(0)
  expect(await page.getByRole('menuitem', { name: '审计日志' }).count()).toBe(0)
  await menu(page, '内部处室')
  await page.getByRole('button', { name: '新建处室' }).click()
  await page.getByRole('textbox', { name: '名称' }).fill('国库处')
  await page.getByRole('textbox', { name: '代码' }).fill('treasury')
  await expectAccessible(page)
  await page.getByRole('button', { name: /保\s*存/ }).click()
  await page.getByRole('cell', { name: '国库处', exact: true }).waitFor()

  await menu(page, '人员账号')
  await page.getByRole('textbox', { name: '用户名' }).fill('li.ming')
  await page.getByRole('textbox', { name: '姓名', exact: false }).first().fill('李明')
  await page.getByLabel('所在处室').click()
  await page.getByTitle('国库处').last().click()
  await page.getByRole('button', { name: '新建账号' }).click()
  firstPassword = (await page.getByText('初始密码：').locator('code').textContent()) ?? ''
  expect(firstPassword.length).toBeGreaterThanOrEqual(12)
  await page.getByRole('cell', { name: 'li.ming', exact: true }).waitFor()
  await expectAccessible(page)

  await menu(page, '机关设置')
  await page.getByLabel('联系电话').fill('0731-12345678')
  await page.getByRole('button', { name: /保\s*存/ }).click()
  await page.getByText('已保存，公开网站的所有页面已更新').waitFor()
  await expectAccessible(page)

  await menu(page, '工作日历')
  await page.getByRole('button', { name: '载入放假通知' }).click()
  await page.getByLabel('通知名称').fill('国务院办公厅关于2027年部分节假日安排的通知')
  await page.getByRole('button', { name: '添加一天' }).click()
  await page.getByLabel('第1行的日期').fill('2027-01-01')
  await page.getByLabel('第1行的节日').fill('元旦')
  await page.getByRole('button', { name: '预览变化' }).click()
  await page.getByText('2027-01-01 元旦').waitFor()
  expect(await page.getByText('载入后日历到 2027-12-31 为止').count()).toBe(1)
  await expectAccessible(page)
  await page.getByRole('button', { name: /^载\s*入$/ }).click()
  await page.getByRole('button', { name: '确认载入' }).click()
  await page.getByText('已知 2008-01-01 至 2027-12-31 的工作日').waitFor()
  await expectAccessible(page)
})

it('a security administrator gives the role and the rule, and makes no accounts', async () => {
  const page = await desk('security_administrator')
  expect(await page.getByRole('menuitem', { name: '机关设置' }).count()).toBe(0)
  await menu(page, '角色授权')
  expect(await page.getByRole('button', { name: '新建账号' }).count()).toBe(0)
  await page.getByLabel('李明的角色').waitFor()
  await expectAccessible(page)
  await page.getByLabel('李明的角色').click()
  await page.getByTitle('信息采编').click()
  await page.keyboard.press('Escape')
  const given = () =>
    platform.db
      .selectFrom('staff_roles')
      .innerJoin('staff', 'staff.id', 'staff_roles.staff_id')
      .select('role')
      .where('username', '=', 'li.ming')
      .execute()
  await expect.poll(given).toEqual([{ role: 'author' }])
  await menu(page, '登录规则')
  await page.getByLabel('保密审查').check()
  await page.getByRole('button', { name: /保\s*存/ }).click()
  await page.getByText('已保存').waitFor()
  await expectAccessible(page)
})

it('the new person changes the password before anything else, then sees their own account', async () => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  await page.goto(`${address}/console/`)
  await page.getByLabel('用户名').fill('li.ming')
  await page.getByLabel('密码', { exact: true }).fill(firstPassword)
  await page.getByRole('button', { name: '登录' }).click()
  await heading(page, '请先修改初始密码')
  await expectAccessible(page)
  const own = 'Staple-Battery-Horse-7'
  await page.getByLabel('初始密码').fill(firstPassword)
  await page.getByLabel('新密码', { exact: true }).fill(own)
  await page.getByLabel('再输入一次新密码').fill(own)
  await page.getByRole('button', { name: '保存新密码' }).click()
  await page.getByText('李明，您好').waitFor()
  await page.getByRole('link', { name: '李明' }).click()
  await heading(page, '我的账号')
  await page.getByText('当前登录').waitFor()
  await expectAccessible(page)
  await page.getByLabel('登录密码').fill(own)
  await page.getByRole('button', { name: '启用第二验证' }).click()
  await page.getByAltText('身份验证器二维码').waitFor()
  await expectAccessible(page)
})

it('an audit administrator finds what the others did, checks the chain, and can change nothing', async () => {
  const page = await desk('audit_administrator')
  expect(await page.getByRole('menuitem').allTextContents()).toEqual(['我的工作', '审计日志'])
  await menu(page, '审计日志')
  for (const words of [
    '人员 · 新建处室',
    '人员 · 授予角色',
    '人员 · 修改登录规则',
    '人员 · 修改密码',
    '工作日历 · 载入放假通知',
    '机关设置 · 修改设置',
  ])
    await page.getByRole('cell', { name: words }).first().waitFor()
  await page.getByRole('button', { name: '现在核验' }).click()
  await page.getByText('日志链完整').waitFor()
  await expectAccessible(page)
  await page.getByLabel('操作人姓名').fill('李明')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('cell', { name: '人员 · 新建处室' }).count()).toBe(0)
  await page
    .getByRole('button', { name: /的详情$/ })
    .first()
    .click()
  await page.getByText('前一条哈希').waitFor()
  await expectAccessible(page)
})
