import { describe, expect, it } from 'vitest'
import { hotlineCrew } from '../../test/hotline-crew.ts'
import { signedIn } from '../../test/sign-in.ts'
import { hotlineDesk } from './desk.ts'

const { agent, app, logged, platform, send } = await hotlineCrew()
const letter = { mailbox: 'director', subject: '补助发放时间', consents: true }
const mailbox = async () =>
  (await platform.db.selectFrom('mailboxes').select('key').limit(1).executeTakeFirstOrThrow()).key

describe('a call that is turned as it is saved', () => {
  const said = {
    kind: 'policy_consultation',
    callerName: '赵六',
    callerTelephone: '13900001111',
    content: '补助一直没有到账',
    topic: '补助',
  }
  const kept = (id: number) =>
    platform.db.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  it('is call and letter in one step, or neither', async () => {
    const turned = { ...said, outcome: 'turned_into_letter' }
    const body = { ...turned, letter: { ...letter, mailbox: await mailbox() } }
    const answer = await send(agent, 'POST', '/calls', body)
    expect(answer.statusCode).toBe(201)
    const { id, letter: receipt } = answer.json()
    expect(receipt).toMatchObject({ number: expect.any(String), queryCode: expect.any(String) })
    expect(await kept(id)).toMatchObject({ letter_id: receipt.id, forwarded_to: receipt.number })
    const count = async () => (await platform.db.selectFrom('calls').select('id').execute()).length
    const before = await count()
    const wrong = { ...turned, letter: { ...letter, mailbox: 'none' } }
    expect((await send(agent, 'POST', '/calls', wrong)).json().code).toBe('mailbox_unknown')
    expect(await count()).toBe(before)
  })
  it('Order 711 art. 29: waits for the office for disclosure, which writes the request down once', async () => {
    const officer = await signedIn(app, platform, 'foi_officer')
    const { id } = (await send(agent, 'POST', '/calls', { ...said, outcome: 'turned_into_request' })).json()
    expect(await kept(id)).toMatchObject({ awaits_registration: true, forwarded_to: '政府信息公开工作机构' })
    expect((await send(agent, 'GET', '/oral-requests')).statusCode).toBe(403)
    const { items } = (await send(officer, 'GET', '/oral-requests')).json()
    expect(items.map((one: { id: number }) => one.id)).toContain(id)
    const cards = (await hotlineDesk(platform, officer.staff)).map(({ key, count }) => [key, count])
    expect(cards).toEqual([['oral_requests', 1]])
    const words = await send(officer, 'POST', `/calls/${id}/unsealing`)
    expect(words.json().caller).toEqual({ name: '赵六', telephone: '13900001111' })
    const asked = {
      applicantKind: 'natural_person',
      name: '赵六',
      telephone: '13900001111',
      identityKind: 'passport',
      identityNumber: 'E12345678',
      description: '近两年补助资金的分配文件',
    }
    expect((await send(agent, 'POST', `/calls/${id}/request`, asked)).statusCode).toBe(403)
    const made = await send(officer, 'POST', `/calls/${id}/request`, asked)
    expect(made.statusCode).toBe(201)
    const { id: requestId, number } = made.json()
    expect((await send(officer, 'POST', `/calls/${id}/request`, asked)).json()).toEqual({
      id: requestId,
      number,
    })
    const request = await platform.db
      .selectFrom('foi_requests')
      .select(['oral', 'status', 'received_on'])
      .where('id', '=', made.json().id)
      .executeTakeFirst()
    expect(request).toEqual({ oral: true, status: 'submitted', received_on: null })
    expect(await kept(id)).toMatchObject({
      awaits_registration: false,
      forwarded_to: made.json().number,
      request_id: made.json().id,
    })
    expect((await send(officer, 'POST', `/calls/${id}/unsealing`)).json().code).toBe('not_awaiting')
    const plain = await logged()
    expect((await send(officer, 'POST', `/calls/${plain}/request`, asked)).json().code).toBe('not_awaiting')
    expect((await send(agent, 'POST', `/calls/${id}/letter`, { ...letter, mailbox: 'x' })).json().code).toBe(
      'call_settled',
    )
  })
  it('a request that is none becomes a letter as long as nobody has written it down', async () => {
    const { id } = (await send(agent, 'POST', '/calls', { ...said, outcome: 'turned_into_request' })).json()
    const body = { ...letter, mailbox: await mailbox() }
    expect((await send(agent, 'POST', `/calls/${id}/letter`, body)).statusCode).toBe(201)
    expect(await kept(id)).toMatchObject({ awaits_registration: false, outcome: 'turned_into_letter' })
  })
})
