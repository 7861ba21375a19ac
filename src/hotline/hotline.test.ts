import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { importCalls } from './import-calls.ts'

const platform = await testPlatform()
const app = await createApp(platform)
const agent = await signedIn(app, platform, 'hotline_agent')
const supervisor = await signedIn(app, platform, 'supervisor')
const author = await signedIn(app, platform, 'author')
await platform.db
  .insertInto('letters')
  .values({
    number: 'x-1',
    mailbox: 'consultation',
    status: 'replied',
    original_sealed: Buffer.from(''),
    subject_public: '证书领取',
    body_public: '',
    reply_public: '会计证书请携带身份证到服务大厅领取。',
    submitted_at: new Date('2018-06-01T00:00:00Z'),
    received_on: '2018-06-01',
    replied_at: new Date('2018-06-02T00:00:00Z'),
    replied_on: '2018-06-02',
  } as never)
  .execute()
type Person = typeof agent
const send = (who: Person, method: 'GET' | 'POST', url: string, payload?: object) =>
  app.inject({
    method,
    url: `/api/staff/hotline${url}`,
    headers: who.headers,
    ...(payload ? { payload } : {}),
  })
const call = (more = {}) => ({
  kind: 'policy_consultation',
  topic: '担保补助',
  callerName: '张三',
  callerTelephone: '13800138000',
  content: '我的电话13800138000，担保补助怎样申请？',
  answer: '三月底前向区县财政部门申请。',
  ...more,
})

describe('the log', () => {
  it('seals the caller, masks the words, and opens the seal on the record', async () => {
    const { id } = (await send(agent, 'POST', '/calls', call())).json()
    const { items, abilities } = (await send(agent, 'GET', '/calls')).json()
    expect(items[0]).toMatchObject({ id, topic: '担保补助', agentName: agent.staff.name })
    expect(JSON.stringify(items)).not.toMatch(/13800138000|张三/)
    expect(abilities).toEqual({ answer: true })
    const opened = (await send(agent, 'POST', `/calls/${id}/unsealing`)).json()
    expect(opened.caller).toEqual({ name: '张三', telephone: '13800138000' })
    const entries = await platform.db
      .selectFrom('audit_entries')
      .select('action')
      .where('subject_kind', '=', 'call')
      .orderBy('id')
      .execute()
    expect(entries.map(({ action }) => action)).toEqual(['hotline.log', 'hotline.unseal'])
    expect((await send(agent, 'POST', '/calls/999999/unsealing')).statusCode).toBe(404)
  })

  it.each([
    ['answer_missing', { answer: '' }],
    ['destination_missing', { outcome: 'transferred' }],
    ['destination_missing', { outcome: 'turned_into_letter', answer: '好' }],
    ['caller_missing', { outcome: 'turned_into_request', callerName: '' }],
    ['caller_missing', { outcome: 'turned_into_request', callerTelephone: '' }],
    ['mailbox_unknown', { outcome: 'turned_into_letter', letter: { mailbox: 'none', subject: '补助' } }],
  ])('%s: %j', async (code, more) => {
    const answer = await send(agent, 'POST', '/calls', call(more))
    expect([answer.statusCode, answer.json().code]).toEqual([422, code])
  })

  it.each([
    ['agent', agent, 201, 200],
    ['supervisor', supervisor, 403, 200],
    ['author', author, 403, 403],
  ] as const)('%s: writing %d, reading %d', async (_, who, writing, reading) => {
    expect((await send(who, 'POST', '/calls', call())).statusCode).toBe(writing)
    expect((await send(who, 'GET', '/calls')).statusCode).toBe(reading)
    expect((await send(who, 'GET', '/analysis?from=2018-01-01&until=2018-12-31')).statusCode).toBe(reading)
    expect((await send(who, 'POST', '/suggestions', { text: '补助' })).statusCode).toBe(
      writing === 201 ? 200 : 403,
    )
  })
})

it('offers the masked words of an answered letter while the agent types', async () => {
  const answer = await send(agent, 'POST', '/suggestions', { text: '会计证书在哪里领取' })
  expect(answer.json().items[0]).toMatchObject({ corpus: 'letters', entry: 'x-1', title: '证书领取' })
  expect(answer.json().items[0].because.join()).toContain('会计证书')
})

it('takes calls over once, names the bad rows, and analyses them by topic, hour and kind', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'gongkai-calls-')), 'calls.jsonl')
  const row = (id: string, more = {}) => ({
    id,
    called_at: '2017-03-01T09:30:00',
    kind: '办事指南',
    topic: '会计证书',
    content: '什么时候领证？',
    answer: '见公告。',
    ...more,
  })
  const rows = [
    row('1'),
    row('2', { called_at: '2017-03-01T14:00:00', kind: 'complaint_report' }),
    row('3', { kind: '闲聊' }),
    row('4', { answer: '' }),
    row('5', { called_at: 'soon' }),
    row('6', { called_at: '2030-01-01' }),
    row('7', { outcome: 'transferred' }),
    row('8', { content: '' }),
  ]
  writeFileSync(path, rows.map((value) => JSON.stringify(value)).join('\n'))
  const { imported, bad } = await importCalls(platform, path)
  expect(imported).toBe(2)
  expect(bad.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    expect.stringContaining('3 kind is none of'),
    '4 answer is missing',
    '5 called_at is no time (YYYY-MM-DDTHH:MM:SS)',
    '6 called_at is in the future',
    '7 forwarded_to is missing',
    '8 content is missing',
  ])
  expect((await importCalls(platform, path)).imported).toBe(0)
  expect((await send(supervisor, 'GET', '/analysis?from=2017-01-01&until=2017-12-31')).json()).toMatchObject({
    kinds: [{ count: 1 }, { count: 1 }],
    topics: [{ name: '会计证书', count: 2 }],
    hours: [
      { name: '9', count: 1 },
      { name: '14', count: 1 },
    ],
  })
})
