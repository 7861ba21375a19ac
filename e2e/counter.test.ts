import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { expectAccessible } from './accessible.ts'
import { act } from './act.ts'
import { desks } from './desk.ts'

const platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()
const atTheDesk = desks(platform, address, browser)
const widths = [360, 768, 1440] as const

/** As each window shows it: read by axe; no page is wider than the window (a list that opened in another one may lie outside). */
async function look(page: Page, name: string) {
  const inDialog = await page.getByRole('dialog').isVisible()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    if (!inDialog)
      await expect
        .poll(() => page.evaluate('document.documentElement.scrollWidth'))
        .toBeLessThanOrEqual(width)
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${width}.png`, fullPage: true })
  }
  await expectAccessible(page)
}
const track = async (page: Page, number: string, code: string) => {
  await page.goto(`${address}/requests/track`)
  await page.getByLabel('申请编号').fill(number)
  await page.getByLabel('查询码').fill(code)
  await page.getByRole('button', { name: '查询' }).click()
}

it('who applies at the counter leaves with a code, corrects online, loses the code and gets another', async () => {
  const officer = await atTheDesk('foi_officer')
  await officer.goto(`${address}/console/requests/new`)
  await officer.getByLabel('到达日期').fill('2026-03-02')
  await officer.getByLabel('姓名或者名称').fill('欧阳小红')
  await officer.getByLabel('证件号码').fill('11010519491231002X')
  await officer.getByLabel('联系电话').fill('13800138000')
  await officer.getByLabel('名称、文号或者其他特征').fill('2025年度小微企业担保补助资金分配结果')
  await officer.getByRole('button', { name: '登记', exact: true }).click()
  await officer.getByRole('heading', { name: '已登记：申请 2026-0001' }).waitFor()
  const first = (await officer.locator('code').textContent()) ?? ''
  expect(first).toMatch(/^[2-9A-Z]{10}$/)
  await look(officer, 'registered')
  await officer.setViewportSize({ width: 1440, height: 900 })
  await officer.getByRole('button', { name: '打开案卷' }).click()
  await act(officer, '告知补正', async (dialog) => {
    await dialog.getByLabel('告知日期').fill('2026-03-02')
    await dialog.getByLabel('需要补正的事项').fill('请写明年度')
    await dialog.getByLabel('补正期限').fill('2026-03-16')
  })

  const citizen = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await track(citizen, '2026-0001', first)
  await citizen.getByLabel('补正的内容').fill('我是欧阳小红，要2017年度的，请打13800138000。')
  await citizen.getByRole('button', { name: '提交补正' }).click()
  await citizen.locator('.timeline').getByText('收到补正').waitFor()

  await officer.reload()
  await officer.getByRole('button', { name: /查看申请人信息/ }).click()
  await officer.getByText('补正原文').waitFor()
  await officer.getByText('我是欧阳小红，要2017年度的，请打13800138000。').waitFor()
  await look(officer, 'case')
  await officer.setViewportSize({ width: 1440, height: 900 })
  await officer.getByRole('button', { name: '导出本人全部信息' }).click()
  const download = officer.waitForEvent('download')
  await officer.getByRole('button', { name: '导出', exact: true }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('收到补正：我是欧阳小红')

  await officer.getByRole('button', { name: '重新发放查询码' }).click()
  const dialog = officer.getByRole('dialog')
  await dialog.getByLabel('怎样核对的身份').click()
  await officer.getByTitle('当面核对证件').click()
  await dialog.getByLabel('原因').fill('回执遗失，到窗口补发')
  await look(officer, 'issue')
  await officer.setViewportSize({ width: 1440, height: 900 })
  await dialog.getByRole('button', { name: '核对无误，发放' }).click()
  await officer.getByText('新的查询码').waitFor()
  const second = (await dialog.locator('code').textContent()) ?? ''
  expect(second).not.toBe(first)
  await look(officer, 'issued')

  await track(citizen, '2026-0001', first)
  await citizen.getByText('编号或者查询码不对').first().waitFor()
  for (const width of widths) {
    await citizen.setViewportSize({ width, height: 900 })
    if (process.env.SCREENSHOTS)
      await citizen.screenshot({ path: `${process.env.SCREENSHOTS}/wrong-${width}.png`, fullPage: true })
  }
  await track(citizen, '2026-0001', second)
  await citizen.locator('.timeline').getByText('重新发放查询码').waitFor()
  for (const width of widths) {
    await citizen.setViewportSize({ width, height: 900 })
    if (process.env.SCREENSHOTS)
      await citizen.screenshot({ path: `${process.env.SCREENSHOTS}/tracking-${width}.png`, fullPage: true })
  }
}, 240_000)

it('the supervisor tries a retention period, sees whom it touches, and saves it', async () => {
  const supervisor = await atTheDesk('supervisor')
  await supervisor.goto(`${address}/console/requests/retention`)
  await supervisor.getByLabel('答复后保存（年）').fill('1')
  await supervisor.getByRole('button', { name: '试算' }).click()
  await supervisor.getByText('以下是按1年试算的结果').waitFor()
  await look(supervisor, 'retention')
  await supervisor.getByLabel('答复后保存（年）').fill('30')
  await supervisor.getByLabel('依据').fill('本机关保管期限表第12条')
  await supervisor.getByRole('button', { name: '保存设置' }).click()
  await supervisor.getByText('答复满30年').waitFor()
  const citizen = await (await browser.newContext()).newPage()
  await citizen.goto(`${address}/requests/new`)
  await citizen.getByText('答复后保存30年（本机关保管期限表第12条）').waitFor()
  await look(citizen, 'notice')
}, 120_000)
