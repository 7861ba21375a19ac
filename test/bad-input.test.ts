import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { createApp } from '../src/app.ts'
import { addItem, addSection } from '../src/portal/builders.ts'
import { testPlatform } from './platform.ts'
import { routesOf } from './routes-of.ts'

let platform: Platform
let app: App
let port: number
let readable: string[]
let writable: string[]

beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  const section = await addSection(platform, 'news', '工作动态')
  await addItem(platform, section, { title: '小微企业' })
  await app.listen({ host: '127.0.0.1', port: 0 })
  port = (app.server.address() as { port: number }).port
  const open = routesOf(app).filter(({ path }) => !/^\/(?:api\/staff|console|metrics)/.test(path))
  readable = open.filter(({ method }) => method === 'GET').map(({ path }) => path)
  writable = open.filter(({ method }) => method === 'POST').map(({ path }) => path)
  afterAll(() => app.close())
})

const hostile = [
  "' or '1'='1",
  "1'; drop table articles; --",
  '1) union select password_hash from staff --',
  '\u0024{7*7}{{7*7}}<%= 7*7 %>#{7*7}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '\u0000',
  '\u0000%00',
  '\ud800',
  '%',
  '\\',
  '٣',
  '-1',
  '1e309',
  '99999999999999999999',
  '9007199254740993',
  '2018-02-30',
  '0000-01-01',
  '9999-12-31',
  '-271821-04-20T00:00:00.000Z_1',
  '+275760-09-13T00:00:00.000Z_1',
  't0000-01-01T00:00:00.000Z_1',
  '0000-00-00_1',
  '9999-12-31_999999999999999',
  'null',
  '__proto__',
  'constructor',
  'x'.repeat(5_000),
  '公'.repeat(2_000),
]
const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 40 }))
const encodings = {
  whole: (value: string) => encodeURIComponent(value.toWellFormed()),
  none: (value: string) => value.replace(/[\s#?]/g, ''),
  broken: (value: string) => `${encodeURIComponent(value.toWellFormed()).slice(0, 20)}%E0%A4%A`,
  latin1: (value: string) =>
    [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
}
const encoding = fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[]))
/** What the routes read, what they do not, and names that a careless parser would stumble over. */
const names = [
  'q',
  'section',
  'kind',
  'from',
  'to',
  'order',
  'after',
  'before',
  'year',
  'month',
  'limit',
  'key',
  'x',
  '__proto__',
  'a[]',
  'a[b]',
]
const query = fc.array(fc.tuple(fc.constantFrom(...names), text, encoding), { maxLength: 4 })

/** Executed or echoed as markup it would show as this. */
const markup = /<script>alert|<img src=x|onerror=alert\(1\)>|\b49\b.*\b49\b/

/** Each from an address of its own: the limit of requests a minute has a test elsewhere. */
let asked = 0
async function assertAnswered(url: string, payload?: string, type?: string) {
  const headers = { accept: 'text/html', ...(type === undefined ? {} : { 'content-type': type }) }
  const remoteAddress = `10.0.${(++asked >> 8) % 256}.${asked % 256}`
  const answer = await app.inject({
    url,
    headers,
    remoteAddress,
    ...(payload === undefined ? {} : { method: 'POST', payload }),
  })
  if (answer.statusCode >= 500)
    throw new Error(
      `${answer.statusCode} for ${JSON.stringify(url).slice(0, 300)} ${payload?.slice(0, 200) ?? ''}`,
    )
  if (markup.test(answer.body)) throw new Error(`markup came back for ${JSON.stringify(url).slice(0, 300)}`)
}

describe('no public route answers bad input with a fault, or what was typed with markup', {
  timeout: 120_000,
}, () => {
  it('knows the routes', () => {
    expect(readable).toEqual(
      expect.arrayContaining(['/', '/articles/:id', '/search', '/api/articles', '/files/:id']),
    )
    expect(writable).toEqual(expect.arrayContaining(['/letters', '/requests', '/site-errors']))
  })

  it('every hostile text in every path and every query', async () => {
    for (const route of readable)
      await Promise.all(
        hostile.map((value) => {
          const path = route.replace(/:\w+|\*/g, encodings.whole(value))
          return assertAnswered(
            `${path}?${names.map((name) => `${name}=${encodings.whole(value)}`).join('&')}`,
          )
        }),
      )
  })

  it('any text, badly encoded, repeated and nested', async () => {
    const property = fc.asyncProperty(fc.nat(), text, encoding, query, async (nth, value, coding, asked) => {
      const path = (readable[nth % readable.length] as string).replace(
        /:\w+|\*/g,
        encodings[coding](value) || 'x',
      )
      const search = asked.map(([name, other, as]) => `${name}=${encodings[as](other)}`).join('&')
      await assertAnswered(`${path}?${search}`)
    })
    await fc.assert(property, { numRuns: 120 })
  })

  it('any body of any type to every form', async () => {
    const type = fc.constantFrom(
      'application/x-www-form-urlencoded',
      'application/json',
      'text/plain',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      'nonsense',
      '',
    )
    const body = fc.oneof(
      fc.json(),
      text,
      fc
        .array(
          fc.tuple(
            fc.constantFrom(
              'key',
              'mailbox',
              'subject',
              'body',
              'number',
              'code',
              'name',
              'consent',
              'website',
              'rating',
              'on',
              'a[b]',
            ),
            text,
          ),
        )
        .map((fields) => fields.map(([name, value]) => `${name}=${encodings.whole(value)}`).join('&')),
    )
    // Side by side: guesses of a query code are answered slowly.
    const questions = fc.array(fc.tuple(fc.nat(), text, body, type), { minLength: 10, maxLength: 10 })
    const property = fc.asyncProperty(questions, async (asked) => {
      await Promise.all(
        asked.map(([nth, value, payload, kind]) => {
          const path = (writable[nth % writable.length] as string).replace(/:\w+/g, encodings.whole(value))
          return assertAnswered(path, payload, kind)
        }),
      )
    })
    await fc.assert(property, { numRuns: 12 })
  })

  it('injected SQL stayed text', async () => {
    const { count } = await platform.db
      .selectFrom('articles')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(1)
  })
})

/** The first line of the answer to these very bytes; '' when the connection was closed without one. */
const raw = (bytes: string) =>
  new Promise<string>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'))
    let answer = ''
    socket.setTimeout(25_000, () => socket.destroy())
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
      if (answer.includes('\r\n')) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
  })
const host = 'Host: localhost\r\n'

it.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['an endless path', `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n`, 431],
  ['a huge header', `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
  ['a thousand headers', `GET / HTTP/1.1\r\n${host}${'X-Some-Header: value\r\n'.repeat(2_000)}\r\n`, 431],
  ['two lengths', `POST /letters HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\na`, 400],
  [
    'length and chunks (smuggling)',
    `POST /letters HTTP/1.1\r\n${host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
  ],
  [
    'a broken chunk',
    `POST /letters HTTP/1.1\r\n${host}Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`,
    400,
  ],
  [
    'a body that is too large',
    `POST /letters/track HTTP/1.1\r\n${host}Content-Type: application/json\r\nContent-Length: 99999999\r\n\r\n`,
    413,
  ],
  ['a raw NUL in the path', `GET /articles/\u0000 HTTP/1.1\r\n${host}\r\n`, 400],
  ['raw bytes in the path', `GET /articles/\u00e5\u0085 HTTP/1.1\r\n${host}\r\n`, 400],
  ['an unknown method', `BREW / HTTP/1.1\r\n${host}\r\n`, 400],
])('%s is answered with %s', async (_what, bytes, status) => {
  expect(await raw(bytes as string)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(await raw(`GET /healthz HTTP/1.1\r\n${host}\r\n`)).toBe('HTTP/1.1 200 OK')
})

it.each([
  ['bad JSON', 'application/json', '{"a":'],
  ['a list where fields are expected', 'application/json', '[1,2]'],
  ['a type nobody reads', 'application/pdf', '%PDF'],
  ['no fields at all', 'application/json', '{}'],
])('a program that sends staff’s door %s gets 4xx with a reason', async (_what, type, payload) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/staff/session',
    headers: { 'content-type': type },
    payload,
  })
  expect(answer.statusCode).toBeGreaterThanOrEqual(400)
  expect(answer.statusCode).toBeLessThan(500)
  expect(answer.json().title).toMatch(/[一-鿿]/)
})
