import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { answeredChallenge } from '../../test/challenge.ts'
import { chatCrew, keysOf } from '../../test/chat-crew.ts'
import { signedIn } from '../../test/sign-in.ts'

import { readOrigin } from '../knowledge/entries/read-origin.ts'
import { closeIdle } from './close-idle.ts'
import { chatDesk } from './desk.ts'

const { agent, other, platform, app, ask, post, send, waiting } = await chatCrew()
const count = async (talkId: number) =>
  (await platform.db.selectFrom('chat_messages').select('id').where('talk_id', '=', talkId).execute()).length
const rowOf = (id: number) =>
  platform.db.selectFrom('chat_talks').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const newest = () =>
  platform.db.selectFrom('chat_talks').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
const message = (body: string, key: string = randomUUID()) => ({ body, key })

describe('a citizen without scripts, cookie or account', () => {
  it('asks, an agent answers, the citizen reads it and says that it solved the question', async () => {
    const page = await app.inject({ url: '/chat' })
    expect(page.body).toContain('坐席在线')
    expect(page.body).toContain('工作日09:00至12:00，13:30至17:00')
    expect([page.headers['cache-control'], page.headers['set-cookie']]).toEqual(['no-store', undefined])
    const { answer, found } = await ask({ author: '欧阳小满', telephone: '13912340000' })
    expect(found.body).toContain('没有找到可以参考的答复')
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([201, 'no-store'])
    const { number, code } = keysOf(answer.body)
    const talk = await newest()
    expect([number, talk.status]).toEqual([talk.number, 'waiting'])
    expect((await send(agent, 'POST', `/talks/${talk.id}/claim`)).statusCode).toBe(204)
    await send(agent, 'POST', `/talks/${talk.id}/notes`, message('同上次来电。'))
    await send(agent, 'POST', `/talks/${talk.id}/messages`, message('请欧阳小满到服务窗口申请。'))
    const read = await post('/chat/track', { number, code: code.toLowerCase(), body: '还有一个问<题' })
    expect(read.body).toContain('请欧阳小满到服务窗口申请。')
    expect(read.body).not.toContain('同上次来电')
    expect(read.body).toContain('还有一个问&lt;题</textarea>')
    const rated = await post('/chat/track/rating', { number, code, solved: 'yes' })
    expect(rated.body).toContain('您的评价：解决了')
    expect((await post('/chat/track/rating', { number, code, solved: 'no' })).statusCode).toBe(409) // talk_rated
    const closing = { kind: 'service_guide', topic: '欧阳小满的贴息' }
    await send(agent, 'POST', `/talks/${talk.id}/closing`, closing)
    expect(await rowOf(talk.id)).toMatchObject({ outcome: 'answered', solved: true, topic: '欧**的贴息' })
    expect((await rowOf(talk.id)).answer_masked).toBe('请欧**到服务窗口申请。')
  })
  it('a form sent again is one talk, a message sent again is one message, an edited one is another', async () => {
    const { answer, typed, found } = await ask()
    const { id } = await newest()
    const again = await post('/chat/talks', { ...typed, ...answeredChallenge(found.body) })
    expect(keysOf(again.body).number).toBe(keysOf(answer.body).number)
    const keys = keysOf(answer.body)
    for (let nth = 0; nth < 3; nth += 1)
      await post('/chat/track/messages', { ...keys, body: '还需要哪些材料' })
    expect(await count(id)).toBe(2)
    await post('/chat/track/messages', { ...keys, body: '还需要哪些材料？在哪里办？' })
    expect(await count(id)).toBe(3)
    await send(agent, 'POST', `/talks/${id}/claim`)
    const said = message('身份证和营业执照。')
    for (let nth = 0; nth < 2; nth += 1) await send(agent, 'POST', `/talks/${id}/messages`, said)
    expect(await count(id)).toBe(4)
    const news = await app.inject({
      method: 'POST',
      url: '/chat/track/updates',
      payload: { ...keys, after: 0 },
    })
    expect(news.json()).toMatchObject({ open: true, answered: true, standing: '坐席已经接入。' })
    expect(news.json().messages).toHaveLength(4)
  })
  it('what cannot be sent stays in the box with the reason: too long, empty, after the end', async () => {
    const long = await post('/chat/answers', { key: randomUUID(), question: '问'.repeat(40_000) })
    expect([long.statusCode, long.body.includes('不能超过2000个字')]).toEqual([422, true])
    expect(long.body).toContain('问'.repeat(40_000))
    const { answer } = await ask({ question: '<script>alert(1)</script>在吗' })
    expect(answer.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;在吗')
    const keys = keysOf(answer.body)
    const tooLong = await post('/chat/track/messages', { ...keys, body: '长'.repeat(40_000) })
    expect([tooLong.statusCode, tooLong.body.includes('现在有40000个字')]).toEqual([422, true]) // message_too_long
    expect(tooLong.body).toContain(`${'长'.repeat(40_000)}</textarea>`)
    expect((await post('/chat/track/messages', { ...keys, body: ' ' })).statusCode).toBe(422) // message_empty
    expect((await post('/chat/track/rating', { ...keys, solved: 'yes' })).body).toContain('坐席还没有答复') // not_answered
    await post('/chat/track/leaving', keys)
    const late = await post('/chat/track/messages', { ...keys, body: '还在吗' })
    expect([late.statusCode, late.body.includes('这次会话已经结束')]).toEqual([409, true]) // talk_closed
  })
  it('a wrong code finds nothing and is counted', async () => {
    const { answer } = await ask()
    const { number } = keysOf(answer.body)
    const wrong = await post('/chat/track', { number, code: '2222222222' })
    expect([wrong.statusCode, wrong.body.includes('查询码不对')]).toEqual([404, true])
    const news = await app.inject({
      method: 'POST',
      url: '/chat/track/updates',
      payload: { number, code: '2222222222' },
    })
    expect(news.json().code).toBe('code_wrong')
    const { count } = await platform.db
      .selectFrom('hourly_counts')
      .select('count')
      .where('kind', '=', 'guess_network')
      .executeTakeFirstOrThrow()
    expect(count).toBe(2)
  })
  it('writes too often: asked_too_often, with what was typed', async () => {
    const { answer } = await ask()
    await post('/chat/track/messages', { ...keysOf(answer.body), body: '第一条' })
    await platform.db
      .updateTable('hourly_counts')
      .set({ count: 200 })
      .where('kind', '=', 'chat_messages')
      .execute()
    const refused = await post('/chat/track/messages', { ...keysOf(answer.body), body: '再来一条' })
    expect([refused.statusCode, refused.body.includes('再来一条</textarea>')]).toEqual([429, true])
  })
})

describe('nobody on duty', () => {
  it('a question becomes a letter with one press, and the talk page offers the same', async () => {
    await send(agent, 'POST', '/duty', { present: false })
    const { answer, found, typed } = await ask({ question: '补助什么时候到账？一直没有消息。' })
    expect(answer.statusCode).toBe(409) // desk_closed
    expect(answer.body).toContain('补助什么时候到账？一直没有消息。</textarea>')
    expect(found.body).toContain('现在没有坐席在线')
    await platform.db.updateTable('mailboxes').set({ name_required: false, phone_required: false }).execute()
    const letter = await post('/chat/letters', { ...typed, ...answeredChallenge(answer.body) })
    expect([letter.statusCode, /X2018-\d{5}/.test(letter.body)]).toEqual([201, true])
    await send(agent, 'POST', '/duty', { present: true })
    const talk = keysOf((await ask()).answer.body)
    await post('/chat/track/messages', { ...talk, body: '已经等了很久' })
    const [first, second] = [await post('/chat/track/letter', talk), await post('/chat/track/letter', talk)]
    const numberOf = (body: string) => /X2018-\d{5}/.exec(body)?.[0]
    expect([first.statusCode, numberOf(first.body)]).toEqual([200, numberOf(second.body)])
    expect(await newest()).toMatchObject({ outcome: 'turned_into_letter', closed_by: 'citizen' })
    const { source_kind, body_public } = await platform.db
      .selectFrom('letters')
      .select(['source_kind', 'body_public'])
      .where('number', '=', numberOf(first.body) ?? '')
      .executeTakeFirstOrThrow()
    expect([source_kind, body_public.split('\n').at(-1)]).toEqual(['chat', '已经等了很久'])
  })
})

it('a supervisor sets the hours, the end of idle talks and the mailbox; what is no mailbox is mailbox_not_there', async () => {
  const head = await signedIn(app, platform, 'supervisor')
  const settings = { inUse: true, hours: [{ from: '08:00', until: '12:00' }], idleAfter: 30, mailbox: null }
  const save = (more: object) => send(head, 'PUT', '/settings', { ...settings, ...more })
  expect((await save({ mailbox: 'none' })).json().code).toBe('mailbox_not_there')
  expect((await save({ hours: [{ from: '12:00', until: '08:00' }] })).statusCode).toBe(400)
  expect((await save({})).statusCode).toBe(204)
  expect((await app.inject({ url: '/chat' })).body).toContain('工作日08:00至12:00')
})

describe('agents', () => {
  it('of two who claim at once one gets the talk, the other is told: taken_by_other', async () => {
    const id = await waiting()
    const both = await Promise.all([agent, other].map((who) => send(who, 'POST', `/talks/${id}/claim`)))
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([204, 409])
    expect(both.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('taken_by_other')
  })
  it('a talk goes to another agent who is there, and then belongs to that one: agent_unfit, not_your_talk', async () => {
    const id = await waiting()
    await send(agent, 'POST', `/talks/${id}/claim`)
    const over = () => send(agent, 'POST', `/talks/${id}/transfer`, { agentId: other.staff.id })
    expect((await over()).json().code).toBe('agent_unfit')
    await send(other, 'POST', '/duty', { present: true })
    expect((await over()).statusCode).toBe(204)
    expect((await send(agent, 'POST', `/talks/${id}/messages`, message('您好'))).json().code).toBe(
      'not_your_talk',
    )
    expect((await send(other, 'POST', `/talks/${id}/messages`, message('您好'))).statusCode).toBe(204)
  })
  it('lists are masked, an opened talk is not, and the look is on the record', async () => {
    const id = await waiting()
    const lists = [await send(agent, 'GET', '/console'), await send(agent, 'GET', '/talks')]
    for (const { body } of lists) {
      expect(body).toContain('补助什么时候到账')
      expect(body).not.toMatch(/欧阳小满|13912340000/)
    }
    const opened = (await send(agent, 'POST', `/talks/${id}/opening`)).json()
    expect(opened.messages[0].body).toContain('13912340000')
    expect(opened.abilities).toMatchObject({ claim: true, say: false, close: false })
    const { actor_staff_id } = await platform.db
      .selectFrom('audit_entries')
      .select('actor_staff_id')
      .where('action', '=', 'chat.read')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(actor_staff_id).toBe(agent.staff.id)
  })
  it('an agent who reads a talk without opening it has looked, once', async () => {
    const id = await waiting()
    await send(agent, 'POST', `/talks/${id}/claim`)
    const read = () => send(agent, 'GET', `/talks/${id}/messages`)
    expect((await read()).body).toContain('13912340000')
    await read()
    await send(agent, 'POST', `/talks/${id}/opening`)
    await read()
    const looks = await platform.db
      .selectFrom('audit_entries')
      .select('actor_staff_id')
      .where('action', '=', 'chat.read')
      .where('subject_id', '=', String(id))
      .execute()
    // The first of reading, the second of opening it.
    expect(looks).toEqual([{ actor_staff_id: agent.staff.id }, { actor_staff_id: agent.staff.id }])
  })
  it('an idle talk is ended by the job, one whose citizen still waits is not', async () => {
    const [talking, left, stays] = [await waiting(), await waiting(), await waiting()]
    await send(agent, 'POST', `/talks/${talking}/claim`)
    const long = new Date(platform.clock.now().getTime() - 31 * 60_000)
    const idle = { last_said_at: long }
    await platform.db.updateTable('chat_talks').set(idle).where('id', 'in', [talking, left, stays]).execute()
    await platform.db
      .updateTable('chat_talks')
      .set({ citizen_seen_at: long })
      .where('id', '=', left)
      .execute()
    expect([await closeIdle(platform), await closeIdle(platform)]).toEqual([2, 0])
    const ends = await Promise.all([talking, left, stays].map(async (id) => (await rowOf(id)).outcome))
    expect(ends).toEqual(['unanswered', 'unanswered', null])
  })
})

describe('where a talk goes', () => {
  it('Order 711 art. 29: somebody asks for information, the office for disclosure writes it down once', async () => {
    const officer = await signedIn(app, platform, 'foi_officer')
    const id = await waiting({ author: '' })
    await send(agent, 'POST', `/talks/${id}/claim`)
    const pass = (given: object) => send(agent, 'POST', `/talks/${id}/disclosure`, given)
    expect((await pass({})).json().code).toBe('citizen_missing')
    expect((await send(officer, 'POST', `/talks/${id}/unsealing`)).json().code).toBe('talk_not_awaiting')
    expect((await pass({ name: '赵六', telephone: '13900001111' })).statusCode).toBe(204)
    expect((await pass({ name: '赵六', telephone: '13900001111' })).json().code).toBe('talk_settled')
    const { items } = (await send(officer, 'GET', '/awaiting')).json()
    expect(items.map((one: { id: number }) => one.id)).toEqual([id])
    expect(await chatDesk(platform, officer.staff)).toMatchObject([{ key: 'chat_requests', count: 1 }])
    const words = (await send(officer, 'POST', `/talks/${id}/unsealing`)).json()
    expect(words.caller).toEqual({ name: '赵六', telephone: '13900001111' })
    const asked = {
      applicantKind: 'natural_person',
      name: '赵六',
      telephone: '13900001111',
      identityKind: 'passport',
      identityNumber: 'E12345678',
      description: '近两年补助资金的分配文件',
    }
    const made = await send(officer, 'POST', `/talks/${id}/request`, asked)
    expect(made.statusCode).toBe(201)
    const { id: requestId, number } = made.json()
    expect((await send(officer, 'POST', `/talks/${id}/request`, asked)).json()).toEqual({
      id: requestId,
      number,
    })
    expect(await rowOf(id)).toMatchObject({ request_id: made.json().id, awaits_registration: false })
  })
  it('an answered talk begins an entry, stands on the board and in the file, all masked; chat_period', async () => {
    const id = await waiting()
    await send(agent, 'POST', `/talks/${id}/claim`)
    await send(agent, 'POST', `/talks/${id}/messages`, message('欧阳小满的补助本月底前到账。'))
    await send(agent, 'POST', `/talks/${id}/closing`, { kind: 'information_query', topic: '补助' })
    const origin = { corpus: 'talks', entry: String(id) } as const
    expect(await readOrigin(platform, agent.staff, origin)).toEqual({
      question: expect.stringContaining('补助什么时候到账'),
      answer: '欧**的补助本月底前到账。',
      topic: '补助',
    })
    const today = platform.clock.today()
    const board = (await send(agent, 'GET', `/board?from=${today}&until=${today}`)).json()
    expect(board.agents.map(({ name }: { name: string }) => name)).toContain(agent.staff.name)
    expect(board.all.received).toBe(
      board.agents.reduce((sum: number, one: { received: number }) => sum + one.received, 0),
    )
    const wrong = await send(agent, 'GET', `/board?from=${today}&until=2018-01-01`)
    expect(wrong.json().code).toBe('chat_period')
    const csv = await send(agent, 'GET', `/export?from=${today}&until=${today}&format=csv`)
    expect(csv.body).toContain('欧**的补助本月底前到账。')
    expect(csv.body).not.toMatch(/欧阳小满|13912340000/)
  })
})
