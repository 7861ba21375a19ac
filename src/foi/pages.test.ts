import { beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { answeredChallenge } from '../../test/challenge.ts'
import { testPlatform } from '../../test/platform.ts'
import { proofBytes } from '../../test/request-form.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { builtApplication } from './builders.ts'
import { clockEvent } from './clock/event.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { recordClockEvent } from './record-clock-event.ts'
import { findTracked } from './track-request.ts'

let platform: Platform
let app: App
beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
})
const post = (url: string, payload: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(payload).toString(),
  })
/** As a browser sends a form with a file. */
async function postWithFile(url: string, fields: Record<string, string>, file: File) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('proof', file)
  const request = new Request('http://localhost/', { method: 'POST', body })
  const type = request.headers.get('content-type') ?? ''
  const payload = Buffer.from(await request.arrayBuffer())
  return app.inject({ method: 'POST', url, payload, headers: { accept: 'text/html', 'content-type': type } })
}
const proof = new File([proofBytes], '证件.png')
/** Form with upload, then the review page's answered challenge: what a citizen without scripts does. */
async function send(fields: Record<string, string>) {
  const review = await postWithFile('/requests', fields, proof)
  expect(review.statusCode).toBe(200)
  return post('/requests', { ...fields, ...answeredChallenge(review.body), step: 'send' })
}
const form = (changes = {}) =>
  ({ ...builtApplication(), key: 'k1', ...changes }) as unknown as Record<string, string>
const receiptOf = (page: string) => {
  const [number = '', code = ''] = [...page.matchAll(/<dd>([^<]+)<\/dd>/g)].map((match) => match[1])
  return { number, code }
}

describe('a citizen', () => {
  it('gets a receipt, the same one for the same form again, and follows the case without an address that tells', async () => {
    const first = await send(form())
    expect(first.statusCode).toBe(201)
    const receipt = receiptOf(first.body)
    expect(receiptOf((await post('/requests', form({ step: 'send' }))).body)).toEqual(receipt)
    expect(first.headers['cache-control']).toBe('no-store')
    const page = await post('/requests/track', receipt)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('等待与您联系确认收到，最迟于<strong>2018-06-15</strong>联系您')
    expect(page.body).not.toContain('张小明')
  })

  it('answers a correction notice, sees the new date explained, and withdraws', async () => {
    const officer = await testStaff(platform, 'foi_officer')
    const receipt = receiptOf((await send(form({ key: 'k2' }))).body)
    const { id } = await platform.db
      .selectFrom('foi_requests')
      .select('id')
      .where('number', '=', receipt.number)
      .executeTakeFirstOrThrow()
    await confirmReceipt(platform, officer, id, { receivedOn: platform.clock.today(), note: '' })
    expect((await post('/requests/track', receipt)).body).toContain('最迟于<strong>2018-07-09')
    const notice = {
      kind: 'correction_notice',
      on: '2018-06-15',
      items: '请写明年度',
      respondBy: '2018-06-29',
    }
    await recordClockEvent(platform, officer, id, clockEvent.parse(notice))
    const asked = await post('/requests/track', receipt)
    expect(asked.body).toContain('请写明年度')
    expect(asked.body).toContain('请于<strong>2018-06-29</strong>前（含当日）补正')
    const empty = await post('/requests/track/correction', { ...receipt, words: ' ' })
    expect([empty.statusCode, empty.body.includes('请先填写补正的内容')]).toEqual([422, true])
    // words_too_long: said beside the field, and what was typed is still there.
    const long = await post('/requests/track/correction', { ...receipt, words: '长'.repeat(20_001) })
    expect([long.statusCode, long.body.includes('不能超过20000个字')]).toEqual([422, true])
    const corrected = await post('/requests/track/correction', {
      ...receipt,
      words: '2017年度，电话13800138000',
    })
    expect(corrected.body).toContain('收到补正')
    const events = await platform.db
      .selectFrom('foi_events')
      .select('detail')
      .where('request_id', '=', id)
      .execute()
    expect(JSON.stringify(events)).not.toContain('13800138000')
    expect((await post('/requests/track/withdrawal', receipt)).body).toContain('申请人撤回')
    expect((await post('/requests/track/withdrawal', receipt)).statusCode).toBe(409)
  })

  it('keeps what was typed when something is wrong, and is told where', async () => {
    const page = await post('/requests', form({ key: 'k3', identityNumber: '110105194912310021' }))
    expect(page.statusCode).toBe(422)
    expect(page.body).toContain('校验位不对')
    expect(page.body).toContain('value="张小明"')
    const none = await post('/requests', { key: 'k4' })
    for (const name of ['name', 'identityNumber', 'telephone', 'description'])
      expect(none.body).toContain(`href="#${name}"`)
    const long = await post('/requests', form({ key: 'k5', description: '长'.repeat(40_000) }))
    expect([long.statusCode, long.body.includes('不能超过20000个字')]).toEqual([422, true])
  })

  it('who is a program is not taken for a citizen; wrong codes are slow and alike', async () => {
    const before = await platform.db.selectFrom('foi_requests').select('id').execute()
    await post('/requests', form({ key: 'k6', website: 'http://spam.example' }))
    expect(await platform.db.selectFrom('foi_requests').select('id').execute()).toHaveLength(before.length)
    const number = '2018-0001'
    const started = performance.now()
    const wrong = await post('/requests/track', { number, code: 'AAAAAAAAAA' })
    expect(performance.now() - started).toBeGreaterThan(390)
    const unknown = await post('/requests/track', { number: '2018-9999', code: 'AAAAAAAAAA' })
    expect([wrong.statusCode, unknown.statusCode]).toEqual([404, 404])
  })

  it.each(['/requests', '/requests/new', '/requests/form', '/requests/track', '/requests/log?q=%25'])(
    '%s opens',
    async (url) => {
      expect((await app.inject({ url, headers: { accept: 'text/html' } })).statusCode).toBe(200)
    },
  )

  it('reads the log of answered requests that the agency shows, page by page', async () => {
    await platform.db
      .insertInto('foi_requests')
      .values(
        Array.from({ length: 25 }, (_, index) => ({
          number: `log-${index}`,
          channel: 'letter',
          applicant_kind: 'business',
          status: 'answered',
          received_on: platform.clock.today(),
          answered_on: platform.clock.today(),
          outcome: 'granted',
          rules: '492',
          description_masked: `第${index}件申请`,
          in_public_log: index !== 3,
        })),
      )
      .execute()
    const first = await app.inject('/requests/log')
    const next = /rel="next" href="([^"]+)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await app.inject(next)
    const seen = [...`${first.body}${second.body}`.matchAll(/第(\d+)件申请/g)].map((match) => match[1])
    expect(new Set(seen).size).toBe(24)
    expect(seen).not.toContain('3')
    const { body } = await app.inject(`/zh-hant/requests/log?q=${encodeURIComponent('第7件申請')}`)
    expect([body.includes('第7件申請</h2>'), body.includes('第8件')]).toEqual([true, false])
  })
})

it('a program is told by code: nothing to correct with, a wrong code, too many tries', async () => {
  const receipt = receiptOf((await send(form({ key: 'k9' }))).body)
  const ask = (url: string, payload: object) =>
    app.inject({
      method: 'POST',
      url,
      payload,
      remoteAddress: '10.1.1.1',
      headers: { accept: 'application/json' },
    })
  expect((await ask('/requests/track/correction', { ...receipt, words: '' })).json().code).toBe(
    'correction_empty',
  )
  await expect(findTracked(platform, receipt.number, 'x')).rejects.toEqual(
    expect.objectContaining({ code: 'code_wrong' }),
  )
  const many = await Promise.all(Array.from({ length: 125 }, () => ask('/requests/track', receipt)))
  expect(many.at(-1)?.json().code).toBe('too_many')
})
