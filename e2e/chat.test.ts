import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { reviewEntry, writeEntry } from '#knowledge'
import { testBrowser } from '../test/browser.ts'
import { answeredChallenge } from '../test/challenge.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { testStaff } from '../test/staff.ts'
import { expectAccessible } from './accessible.ts'
import { desks } from './desk.ts'

const platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
const address = await listeningApp(platform)
const browser = await testBrowser()
const desk = desks(platform, address, browser)
const pictures = process.env.SCREENSHOTS

/** No axe finding; a picture of each width when somebody wants to look. */
async function expectFits(page: Page, name: string) {
  await expectAccessible(page)
  if (!pictures) return
  const before = page.viewportSize() ?? { width: 1440, height: 900 }
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await page.waitForTimeout(300)
    expect([name, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([name, width])
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize(before)
}
/** axe is a script itself: what a reader without scripts has on the screen is shown to one who has them. */
async function expectSeen(page: Page, name: string) {
  const twin = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  const body = await page.content()
  await twin.route('**/seen', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  await twin.goto(`${address}/seen`)
  await expectFits(twin, name)
  await twin.context().close()
}
async function answerChallenge(page: Page) {
  const { challengeAnswer } = answeredChallenge(await page.content())
  await page.getByLabel('安全验证').fill(challengeAnswer)
}

it('a citizen without scripts asks, an agent sends a reference answer, the citizen reads it and is done; with scripts words come by themselves', async () => {
  const writer = await testStaff(platform, 'hotline_agent')
  const { id } = await writeEntry(platform, writer, {
    topic: '贴息',
    question: '小微企业贷款贴息怎样申请',
    variants: [],
    answer: '请带营业执照和贷款合同到服务大厅二楼申请贴息。',
    audience: 'public',
    sources: [],
    validUntil: null,
    origin: null,
  })
  await reviewEntry(platform, await testStaff(platform, 'supervisor'), id)
  const agent = await desk('hotline_agent')
  await agent.getByRole('menuitem', { name: '坐席台' }).click()
  await agent.getByRole('switch', { name: '值守' }).click()
  await agent.getByText('值守中，共1位坐席').waitFor()

  const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }
  const citizen = await (await browser.newContext(phone)).newPage()
  await citizen.goto(`${address}/interaction`)
  await citizen.getByRole('link', { name: '在线交流' }).first().click()
  await citizen.getByText('坐席在线').waitFor()
  await citizen.getByLabel('您的问题').fill('我是小企业，贷款贴息怎么申请？')
  await citizen.getByLabel('称呼').fill('欧阳小满')
  await citizen.getByRole('button', { name: '提问' }).click()
  await citizen.getByText('是否已经解决您的问题').waitFor()
  expect(await citizen.getByLabel('您的问题（必填）').inputValue()).toBe('我是小企业，贷款贴息怎么申请？')
  await expectSeen(citizen, 'found')
  await answerChallenge(citizen)
  await citizen.getByRole('button', { name: '请坐席答复' }).click()
  await citizen.getByText('正在等待坐席接入').waitFor()
  expect(new URL(citizen.url()).search).toBe('')

  await agent.getByRole('button', { name: /^接入会话/ }).click()
  await agent.getByText(/知识库 \d+，相同的词/).waitFor()
  await agent.getByRole('button', { name: '采用（Alt+1）' }).click()
  expect(await agent.getByLabel('答复内容').inputValue()).toContain('服务大厅二楼')
  await expectFits(agent, 'console')
  await agent.getByLabel('答复内容').press('Control+Enter')
  await agent.getByRole('log').getByText('服务大厅二楼').waitFor()

  await citizen.getByLabel('继续写').fill('还没写完')
  await citizen.getByRole('button', { name: /看有没有新消息/ }).click()
  await citizen.getByText('请带营业执照和贷款合同到服务大厅二楼申请贴息。').waitFor()
  expect(await citizen.getByLabel('继续写').inputValue()).toBe('还没写完')
  await expectSeen(citizen, 'talk')
  await citizen.getByRole('button', { name: '解决了', exact: true }).click()
  await citizen.getByText('您的评价：解决了').waitFor()

  const reader = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await reader.goto(`${address}/chat/track`)
  const number = (await citizen.locator('.receipt dd').first().textContent()) ?? ''
  const code = (await citizen.locator('.receipt dd').last().textContent()) ?? ''
  await reader.getByLabel('会话编号').fill(number)
  await reader.getByLabel('查询码').fill(code)
  await reader.getByRole('button', { name: '进入会话' }).click()
  await reader.getByLabel('继续写').fill('营业执照要原件吗？')
  await reader.getByRole('button', { name: '发送', exact: true }).click()
  await agent.getByRole('log').getByText('营业执照要原件吗？').waitFor()
  await reader.getByLabel('继续写').fill('正在写的不会丢')
  await agent.getByLabel('答复内容').fill('复印件即可。')
  await agent.getByRole('button', { name: '发送（Ctrl+回车）' }).click()
  await reader.getByRole('log').getByText('复印件即可。').waitFor()
  expect(await reader.getByLabel('继续写').inputValue()).toBe('正在写的不会丢')
  const said = await platform.db
    .selectFrom('chat_messages')
    .select(['author', 'from_entry'])
    .orderBy('id')
    .execute()
  expect(said.map(({ author }) => author)).toEqual(['citizen', 'agent', 'citizen', 'agent'])
  expect(said[1]?.from_entry).toBe(String(id))

  await agent.getByRole('button', { name: '结束会话' }).click()
  await agent.getByRole('dialog').getByLabel('主题').fill('贴息')
  await agent
    .getByRole('dialog')
    .getByRole('button', { name: /结\s?束/ })
    .click()
  await agent.getByRole('link', { name: '写口径' }).waitFor()
  await agent.getByRole('menuitem', { name: '会话记录' }).click()
  await agent.getByText('市民：解决了').waitFor()
  expect(await agent.content()).not.toContain('欧阳小满')
  await expectFits(agent, 'log')
})
