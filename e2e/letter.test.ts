import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { keepLetters } from '#letters'
import { pdfOf } from '../src/platform/files/builders.ts'
import { testBrowser } from '../test/browser.ts'
import { answeredChallenge } from '../test/challenge.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { expectAccessible } from './accessible.ts'
import { desks } from './desk.ts'

const platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()
const pictures = process.env.SCREENSHOTS

const atTheDesk = desks(platform, address, browser)

/** No axe finding, nothing wider than the screen; a picture of each width when somebody wants to look. */
async function expectFits(page: Page, name: string, widths = [360, 768, 1440]) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await page.waitForTimeout(300)
    await expectAccessible(page)
    expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width])
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
  }
}
async function answerChallenge(page: Page) {
  const { challengeAnswer } = answeredChallenge(await page.content())
  await page.getByLabel('安全验证').fill(challengeAnswer)
}
async function track(page: Page, number: string, code: string) {
  await page.goto(`${address}/letters/track`)
  await page.getByLabel('来信编号').fill(number)
  await page.getByLabel('查询码').fill(code)
  await page.getByRole('button', { name: '查询', exact: true }).click()
}

it('a citizen without scripts writes, two people answer, everybody reads; a bad rating is followed up', async () => {
  const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }
  const citizen = await (await browser.newContext(phone)).newPage()
  await citizen.goto(`${address}/letters`)
  await citizen.getByRole('link', { name: '我要写信' }).first().click()
  await citizen.getByLabel('信箱（必填）').selectOption('consultation')
  await citizen.getByLabel('姓名').fill('李小红')
  await citizen.getByLabel('联系电话').fill('13900139000')
  await citizen.getByLabel('标题').fill('咨询会计证书领取')
  await citizen
    .getByLabel('内容')
    .fill('请问会计证书什么时候可以领取？听说毛偲纯已经领到。我的电话13900139000')
  await citizen.getByRole('button', { name: '先看看有没有现成的答复' }).click()
  await citizen.getByText('没有找到相近的公开答复').waitFor()
  await citizen.getByLabel('附件').setInputFiles({
    name: '李小红的准考证.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('我叫李小红，手机13900139000。'),
  })
  await citizen.getByLabel('答复后是否同意公开').selectOption('yes')
  await answerChallenge(citizen)
  await citizen.getByRole('button', { name: '提交来信' }).click()
  const [number = '', code = ''] = await citizen.locator('.receipt dd').allTextContents()
  expect([number, code.length]).toEqual(['X2026-00001', 10])
  if (pictures) await citizen.screenshot({ path: `${pictures}/receipt-360.png`, fullPage: true })

  const officer = await atTheDesk('correspondence_officer')
  await officer.getByText('待受理的来信').waitFor()
  await officer.getByRole('menuitem', { name: '来信', exact: true }).click()
  await expectFits(officer, 'console-letters')
  await officer.getByRole('link', { name: '咨询会计证书领取' }).click()
  await officer.getByRole('button', { name: '受理', exact: true }).click()
  await officer.getByRole('button', { name: '确定', exact: true }).click()
  await officer.getByLabel('答复内容').fill('李小红，您好，证书已经到达，请携带身份证到一楼窗口领取。')
  await expectFits(officer, 'console-letter')
  await officer.getByRole('button', { name: '修改公开内容' }).click()
  await officer.getByLabel('公开第1个附件的名称和文字内容').check()
  await officer.getByLabel('公开的附件文字').fill('准考证上的姓名和电话已经隐去。')
  await expectFits(officer, 'console-public-version')
  await officer.getByRole('button', { name: '保存', exact: true }).click()
  await officer.getByText('准考证上的姓名和电话已经隐去。').waitFor()
  await officer.getByLabel('答复内容').fill('李**，您好，证书已经到达。')
  await officer.getByText('答复里有隐去个人信息的星号').waitFor()
  await officer.getByLabel('答复内容').fill('李小红，您好，证书已经到达，请携带身份证到一楼窗口领取。')
  await officer.locator('input[type=file]').setInputFiles({
    name: '李小红的领取指南.pdf',
    mimeType: 'application/pdf',
    buffer: pdfOf(1),
  })
  await officer.getByText('公开名称：李**的领取指南.pdf').waitFor()
  await officer.getByLabel('公开来信时一并公开').check()
  await expectFits(officer, 'console-reply-file')
  await officer.getByLabel('答复内容').press('Control+Enter')
  await officer.getByText('答复待审批').first().waitFor()
  const supervisor = await atTheDesk('supervisor')
  await supervisor.goto(officer.url())
  await supervisor.getByRole('button', { name: '批准并公开' }).waitFor()
  await supervisor.getByText('准考证上的姓名和电话已经隐去。').waitFor()
  await expectFits(supervisor, 'console-approval')
  await supervisor.getByText('标出的1处文字可能是姓名').waitFor()
  await supervisor.getByRole('button', { name: '遮盖毛偲纯' }).click()
  await supervisor.getByText('听说毛**已经领到').first().waitFor()
  await supervisor.getByRole('button', { name: '批准并公开' }).click()
  await supervisor.getByRole('button', { name: '取消公开' }).waitFor()
  for (const [path, name, text] of [
    ['/letters/board?from=2026-01-01&to=2026-12-31', 'console-board', '信件管理（未转办）'],
    ['/letters/topics', 'console-topics', '政策咨询'],
    ['/letters/mailboxes', 'console-mailboxes', '局长信箱'],
  ] as const) {
    await supervisor.goto(`${address}/console${path}`)
    await supervisor.getByText(text).first().waitFor()
    await expectFits(supervisor, name)
  }

  await track(citizen, number, code)
  await citizen.getByText('请携带身份证到一楼窗口领取').waitFor()
  const [taken] = await Promise.all([
    citizen.waitForEvent('download'),
    citizen.getByRole('button', { name: '下载 李小红的领取指南.pdf' }).click(),
  ])
  expect(taken.suggestedFilename()).toBe('李小红的领取指南.pdf')
  if (pictures) await citizen.screenshot({ path: `${pictures}/tracking-360.png`, fullPage: true })
  await citizen.getByRole('button', { name: '很不满意' }).click()
  await citizen.getByText('我们会再次了解情况').waitFor()
  await officer.goto(`${address}/console/letters?follow_up=true`)
  await officer.getByRole('link', { name: '咨询会计证书领取' }).click()
  await officer.getByRole('button', { name: '填写回访结果' }).click()
  await officer.getByRole('textbox', { name: '回访结果' }).fill('已经电话说明，来信人表示理解。')
  await officer.getByRole('button', { name: '确定', exact: true }).click()
  await officer.getByText('已经电话说明').waitFor()
  await officer.getByRole('button', { name: '查看往来记录' }).click()
  await officer.getByText('这个号码没有其他来信、来电和会话').waitFor()
  await officer.getByRole('button', { name: '办结', exact: true }).waitFor()
  await expectFits(officer, 'console-followed-up')

  const reader = await (await browser.newContext()).newPage()
  for (const [path, name] of [
    ['/letters', 'letters'],
    ['/letters/new', 'form'],
    ['/letters/track', 'track'],
    ['/letters/1', 'letter'],
    ['/letters/statistics', 'statistics'],
  ] as const) {
    await reader.goto(`${address}${path}`)
    await expectFits(reader, name)
  }
  await reader.goto(`${address}/letters/1`)
  expect(await reader.content()).not.toMatch(/13900139000|李小红|毛偲纯/)
  const [open] = await Promise.all([
    reader.waitForEvent('download'),
    reader.getByRole('link', { name: '李**的领取指南.pdf' }).click(),
  ])
  expect(open.suggestedFilename()).toMatch(/^李.+的领取指南\.pdf$/)
  expect(await reader.content()).toContain('准考证上的姓名和电话已经隐去。')
})

it('with scripts nobody answers a question, and public answers appear while a letter is written', async () => {
  const other = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  const known = {
    id: 'a',
    subject: '咨询会计证书领取',
    body: '会计证书在哪里领取？',
    reply: '会计证书请携带身份证到一楼窗口领取。',
    submitted_at: new Date('2026-02-02T10:00:00+08:00'),
    replied_at: new Date('2026-02-04T10:00:00+08:00'),
    mailbox: 'consultation',
    topic: undefined,
    author: undefined,
    consent: 'yes' as const,
  }
  await other.inTransaction((tx) => keepLetters(other, tx, [known], { released: true }))
  const page = await (await browser.newContext({ viewport: { width: 768, height: 900 } })).newPage()
  await page.goto(`${await listeningApp(other)}/letters/new`)
  await page.getByLabel('标题').fill('会计证书领取')
  await page.getByLabel('内容').fill('请问会计证书领取窗口在哪里，需要携带身份证吗？')
  await page.getByText('这些公开的答复也许能解决您的问题').waitFor()
  await page.getByRole('link', { name: '咨询会计证书领取' }).waitFor()
  expect(await page.getByText('等于几').count()).toBe(0)
  await expectFits(page, 'suggested', [768])
  await page.getByLabel('姓名').fill('李小红')
  await page.getByLabel('联系电话').fill('13900139000')
  await page.getByText('已验证').or(page.getByText('验证成功')).first().waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: '提交来信' }).click()
  await page.getByText('来信已经收到').first().waitFor()
})
