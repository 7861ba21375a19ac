import { expect, it } from 'vitest'
import type { Platform } from '#platform'
import { fixedClock } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { insertReplied } from '../../test/replied-letters.ts'
import { liveIndex } from './live-index.ts'
import { suggestAnswers } from './suggest-answers.ts'

const minutesLater = (platform: Platform, minutes: number): Platform => ({
  ...platform,
  clock: fixedClock(new Date(platform.clock.now().getTime() + minutes * 60_000)),
})
const first = async (platform: Platform, text: string) => (await suggestAnswers(platform, text))[0]?.entry

it('the index stays as it is while nothing is written, and learns one reply: at once after a pause, else behind the reader’s back', async () => {
  const platform = await testPlatform()
  await insertReplied(platform.db, [{ number: 'a', subject: '证书', reply: '会计证书到服务大厅领取。' }])
  const index = await liveIndex(platform, 'letters')
  expect(await liveIndex(minutesLater(platform, 5), 'letters')).toBe(index)
  await insertReplied(platform.db, [{ number: 'b', subject: '停车', reply: '小区停车收费已经公示。' }])
  expect(await first(minutesLater(platform, 5), '停车收费')).toBeUndefined()
  expect(await first(minutesLater(platform, 15), '停车收费')).toBe('b')
  await platform.db
    .updateTable('letters')
    .set({ reply_public: '公积金异地贷款在缴存地办理。' })
    .where('number', '=', 'b')
    .execute()
  expect(await first(minutesLater(platform, 25), '公积金异地贷款')).toBe('b')
  expect(await first(minutesLater(platform, 26), '停车收费')).toBeUndefined()
  expect(await first(minutesLater(platform, 26), '证书领取')).toBe('a')
  await insertReplied(platform.db, [{ number: 'c', subject: '停车', reply: '小区停车收费已经公示。' }])
  expect(await first(minutesLater(platform, 28), '停车收费')).toBeUndefined()
  await expect.poll(() => first(minutesLater(platform, 28), '停车收费')).toBe('c')
})

it('many new replies are read behind a reader’s back: the old index answers meanwhile', async () => {
  const platform = await testPlatform()
  await insertReplied(platform.db, [{ number: 'a', subject: '证书', reply: '会计证书到服务大厅领取。' }])
  const old = await liveIndex(platform, 'letters')
  const many = Array.from({ length: 600 }, (_, at) => ({
    number: `n${at}`,
    subject: '停车',
    reply: `第${at}号小区停车收费已经公示，请看第${at * 7}页。`,
  }))
  await insertReplied(platform.db, many)
  const later = minutesLater(platform, 20)
  expect(await liveIndex(later, 'letters')).toBe(old)
  expect(await first(later, '会计证书领取')).toBe('a')
  await expect.poll(async () => (await liveIndex(later, 'letters')).size).toBe(601)
  expect(await first(later, '小区停车收费')).toMatch(/^n/)
})

it('five suggestions are five answers, however many merged letters carry one of them', async () => {
  const platform = await testPlatform()
  const copies = Array.from({ length: 30 }, (_, at) => ({
    number: `copy${at}`,
    subject: '停车',
    reply: `桂花苑小区停车收费标准已经公示，业主可以向物业公司查询，如有疑问请拨打价格监督电话。${at % 2 ? '' : '！'}`,
  }))
  const other = { number: 'other', subject: '停车', reply: '停车收费由发展改革部门定价。' }
  await insertReplied(platform.db, [...copies, other])
  const found = await suggestAnswers(platform, '桂花苑小区停车收费标准')
  expect(found).toHaveLength(2)
  expect(found[0]?.entry).toMatch(/^copy/)
  expect(found[1]?.entry).toBe('other')
})
