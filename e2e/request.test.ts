import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { keepFile } from '#foi'
import type { Staff } from '#people'
import { allocationRecord } from '../demo/work/files.ts'
import { testBrowser } from '../test/browser.ts'
import { answeredChallenge } from '../test/challenge.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { proofBytes } from '../test/request-form.ts'
import { expectAccessible } from './accessible.ts'
import { act } from './act.ts'
import { desks } from './desk.ts'

const platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()

const atTheDesk = desks(platform, address, browser)

async function shot(page: Page, name: string) {
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true })
}

/** axe needs scripts: what this reader sees is opened once more where they run. */
async function expectAccessibleAs(reader: Page) {
  const page = await (await browser.newContext({ viewport: reader.viewportSize() })).newPage()
  const body = await reader.content()
  await page.route(reader.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  await page.goto(reader.url())
  await expectAccessible(page)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  await page.close()
}

/** The record that was found: personal data found by its form is covered, with a reason, into new files. */
async function coverRecord(officer: Page & { staff: Staff }, number: string) {
  const { id } = await platform.db
    .selectFrom('foi_requests')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const record = { role: 'record', note: '', name: '分配表.pdf', bytes: await allocationRecord() } as const
  await keepFile(platform, officer.staff, id, record)
  await officer.reload()
  await officer.getByRole('link', { name: '遮盖' }).click()
  await officer.getByRole('heading', { name: '遮盖材料' }).waitFor()
  await officer.getByText('13800000001').waitFor()
  await officer.getByLabel('遮盖的理由').click()
  await officer.getByTitle('个人隐私', { exact: true }).click()
  await officer.keyboard.press('Escape')
  await officer.getByRole('img').first().waitFor()
  await expectAccessible(officer)
  await shot(officer, 'redaction')
  await officer.getByRole('button', { name: '生成遮盖后的文件' }).click()
  await officer.getByText('遮盖件1.pdf').waitFor()
  await officer.getByRole('switch', { name: '把遮盖件1.pdf提供给申请人' }).click()
  await officer.getByRole('switch', { name: '把遮盖件1.pdf提供给申请人', checked: true }).waitFor()
}

/** Twenty screens are read by axe; a busy machine takes its time. */
it('a citizen without scripts applies, two people answer, the citizen reads the answer', async () => {
  const phone = { viewport: { width: 360, height: 740 } }
  const citizen = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
  await citizen.goto(`${address}/requests`)
  await citizen.getByRole('link', { name: '我要申请' }).click()
  await citizen.getByText('我们怎样处理您的个人信息').waitFor()
  await citizen.getByRole('link', { name: '自然人' }).click()
  await citizen.getByLabel('姓名').fill('张小明')
  await citizen.getByLabel('照片或者扫描件').setInputFiles({
    name: '证件.png',
    mimeType: 'image/png',
    buffer: proofBytes,
  })
  await citizen.getByRole('button', { name: '下一步' }).click()
  await citizen.getByText('处需要修改').waitFor()
  await citizen.getByText('已上传：证件.png').waitFor()
  expect(await citizen.getByLabel('姓名').inputValue()).toBe('张小明')
  await citizen.getByLabel('证件号码').fill('11010519491231002X')
  await citizen.getByLabel('联系电话').fill('13800138000')
  await citizen.getByLabel('信息的名称、文号或者其他特征').fill('2025年度小微企业担保补助资金分配结果')
  await shot(citizen, 'form')
  await citizen.getByRole('button', { name: '下一步' }).click()
  await citizen.getByRole('heading', { name: '请核对后提交' }).waitFor()
  const { challengeAnswer } = answeredChallenge(await citizen.content())
  await citizen.getByLabel('安全验证').fill(challengeAnswer)
  await shot(citizen, 'review')
  await expectAccessibleAs(citizen)
  await citizen.getByRole('button', { name: '提交申请' }).click()
  await citizen.getByRole('heading', { name: '申请已经提交' }).waitFor()
  await shot(citizen, 'receipt')
  await expectAccessibleAs(citizen)
  const [number = '', code = ''] = await citizen.locator('dl.receipt dd').allTextContents()
  expect([number, code.length]).toEqual(['2026-0001', 10])

  const officer = await atTheDesk('foi_officer')
  await officer.getByRole('menuitem', { name: '申请登记簿' }).click()
  await officer.getByRole('link', { name: number }).waitFor()
  await expectAccessible(officer)
  await shot(officer, 'register')
  await officer.getByRole('link', { name: number }).click()
  await act(officer, '确认收到', async (dialog) => {
    await dialog.getByLabel('双方确认之日').fill('2026-03-02')
    await dialog.getByLabel('确认记录').fill('10时电话确认')
  })
  await officer.getByText('最迟 2026-03-30 答复').waitFor()
  await officer.getByRole('button', { name: /查看申请人信息/ }).click()
  await officer.getByText('13800138000').waitFor()
  await expectAccessible(officer)
  await act(officer, '征求意见', async (dialog) => {
    await dialog.getByLabel('名称或者姓名').fill('江城某某担保公司')
    await dialog
      .getByLabel('征求意见书的内容')
      .fill('拟公开补助资金分配结果，请自收到之日起15个工作日内提出意见。')
    await dialog.getByLabel('日期').fill('2026-03-02')
  })
  await officer.getByText('最迟 2026-03-23 提出意见').waitFor()
  await expectAccessible(officer)
  await officer.getByRole('button', { name: '制作征求第三方意见函' }).click()
  await officer.getByRole('cell', { name: '征求第三方意见函' }).waitFor()
  await shot(officer, 'consulting')
  // The date is provisional, and the applicant reads why; whom the agency asked is none of their business.
  await citizen.goto(`${address}/requests/track`)
  await citizen.getByLabel('申请编号').fill(number)
  await citizen.getByLabel('查询码').fill(code)
  await citizen.getByRole('button', { name: '查询' }).click()
  await citizen.getByText('征求意见尚无结果，按意见的最后一日 2026-03-23 计算').waitFor()
  await citizen.getByText('这个日期是怎样算出来的').click()
  await citizen.getByText('2026-03-02 征求第三方意见，尚无结果').waitFor()
  expect(await citizen.content()).not.toContain('江城某某担保公司')
  await shot(citizen, 'tracking-consulting')
  await act(officer, '登记意见', async (dialog) => {
    await dialog.getByLabel('日期').fill('2026-03-02')
    await dialog.getByLabel('意见', { exact: true }).click()
    await officer.getByTitle('同意公开', { exact: true }).click()
  })
  await coverRecord(officer, number)
  await act(officer, '拟写答复', async (dialog) => {
    await dialog.getByLabel('处理结果').click()
    await officer.getByTitle('予以公开', { exact: true }).click()
    await dialog.getByLabel('答复内容和理由').fill('您申请的信息予以公开，分配结果如下。')
  })
  const supervisor = await atTheDesk('supervisor')
  await supervisor.getByText('公开申请答复待审批').waitFor()
  await supervisor.goto(officer.url())
  // Who approves reads what goes out, and what it was made from.
  const answer = supervisor.locator('.ant-card', { hasText: '随答复提供给申请人的材料' })
  for (const name of ['遮盖件1.pdf', '对照原件']) {
    const link = await answer.getByRole('link', { name }).first().getAttribute('href')
    expect((await supervisor.request.get(`${address}${link}`)).status()).toBe(200)
  }
  await shot(supervisor, 'approval')
  await supervisor.getByRole('button', { name: '批准答复' }).click()
  await supervisor.getByRole('button', { name: '批准答复' }).waitFor({ state: 'hidden' })
  await expectAccessible(supervisor)
  await officer.reload()
  await act(officer, '登记送达', async (dialog) => {
    await dialog.getByLabel('送达日期').fill('2026-03-02')
    await dialog.getByLabel('送达方式').click()
    await officer.getByTitle('本站查询页面', { exact: true }).click()
    await dialog.getByLabel('送达凭证').fill('查询页面公布')
  })

  await shot(officer, 'case')
  for (const [screen, words] of [
    ['board', '督办看板'],
    ['asked-again', '多人申请'],
    ['alerts', '期限提醒'],
    ['retention', '个人信息保存期限'],
  ] as const) {
    await supervisor.goto(`${address}/console/requests/${screen}`)
    await supervisor.getByRole('heading', { name: words }).waitFor()
    await supervisor.waitForLoadState('networkidle')
    await expectAccessible(supervisor)
    await shot(supervisor, screen)
  }
  for (const [screen, words] of [
    ['withheld', '定期评估'],
    ['templates', '文书模板'],
  ] as const) {
    await officer.goto(`${address}/console/requests/${screen}`)
    await officer.getByRole('heading', { name: words }).waitFor()
    await officer.waitForLoadState('networkidle')
    await expectAccessible(officer)
    await shot(officer, screen)
  }
  await officer.goto(`${address}/console/requests/new`)
  await officer.getByRole('heading', { name: '登记申请' }).waitFor()
  await expectAccessible(officer)
  await officer.getByLabel('名称、文号或者其他特征').fill('2025年度小微企业担保补助资金分配结果')
  await officer.getByLabel('文号', { exact: true }).focus()
  await officer.getByText('已经有内容相近的申请').waitFor()
  await officer.getByLabel('到达日期').fill('2026-03-02')
  expect(await officer.getByLabel('收到日期（起算日）').inputValue()).toBe('2026-03-02')
  await officer.getByLabel('姓名或者名称').fill('李大海')
  await expectAccessible(officer)
  await shot(officer, 'new')
  await officer.getByRole('button', { name: '登记', exact: true }).click()
  await officer.getByRole('button', { name: '打开案卷' }).click()
  await officer.getByText('申请缺少身份证明、联系方式，需要补正').waitFor()
  await expectAccessible(officer)
  await shot(officer, 'lacking')
  // Too many requests from the house: the console says so and offers to try again.
  await officer.route('**/api/staff/me', (route) =>
    route.fulfill({
      status: 429,
      contentType: 'application/problem+json',
      json: { title: '操作过于频繁，请稍后再试。', code: 'too_many', status: 429 },
    }),
  )
  await officer.reload()
  await officer.getByText('操作过于频繁，请稍后再试。').waitFor()
  await expectAccessible(officer)
  await officer.unroute('**/api/staff/me')
  await officer.getByRole('button', { name: '重试' }).click()
  await officer.getByText('申请缺少身份证明、联系方式，需要补正').waitFor()

  await citizen.goto(`${address}/requests/track`)
  await citizen.getByLabel('申请编号').fill(number)
  await citizen.getByLabel('查询码').fill(code.toLowerCase())
  await citizen.getByRole('button', { name: '查询' }).click()
  await citizen.getByText('分配结果如下').waitFor()
  await citizen.getByRole('button', { name: '下载 遮盖件1.pdf' }).waitFor()
  await shot(citizen, 'tracking')
  await expectAccessibleAs(citizen)
  expect(citizen.url()).not.toContain(code)
  for (const path of [
    '/requests',
    '/requests/new',
    '/requests/new?kind=business',
    '/requests/track',
    '/requests/form',
    '/requests/log',
  ]) {
    const page = await (await browser.newContext(phone)).newPage()
    await page.goto(`${address}${path}`)
    await expectAccessible(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await page.close()
  }
}, 240_000)
