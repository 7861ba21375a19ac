import { beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { createApp } from '../app.ts'
import { keepLetters } from './import-letters.ts'
import { findRelated } from './related-letters.ts'
import { getLetter } from './store.ts'

let platform: Platform
let app: App
beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
})

describe('one matter', () => {
  it('is proposed when other people say it in other words, with the words that both share', async () => {
    const first = await sendLetter(platform, {
      author: '赵小兰',
      subject: '幸福路夜间施工噪声扰民',
      body: '幸福路的工地每天夜里十二点还在打桩施工，噪声很大，老人孩子无法休息，请管一管。',
    })
    for (const [subject, body] of [
      ['公积金异地提取', '在外地工作，住房公积金怎样提取，需要哪些材料？'],
      ['会计证书领取', '会计证书什么时候可以领取，在哪个窗口？'],
      ['路灯不亮', '和平路的路灯坏了一个月，晚上走路不安全。'],
      ['小区停车收费', '物业把停车费涨到三百元，没有公示，是否合规？'],
    ] as const)
      await sendLetter(platform, { subject, body })
    const { id } = await sendLetter(platform, {
      subject: '工地半夜打桩吵得睡不着',
      body: '我们住在幸福路旁边，工地夜间施工到凌晨，打桩噪声扰民，老人休息不好，希望尽快处理。',
    })
    const related = await findRelated(platform.db, await getLetter(platform.db, id))
    expect(related.map(({ number }) => number)).toEqual([first.number])
    expect(related[0]).toMatchObject({ sameSender: false, sameWords: false })
    expect(related[0]?.because.join('')).toMatch(/打桩|噪声|施工/)
  })
})

describe('reference answers', () => {
  it('follow what the officer has typed or marked, not only the letter', async () => {
    const submitted_at = new Date('2018-06-01T09:00:00+08:00')
    const replied_at = new Date('2018-06-04T09:00:00+08:00')
    const rows = [
      { id: 'a', subject: '年检', body: '年检？', reply: '机动车年检请携带行驶证到检测站办理。' },
      { id: 'b', subject: '补助', body: '补助？', reply: '困难补助请携带户口簿到社区申请。' },
    ]
    await platform.inTransaction((tx) =>
      keepLetters(
        platform,
        tx,
        rows.map((row) => ({ ...row, submitted_at, replied_at })),
      ),
    )
    const { id } = await sendLetter(platform, {
      subject: '咨询',
      body: '请问困难补助怎样申请，带什么到社区？',
    })
    const { headers } = await signedIn(app, platform, 'correspondence_officer')
    const asked = async (text: string, of = id) => {
      const url = `/api/staff/letters/${of}/suggestions`
      const answer = await app.inject({ method: 'POST', url, headers, payload: { text } })
      return (answer.json() as { items: { entry: string }[] }).items[0]?.entry
    }
    expect(await asked('')).toBe('b')
    expect(await asked('机动车年检行驶证检测站')).toBe('a')
    const own = platform.db.selectFrom('letters').select('id').where('import_key', '=', 'a')
    // A letter's own reply is no answer to look at, by whatever name the base has it.
    expect(await asked('机动车年检行驶证检测站', (await own.executeTakeFirstOrThrow()).id)).not.toBe('a')
  })
})

describe('the contacts of a sender', () => {
  it('join calls and letters of one telephone for who handles letters, on the record', async () => {
    const telephone = '13912340001'
    const first = await sendLetter(platform, { telephone, subject: '第一封' })
    const { id } = await sendLetter(platform, { telephone: '139-1234-0001', subject: '第二封' })
    const agent = await signedIn(app, platform, 'hotline_agent')
    const logged = await app.inject({
      method: 'POST',
      url: '/api/staff/hotline/calls',
      headers: agent.headers,
      payload: {
        kind: 'policy_consultation',
        topic: '补助',
        content: '补助怎样申请',
        answer: '请到窗口申请',
        callerTelephone: telephone,
        outcome: 'answered',
      },
    })
    expect(logged.statusCode).toBe(201)
    const { headers } = await signedIn(app, platform, 'correspondence_officer')
    const url = `/api/staff/letters/${id}/contacts`
    const { items } = (await app.inject({ url, headers })).json() as {
      items: { kind: string; id: number }[]
    }
    expect(items.map(({ kind }) => kind).sort()).toEqual(['call', 'letter'])
    expect(items.find(({ kind }) => kind === 'letter')?.id).toBe(first.id)
    const supervisor = await signedIn(app, platform, 'supervisor')
    expect((await app.inject({ url, headers: supervisor.headers })).statusCode).toBe(403)
    const audited = await platform.db
      .selectFrom('audit_entries')
      .select('id')
      .where('action', '=', 'letters.read_contacts')
      .execute()
    expect(audited).toHaveLength(1)
  })
})
