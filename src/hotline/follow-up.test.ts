import readSheets from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { hotlineCrew } from '../../test/hotline-crew.ts'

const { agent, logged, platform, send, supervisor } = await hotlineCrew()
const letter = { mailbox: 'director', subject: '补助发放时间', consents: true }
const mailbox = async () =>
  (await platform.db.selectFrom('mailboxes').select('key').limit(1).executeTakeFirstOrThrow()).key

describe('a call that becomes a letter', () => {
  it('gives number and code once, however often it is pressed, and says so in the log', async () => {
    const id = await logged({ callerName: '张三', callerTelephone: '139 1234 5678' })
    const body = { ...letter, mailbox: await mailbox() }
    const first = await send(agent, 'POST', `/calls/${id}/letter`, body)
    expect(first.statusCode).toBe(201)
    expect((await send(agent, 'POST', `/calls/${id}/letter`, body)).json()).toEqual(first.json())
    const call = await platform.db
      .selectFrom('calls')
      .select(['outcome', 'forwarded_to', 'letter_id'])
      .where('id', '=', id)
      .executeTakeFirst()
    expect(call).toEqual({
      outcome: 'turned_into_letter',
      forwarded_to: first.json().number,
      letter_id: first.json().id,
    })
    const row = await platform.db
      .selectFrom('letters')
      .select('body_public')
      .where('id', '=', first.json().id)
      .executeTakeFirst()
    expect(row?.body_public).not.toContain('13912345678')
  })
  it('is refused to readers, for an unknown call or mailbox, and after it became a request (call_settled)', async () => {
    const id = await logged()
    const body = { ...letter, mailbox: await mailbox() }
    expect((await send(supervisor, 'POST', `/calls/${id}/letter`, body)).statusCode).toBe(403)
    expect((await send(agent, 'POST', '/calls/999999/letter', body)).statusCode).toBe(404)
    expect((await send(agent, 'POST', `/calls/${id}/letter`, { ...body, mailbox: 'none' })).json().code).toBe(
      'mailbox_unknown',
    )
    const settled = await logged({ outcome: 'turned_into_request', forwardedTo: '2018-0001' })
    expect((await send(agent, 'POST', `/calls/${settled}/letter`, body)).json().code).toBe('call_settled')
  })
})

describe('the timeline', () => {
  it('joins calls and letters of one number, newest first, and the reading is on the record', async () => {
    const number = '13700001111'
    const first = await logged({ callerTelephone: number }, '2018-06-01T09:00:00+08:00')
    const second = await logged({ callerTelephone: `+86 ${number}` }, '2018-06-02T09:00:00+08:00')
    await send(agent, 'POST', `/calls/${second}/letter`, { ...letter, mailbox: await mailbox() })
    await logged({ callerTelephone: '13700002222' })
    const { items } = (await send(agent, 'GET', `/calls/${first}/timeline`)).json()
    expect(
      items.map(({ kind, id }: { kind: string; id: number }) => [kind, kind === 'call' ? id : 'letter']),
    ).toEqual([
      ['letter', 'letter'],
      ['call', second],
      ['call', first],
    ])
    expect(JSON.stringify(items)).not.toContain('13912345678')
    const read = await platform.db
      .selectFrom('audit_entries')
      .select('subject_id')
      .where('action', '=', 'hotline.timeline')
      .execute()
    expect(read).toEqual([{ subject_id: String(first) }])
  })
  it('is empty where no number was left, and closed to readers', async () => {
    const id = await logged()
    expect((await send(agent, 'GET', `/calls/${id}/timeline`)).json()).toEqual({ items: [] })
    expect((await send(supervisor, 'GET', `/calls/${id}/timeline`)).statusCode).toBe(403)
    expect((await send(agent, 'GET', '/calls/999999/timeline')).statusCode).toBe(404)
  })
})

describe('the analysis', () => {
  it('counts months and names the topics that grow; analysis_period when it ends before it begins', async () => {
    for (const on of ['2016-03-05', '2016-04-01', '2016-04-02', '2016-04-03'])
      await logged({ topic: '住房补贴' }, `${on}T10:00:00+08:00`)
    const analysis = (await send(supervisor, 'GET', '/analysis?from=2016-04-01&until=2016-04-30')).json()
    expect(analysis).toMatchObject({
      total: 3,
      months: [{ name: '2016-04', count: 3 }],
      outcomes: [{ name: 'transferred', count: 3 }],
      agents: [{ name: agent.staff.name, count: 3, answered: 0, fromReference: 0 }],
      growing: [{ name: '住房补贴', count: 3, before: 1 }],
      fromReference: 0,
      years: expect.arrayContaining([{ name: '2016', count: 4 }]),
    })
    expect((await send(supervisor, 'GET', '/analysis?from=2016-04-02&until=2016-04-01')).json().code).toBe(
      'analysis_period',
    )
  })
})

it('a month without calls has its place in the trend; every topic and agent is named', async () => {
  for (let nth = 0; nth < 25; nth += 1) await logged({ topic: `主题${nth}` }, '2012-11-05T10:00:00+08:00')
  const analysis = (await send(supervisor, 'GET', '/analysis?from=2012-10-01&until=2013-01-31')).json()
  expect(analysis.months).toEqual([
    { name: '2012-10', count: 0 },
    { name: '2012-11', count: 25 },
    { name: '2012-12', count: 0 },
    { name: '2013-01', count: 0 },
  ])
  expect(analysis.topics).toHaveLength(25)
})

describe('the export', () => {
  it('is masked, opens in a spreadsheet, makes no formula, and is on the record', async () => {
    await logged({ topic: '=1+1' }, '2015-03-01T10:00:00+08:00')
    const get = (format: string) =>
      send(supervisor, 'GET', `/export?from=2015-01-01&until=2015-12-31&format=${format}`)
    const csv = (await get('csv')).body
    expect(csv).toContain('2015-03-01 10:00')
    expect(csv).toContain("'=1+1")
    expect(csv).not.toContain('13912345678')
    const sheets = await readSheets((await get('xlsx')).rawPayload)
    expect(sheets[0]?.data[1]?.[3]).toBe('=1+1')
    const kept = await platform.db
      .selectFrom('audit_entries')
      .select('detail')
      .where('action', '=', 'hotline.export')
      .execute()
    expect(kept.slice(-2)).toMatchObject([{ detail: { format: 'csv' } }, { detail: { format: 'xlsx' } }])
  })
})

it('words that no schema chose are Chinese', async () => {
  const answer = await send(agent, 'GET', '/calls/none/timeline')
  expect(answer.statusCode).toBe(400)
  expect(answer.json().fields.id).toMatch(/^无效输入/)
})
