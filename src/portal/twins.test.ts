import { beforeAll, describe, expect, it } from 'vitest'
import { keepLetters } from '#letters'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { answeredChallenge } from '../../test/challenge.ts'
import { testPlatform } from '../../test/platform.ts'
import { createApp } from '../app.ts'
import { traditional } from './traditional.ts'

let platform: Platform
let app: App
beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  const known = {
    id: 'a',
    subject: '咨询贷款贴息',
    body: '贷款贴息怎样申请？',
    reply: '请到窗口申请贷款贴息。',
    submitted_at: new Date('2018-06-01T10:00:00+08:00'),
    replied_at: new Date('2018-06-04T10:00:00+08:00'),
    mailbox: 'consultation',
    topic: undefined,
    author: undefined,
    consent: 'yes' as const,
  }
  await platform.inTransaction((tx) => keepLetters(platform, tx, [known], { released: true }))
  return () => app.close()
})

/** As a browser sends a form with files. */
async function send(url: string, fields: Record<string, string>, file?: File, headers = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (file) body.append('files', file)
  const form = new Request('http://localhost/', { method: 'POST', body })
  const type = form.headers.get('content-type') ?? ''
  const payload = Buffer.from(await form.arrayBuffer())
  return app.inject({
    method: 'POST',
    url,
    payload,
    headers: { accept: 'text/html', 'content-type': type, ...headers },
  })
}
const post = (url: string, fields: Record<string, string>, headers = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  })
const letter = {
  key: 'twin',
  mailbox: 'consultation',
  author: '李小紅',
  telephone: '13900139000',
  subject: '詢問補助',
  body: '請問皇后大道的補助怎樣申請？',
  consent: 'no',
}

describe('a form of the traditional twin', () => {
  it('in large letters keeps what was typed, its letters and its script', async () => {
    const answer = await send('/zh-hant/elder/letters', { ...letter, subject: '' })
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([422, undefined])
    expect(answer.body).toContain('<html lang="zh-Hant" class="elder"')
    expect(answer.body).toContain('formaction="/zh-hant/elder/letters/check"')
  })

  it('keeps what was typed, sign for sign, and says in traditional characters what is missing', async () => {
    const answer = await send('/zh-hant/letters', { ...letter, subject: '', body: '皇后大道里的里長' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('皇后大道里的里長</textarea>')
    expect(answer.body).toMatch(/還有\d處需要修改/)
    expect(answer.body).toContain('action="/zh-hant/letters"')
    expect(answer.body).toContain('formaction="/zh-hant/letters/check"')
    expect(answer.headers['cache-control']).toBe('no-store')
    // The page of an answer cannot be asked for again: no choice leads away from it.
    expect(answer.body).not.toMatch(/class="(?:script|size)"/)
  })

  it('sends a letter with its attachment and is followed by number and code there', async () => {
    const fresh = await app.inject('/zh-hant/letters/new')
    const file = new File(['附件內容'], '說明.txt', { type: 'text/plain' })
    const receipt = await send('/zh-hant/letters', { ...letter, ...answeredChallenge(fresh.body) }, file)
    expect(receipt.statusCode).toBe(201)
    const [number = '', code = ''] = [...receipt.body.matchAll(/<dd>([^<]+)<\/dd>/g)].map(([, text]) => text)
    expect(receipt.body).toContain('action="/zh-hant/letters/track"')
    const shown = await post('/zh-hant/letters/track', { number, code })
    expect([shown.statusCode, shown.body.includes('隨信收到附件1個')]).toEqual([200, true])
    const kept = await platform.db
      .selectFrom('letters')
      .select('subject_public')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    expect(kept.subject_public).toBe('詢問補助')
  })

  it('reports an error of a page and asks for a case there; what is not there is 404', async () => {
    expect((await post('/zh-hant/site-errors', { page: '/guide' })).statusCode).toBe(422)
    const track = await post('/zh-hant/requests/track', { number: '1', code: '2' })
    expect([track.statusCode < 500, track.body.includes('zh-Hant')]).toEqual([true, true])
    for (const path of ['/zh-hant/none', '/zh-hant/elder', '/zh-hant/api/staff/session'])
      expect([path, (await post(path, {})).statusCode]).toEqual([path, 404])
  })

  it('of another site is refused', async () => {
    const answer = await post('/zh-hant/letters/track', {}, { 'sec-fetch-site': 'cross-site' })
    expect(answer.statusCode).toBe(403)
  })
})

it('words in traditional characters find what is written in simplified ones, in every search box', async () => {
  for (const words of ['贷款', '貸款'])
    expect((await app.inject(`/letters?q=${encodeURIComponent(words)}`)).body).toContain('咨询贷款贴息')
  const { body } = await app.inject(`/zh-hant/letters?q=${encodeURIComponent('貸款')}`)
  expect(body).toContain('諮詢貸款貼息')
  expect(body).toContain('value="貸款"')
})

it('what is no page comes whole, and values that a program reads are left alone', async () => {
  const [feed, twin] = await Promise.all([app.inject('/feed.atom'), app.inject('/zh-hant/feed.atom')])
  expect(twin.body.length).toBe(feed.body.length)
  expect(traditional('<option value="贷款">贷款</option>')).toBe('<option value="贷款">貸款</option>')
})
