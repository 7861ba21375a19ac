import { expect, it } from 'vitest'
import { makeWeeklyDigest } from '#knowledge'
import { testBrowser } from '../test/browser.ts'
import { listeningApp } from '../test/listening.ts'
import { testPlatform } from '../test/platform.ts'
import { expectAccessible } from './accessible.ts'
import { desks } from './desk.ts'

const platform = await testPlatform({ now: '2018-06-18T08:40:00+08:00' })
const address = await listeningApp(platform)
const desk = desks(platform, address, await testBrowser())

it('a call becomes an entry, a second person reads it, and the desk is offered it for other words', async () => {
  const agent = await desk('hotline_agent')
  await agent.getByRole('menuitem', { name: '接听台' }).click()
  await agent.getByLabel('来电内容').fill('农村危房改造补助要交哪些材料')
  await agent.getByLabel('答复内容').fill('交身份证、户口簿和危房鉴定表，由村委会审核后报镇政府。')
  await agent.getByLabel('主题').fill('危房改造')
  await agent.keyboard.press('Control+Enter')
  await agent
    .getByRole('status')
    .getByText(/已保存第\d+号来电/)
    .waitFor()
  await agent.getByRole('menuitem', { name: '来电记录' }).click()
  await agent.getByRole('link', { name: /写口径$/ }).click()
  await expect.poll(() => agent.getByLabel('答复口径').inputValue()).toContain('危房鉴定表')
  expect(await agent.getByLabel('主题').inputValue()).toBe('危房改造')
  await agent.getByText('对外公开').click()
  await agent.getByRole('button', { name: '保存，等待审核' }).click()
  await agent.getByText('待审核').waitFor()
  await expectAccessible(agent)
  const head = await desk('supervisor')
  await head.getByText('待审核的口径').click()
  await head.getByRole('link', { name: '农村危房改造补助要交哪些材料' }).waitFor()
  await head.getByRole('button', { name: '危房改造（1）' }).click()
  await expectAccessible(head)
  await head.getByRole('link', { name: '农村危房改造补助要交哪些材料' }).click()
  await head.getByRole('button', { name: '审核通过，开始使用' }).click()
  await head.getByText('使用中').waitFor()
  await expectAccessible(head)
  await agent.getByRole('menuitem', { name: '接听台' }).click()
  await agent.getByLabel('来电内容').fill('家里是危房，改造的补助怎么办，带什么材料')
  await agent.getByText(/知识库 \d+，相同的词/).waitFor()
  await expectAccessible(agent)
  await agent.keyboard.press('Alt+1')
  expect(await agent.getByLabel('答复内容').inputValue()).toContain('危房鉴定表')
  await agent.keyboard.press('Control+Enter')
  await agent
    .getByRole('status')
    .getByText(/已保存第\d+号来电/)
    .waitFor()
  const entry = await platform.db.selectFrom('knowledge_entries').select('id').executeTakeFirstOrThrow()
  const calls = await platform.db
    .selectFrom('calls')
    .select(['from_corpus', 'from_entry'])
    .where('from_entry', 'is not', null)
    .execute()
  expect(calls).toEqual([{ from_corpus: 'entries', from_entry: String(entry.id) }])
  const reader = await agent.request.get(`${address}/answers/${entry.id}`)
  expect(await reader.text()).toContain('危房鉴定表')
})

it('the week’s digest stands on the desk, leads to what has no answer, and an entry is begun from it', async () => {
  await platform.db
    .insertInto('calls')
    .values({
      called_at: new Date('2018-06-13T02:00:00Z'),
      on_day: '2018-06-13',
      kind: 'policy_consultation',
      content_sealed: Buffer.from('sealed'),
      content_masked: '公交卡余额怎样退还',
      answer: '请到服务网点办理。',
      outcome: 'answered',
    } as never)
    .execute()
  await makeWeeklyDigest(platform)
  const agent = await desk('hotline_agent')
  await agent.getByText('上周没有口径的问题').click()
  await agent.getByText('公交卡余额怎样退还').first().waitFor()
  await expectAccessible(agent)
  await agent.getByRole('link', { name: '写口径：公交卡余额怎样退还' }).first().click()
  await expect.poll(() => agent.getByLabel('答复口径').inputValue()).toBe('请到服务网点办理。')
  await expectAccessible(agent)
})
