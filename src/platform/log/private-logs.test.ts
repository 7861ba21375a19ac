import { beforeAll, expect, it } from 'vitest'
import { refuse } from '#platform'
import { sql } from '#platform/db'
import { createServer, sendProblem } from '#platform/http'
import { testPlatform } from '../../../test/platform.ts'
import { createApp } from '../../app.ts'
import { createLog, describeError } from './index.ts'

/** Of nobody: a name, an identity number with a right check digit, a phone, a mailbox, an address, a query code. */
const planted = {
  name: '欧阳测试',
  identityNumber: '11010519491231002X',
  phone: '13800138000',
  mail: 'ouyang.test@example.com',
  home: '幸福路8号院2单元',
  code: 'K7M2QX9RTA',
}
const traces = new RegExp([...Object.values(planted), encodeURIComponent(planted.name)].join('|'))
const lines: string[] = []
const log = createLog('trace', { write: (line) => lines.push(line) })
let platform: Awaited<ReturnType<typeof testPlatform>>
beforeAll(async () => {
  platform = await testPlatform({ log })
})

it('addresses, headers and forms of the whole program leave no personal data in the log', async () => {
  const app = await createApp(platform)
  const query = new URLSearchParams(planted).toString()
  const urls = [
    '/search',
    '/letters/track',
    '/requests/track',
    '/nowhere',
    '/articles/x',
    '/api/staff/me',
    '/files/0',
    '/%ZZ',
  ]
  const headers = {
    cookie: `gongkai_session=${planted.code}`,
    'user-agent': planted.mail,
    referer: `http://x/?${query}`,
  }
  for (const url of urls) await app.inject({ url: `${url}?${query}`, headers })
  const forms = [
    '/letters/new/director',
    '/letters',
    '/letters/track',
    '/foi/apply',
    '/requests/track',
    '/api/staff/session',
  ]
  for (const url of forms) {
    await app.inject({ method: 'POST', url, headers, payload: planted })
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    await app.inject({ method: 'POST', url, headers: { ...headers, ...type }, payload: query })
    await app.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/json' },
      payload: `{"name": "${planted.name}`,
    })
  }
  await app.close()
  expect(lines.length).toBeGreaterThan(urls.length + forms.length)
  expect(lines.join('')).not.toMatch(traces)
})

it('errors of every kind leave no personal data in the log', async () => {
  const app = await createServer(platform)
  app.setErrorHandler(sendProblem)
  const { name, phone, mail, identityNumber, home } = planted
  const faults: Record<string, () => unknown> = {
    message: () => new Error(`cannot find the person ${name} with phone ${phone} at "${home}"`),
    cause: () => new Error('outer', { cause: new TypeError(`no mailbox ${mail} in 'list of ${name}'`) }),
    json: () => JSON.parse(`{"applicant": "${name}", ${identityNumber}`),
    cast: () => sql`select ${`${name} ${phone}`}::int`.execute(platform.db),
    unique: async () => {
      await sql`create temp table people (phone text unique, name text)`.execute(platform.db)
      await sql`insert into people values (${phone}, ${name}), (${phone}, ${name})`.execute(platform.db)
    },
    thrown: () => Promise.reject(`${name} ${identityNumber}`),
    refusal: () => refuse('invalid_input', { name: planted.name }),
  }
  for (const [kind, fault] of Object.entries(faults))
    app.get(`/fault/${kind}`, async () => {
      throw await fault()
    })
  lines.length = 0
  for (const kind of Object.keys(faults)) await app.inject(`/fault/${kind}`)
  await app.close()
  expect(lines.filter((line) => line.includes('"level":50')).length).toBeGreaterThanOrEqual(5)
  expect(lines.join('')).not.toMatch(traces)
})

it('what remains of an error still tells where and what', () => {
  const error = Object.assign(new Error(`connect ECONNREFUSED while asking "${planted.name}"`), {
    code: 'ECONNREFUSED',
  })
  const told = describeError(error)
  expect(told).toMatchObject({
    type: 'Error',
    code: 'ECONNREFUSED',
    message: 'connect ECONNREFUSED while asking *',
  })
  expect(told.stack).toContain('private-logs.test.ts')
})
