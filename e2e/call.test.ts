import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { keepLetters } from '#letters'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { expectAccessible } from './accessible.ts'
import { desks } from './desk.ts'

const platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()
const desk = desks(platform, address, browser)

it('an agent answers a known question with the keyboard alone, and the log shows it masked', async () => {
  await platform.inTransaction((tx) =>
    keepLetters(platform, tx, [
      {
        id: 'a',
        subject: '证书领取',
        topic: '报名和证书',
        body: '证书在哪里领取？',
        submitted_at: new Date('2018-06-01T01:00:00Z'),
        reply: '会计证书请携带身份证到服务大厅领取。',
        replied_at: new Date('2018-06-04T01:00:00Z'),
      },
    ]),
  )
  const page = await desk('hotline_agent')
  await page.getByRole('menuitem', { name: '接听台' }).click()
  await page.getByLabel('来电内容').waitFor()
  const started = performance.now()
  await page.keyboard.type('会计证书在哪里领取，电话13800138000')
  await page.getByText('服务大厅').first().waitFor()
  await page.keyboard.press('Alt+1')
  expect(await page.getByLabel('主题').inputValue()).toBe('报名和证书')
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('status')
    .getByText(/已保存第\d+号来电/)
    .waitFor()
  expect(performance.now() - started).toBeLessThan(15_000)
  expect(await page.getByLabel('来电内容').inputValue()).toBe('')
  await expectAccessible(page)
  const kept = await platform.db.selectFrom('calls').selectAll().executeTakeFirstOrThrow()
  expect(kept).toMatchObject({
    from_corpus: 'letters',
    from_entry: 'a',
    outcome: 'answered',
    topic: '报名和证书',
  })
  await page.getByRole('menuitem', { name: '来电记录' }).click()
  await page.getByText('会计证书在哪里领取').waitFor()
  expect(await page.content()).not.toContain('13800138000')
  await expectAccessible(page)
})

it('a logged call becomes a letter, shows what else its number asked, and begins an entry; the period is exported', async () => {
  const caller = { callerName: '王五', callerTelephone: '13700137000', kind: 'policy_consultation' }
  const page = await desk('hotline_agent')
  for (const content of ['补贴什么时候到账', '补贴一直没有到账']) {
    const data = { ...caller, content, topic: '补贴', answer: '每月十五日发放。' }
    expect((await page.request.post(`${address}/api/staff/hotline/calls`, { data })).status()).toBe(201)
  }
  await page.getByRole('menuitem', { name: '来电记录' }).click()
  await page
    .getByRole('button', { name: /转为信件$/ })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
  await expectAccessible(page)
  await page.getByLabel('信箱').click()
  await page.locator('.ant-select-item-option').first().click()
  await page.getByRole('dialog').getByRole('button', { name: '转为信件' }).click()
  await page.getByText(/来信编号 .+，查询码/).waitFor()
  await page.getByRole('button', { name: /确\s*定/ }).click()
  await page.getByRole('cell', { name: /^转为信件 / }).waitFor()
  await page
    .getByRole('button', { name: /往来记录$/ })
    .first()
    .click()
  await page.getByRole('dialog').getByText('补贴什么时候到账').waitFor()
  await page
    .getByRole('dialog')
    .getByText(/来信 \S+/)
    .waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page
    .getByRole('link', { name: /写口径$/ })
    .first()
    .click()
  await expect.poll(() => page.getByLabel('答复口径').inputValue()).toBe('每月十五日发放。')
  expect(await page.getByLabel('问题').inputValue()).toBe('补贴一直没有到账')
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: '来电分析' }).click()
  await page.getByRole('list', { name: '各月来电' }).waitFor()
  await expectAccessible(page)
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 CSV' }).click(),
  ])
  const text = readFileSync(await sheet.path(), 'utf8')
  expect(text).toContain('补贴一直没有到账')
  expect(text).not.toContain('13700137000')
})

it('a call is turned into a letter while it is saved; the caller can be called back, and the look is on the record', async () => {
  const page = await desk('hotline_agent')
  await page.getByRole('menuitem', { name: '接听台' }).click()
  await page.getByLabel('来电内容').fill('窗口说材料不全，一直没有受理')
  await page.getByText('转为信件', { exact: true }).click()
  await page.getByLabel('信箱').click()
  await page.locator('.ant-select-item-option').first().click()
  await page.getByLabel('标题').fill('补助申请没有受理')
  await page.getByLabel('来电人').fill('赵六')
  await page.getByLabel('电话').fill('13600136000')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  await page.getByText(/来信编号 .+，查询码/).waitFor()
  await expectAccessible(page)
  const call = await platform.db
    .selectFrom('calls')
    .innerJoin('letters', 'letters.id', 'calls.letter_id')
    .select(['letters.number', 'calls.forwarded_to', 'letters.subject_public'])
    .where('calls.content_masked', 'like', '窗口说%')
    .executeTakeFirstOrThrow()
  expect(call).toEqual({
    number: call.forwarded_to,
    forwarded_to: call.number,
    subject_public: '补助申请没有受理',
  })
  await page.getByRole('menuitem', { name: '来电记录' }).click()
  await page.getByLabel('来电内容、答复').fill('一直没有受理')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('button', { name: /查看来电人$/ }).count()).toBe(1)
  await page.getByRole('button', { name: /查看来电人$/ }).click()
  await page.getByRole('button', { name: '查看（将留下审计记录）' }).click()
  await page.getByRole('link', { name: '13600136000' }).waitFor()
  await expectAccessible(page)
  const looks = await platform.db
    .selectFrom('audit_entries')
    .select('action')
    .where('action', '=', 'hotline.unseal')
    .execute()
  expect(looks).toHaveLength(1)
})

it('Order 711 art. 29: a call that asks for information is written down by the office for disclosure', async () => {
  const agent = await desk('hotline_agent')
  await agent.getByRole('menuitem', { name: '接听台' }).click()
  await agent.getByLabel('来电内容').fill('想要近两年补助资金的分配文件')
  await agent.getByText('转为依申请公开', { exact: true }).click()
  await agent.getByLabel('来电人').fill('钱七')
  await agent.getByLabel('电话').fill('13500135000')
  await agent.keyboard.press('Control+Enter')
  await agent
    .getByRole('status')
    .getByText(/已保存第\d+号来电/)
    .waitFor()
  const page = await desk('foi_officer')
  await page.getByText('来电提出、待登记的申请').click()
  await page.getByRole('button', { name: /登记申请$/ }).click()
  await expect.poll(() => page.getByLabel('所需信息').inputValue()).toContain('分配文件')
  await expectAccessible(page)
  expect(await page.getByLabel('姓名或者名称').inputValue()).toBe('钱七')
  await page.getByText('护照').click()
  await page.getByLabel('证件号码').fill('E12345678')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /登\s*记/ })
    .click()
  await page.waitForURL(/\/requests\/\d+$/)
  const request = await platform.db
    .selectFrom('calls')
    .innerJoin('foi_requests', 'foi_requests.id', 'calls.request_id')
    .select(['foi_requests.oral', 'foi_requests.status'])
    .executeTakeFirst()
  expect(request).toEqual({ oral: true, status: 'submitted' })
})

it('a transferred call waits on the desk of its department, which calls back and writes down what it did', async () => {
  const { id: unitId } = await platform.db
    .insertInto('departments')
    .values({ code: 'treasury-x', name: '国库处', position: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const agent = await desk('hotline_agent')
  await agent.getByRole('menuitem', { name: '接听台' }).click()
  await agent.getByLabel('来电内容').fill('工程款什么时候能拨付')
  await agent.getByText('转办', { exact: true }).click()
  await agent.getByLabel('转到哪个处室').click()
  await agent.locator('.ant-select-item-option', { hasText: '国库处' }).click()
  await agent.getByLabel('来电人').fill('孙八')
  await agent.getByLabel('电话').fill('13400134000')
  await agent.getByLabel('主题').pressSequentially('资金')
  await expectAccessible(agent)
  await agent.keyboard.press('Escape')
  await agent.keyboard.press('Control+Enter')
  await agent
    .getByRole('status')
    .getByText(/已保存第\d+号来电/)
    .waitFor()
  const page = await desk('correspondence_officer')
  await platform.db
    .updateTable('staff')
    .set({ department_id: unitId })
    .where('id', 'in', (eb) =>
      eb.selectFrom('staff_roles').select('staff_id').where('role', '=', 'correspondence_officer'),
    )
    .execute()
  const kept = platform.db.selectFrom('calls').select('topic').where('unit_id', '=', unitId)
  expect((await kept.executeTakeFirstOrThrow()).topic).toBe('资金')
  await page.reload()
  await page.getByText('转给我处室的来电').click()
  await page.getByText('工程款什么时候能拨付').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: /查看来电人$/ }).click()
  await page.getByRole('button', { name: '查看（将留下审计记录）' }).click()
  await page.getByRole('link', { name: '13400134000' }).waitFor()
  await page
    .getByRole('button', { name: /关\s*闭/ })
    .last()
    .click()
  await page.getByRole('button', { name: /登记办理情况$/ }).click()
  await page.getByRole('textbox', { name: /办理情况/ }).fill('已回电，验收后十个工作日内拨付。')
  await expectAccessible(page)
  await page.getByRole('button', { name: '登记为已办理' }).click()
  await page.getByText('没有等待办理的来电').waitFor()
  await page.getByText('已办理', { exact: true }).click()
  await page.getByText(/验收后十个工作日内拨付/).waitFor()
  await expectAccessible(page)
})
