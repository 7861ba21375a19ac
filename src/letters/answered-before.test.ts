import { expect, it } from 'vitest'
import { testPlatform } from '../../test/platform.ts'
import { insertReplied } from '../../test/replied-letters.ts'
import { answeredBefore } from './answered-before.ts'

it('public answers are ranked among themselves: forty better ones that are not released hide none, and copies show once', async () => {
  const platform = await testPlatform()
  const closed = Array.from({ length: 40 }, (_, at) => ({
    number: `closed${at}`,
    subject: '会计证书',
    reply: `会计证书领取：第${at}批会计证书在第${at * 3}窗口领取，编号${at * 7919}。`,
    released: false,
  }))
  const open = ['open1', 'open2'].map((number) => ({
    number,
    subject: '证书在哪里领取',
    reply: '会计证书请携带身份证到服务大厅领取，周一至周五对外办公。',
  }))
  const others = Array.from({ length: 120 }, (_, at) => ({
    number: `other${at}`,
    subject: '公积金',
    reply: `公积金异地贷款在缴存地办理，第${at}号答复。`,
  }))
  await insertReplied(platform.db, [...closed, ...open, ...others])
  const shown = await answeredBefore(platform, '会计证书领取')
  expect(shown.map(({ title }) => title)).toEqual(['证书在哪里领取'])
})
