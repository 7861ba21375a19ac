import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '#people/contract'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { createApp } from '../src/app.ts'
import { testPlatform } from './platform.ts'
import { signedIn } from './sign-in.ts'
import { testStaff } from './staff.ts'

type Schema = {
  type?: string
  format?: string
  const?: unknown
  enum?: unknown[]
  default?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
}
type Parameter = { name: string; in: 'query' | 'path'; schema: Schema }
type Body = { content: { 'application/json'?: { schema: Schema } } }
type Operation = { method: string; path: string; parameters: Parameter[]; body: Schema | undefined }

let platform: Platform
let app: App
/** Several people: one alone would be slowed down. */
let cookies: string[]
const people = 10
let operations: Operation[]

beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  // Whose account the doors below change: not the one that knocks.
  await testStaff(platform)
  const sessions = []
  for (let made = 0; made < people; made++) sessions.push(await signedIn(app, platform, 'author'))
  cookies = sessions.map(({ headers }) => headers.cookie)
  // All doors at once, as no real person may have them: what is tried here is the input, not the rights.
  const others = roles.filter((role) => role !== 'author')
  await platform.db
    .insertInto('staff_roles')
    .values(sessions.flatMap(({ staff }) => others.map((role) => ({ staff_id: staff.id, role }))))
    .execute()
  const { paths } = app.staffApi() as {
    paths: Record<string, Record<string, { parameters?: Parameter[]; requestBody?: Body }>>
  }
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
      const body = requestBody?.content['application/json']?.schema
      return { method, path, parameters, body }
    }),
  )
  afterAll(() => app.close())
})

const token = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url')
const hostile = [
  '0000-01-01',
  '9999-12-31',
  '2018-02-30',
  '-271821-04-20T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z_1',
  '0000-01-01T00:00:00.000Z',
  '0000-00-00_1',
  '9999-12-31_999999999999999',
  '-1',
  '2147483648',
  '9007199254740991',
  '99999999999999999999',
  '1e309',
  '\u0000',
  '\ud800'.toWellFormed(),
  "' or '1'='1",
  '__proto__',
  '公'.repeat(2_000),
  token('x', 'y'),
  token('x', '1'),
  token('99999999999999999999', '1'),
  token('\u0000', '1'),
  token(1, [2]),
]

const numbers = [-1, 0, 2_147_483_648, Number.MAX_SAFE_INTEGER, 1e308, null, true, [], {}]
const formats: Record<string, string> = {
  date: '2018-01-01',
  'date-time': '2018-07-01T08:00:00+08:00',
  uuid: '00000000-0000-4000-8000-000000000000',
  uri: 'https://example.gov.cn/',
  email: 'x@example.gov.cn',
}

/** A value that the door lets in, so that the hostile one beside it gets past the door, too. */
function plausible(schema: Schema): unknown {
  const inner = (schema.anyOf ?? schema.oneOf)?.[0]
  if (inner) return plausible(inner)
  if (schema.const !== undefined) return schema.const
  if (schema.enum?.length) return schema.enum[0]
  if (schema.default !== undefined) return schema.default
  const of = { integer: 1, number: 1, boolean: true, array: schema.items ? [plausible(schema.items)] : [] }
  if (schema.type === 'object') return filled(schema)
  return of[schema.type as keyof typeof of] ?? formats[schema.format ?? ''] ?? '填写的文字'
}
const filled = ({ properties = {} }: Schema) =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, plausible(schema)]))

function addressOf({ path, parameters }: Operation, chosen: Record<string, string>): string {
  const value = ({ name, schema }: Parameter) => encodeURIComponent(chosen[name] ?? String(plausible(schema)))
  const query = parameters.filter((parameter) => parameter.in === 'query')
  const place = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((address, parameter) => address.replace(`{${parameter.name}}`, value(parameter)), path)
  return `${place}?${query.map((parameter) => `${parameter.name}=${value(parameter)}`).join('&')}`
}

/** Each from an address of its own: the limit of requests a minute has a test elsewhere. */
let asked = 0
const faults: string[] = []
async function ask(method: string, url: string, payload?: string) {
  const remoteAddress = `10.0.${(++asked >> 8) % 256}.${asked % 256}`
  const type = payload === undefined ? {} : { 'content-type': 'application/json' }
  const request = {
    method: method.toUpperCase() as 'GET',
    url,
    remoteAddress,
    headers: { cookie: cookies[asked % people] ?? '', ...type },
  }
  const answer = await app.inject(payload === undefined ? request : { ...request, payload })
  if (answer.statusCode >= 500)
    faults.push(`${answer.statusCode} ${method} ${url.slice(0, 200)} ${payload ?? ''}`)
  return answer.statusCode
}

/** These two would lock the one who knocks out. */
const locking = ['/api/staff/session', '/api/staff/sign-in-rules']
const writes = ({ method, path }: Operation) => method !== 'get' && !locking.includes(path)

/** A session that ended on the way would make every later answer a harmless 401. */
afterEach(async () => expect(await ask('get', '/api/staff/audit/entries')).toBe(200))

describe('no door of the staff answers bad input with a fault', { timeout: 240_000 }, () => {
  it('knows the doors, and is let in', async () => {
    expect(operations.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/api/staff/letters/board', '/api/staff/audit/entries', '/api/staff/staff']),
    )
    const reading = operations.filter(({ method }) => method === 'get')
    const answers = await Promise.all(reading.map((operation) => ask('get', addressOf(operation, {}))))
    expect(answers.filter((status) => status === 401 || status === 403)).toEqual([])
    expect(answers.filter((status) => status === 200).length).toBeGreaterThan(reading.length / 3)
    expect([...new Set(faults.splice(0))]).toEqual([])
  })

  it('every hostile text in every parameter of every reading door, the others plausible', async () => {
    for (const operation of operations.filter(({ method }) => method === 'get'))
      for (const { name } of operation.parameters)
        await Promise.all(hostile.map((value) => ask('get', addressOf(operation, { [name]: value }))))
    expect([...new Set(faults.splice(0))]).toEqual([])
  })

  it('no id, or one that names nothing, in every writing door with a plausible body', async () => {
    for (const operation of operations.filter(writes))
      for (const id of ['1', '2147483648', '9007199254740991', token('x')]) {
        const chosen = Object.fromEntries(operation.parameters.map(({ name }) => [name, id]))
        const body = operation.body && JSON.stringify(plausible(operation.body))
        await ask(operation.method, addressOf(operation, chosen), body)
      }
    expect([...new Set(faults.splice(0))]).toEqual([])
  })

  it('a hostile value in any field of any writing door, the others plausible', async () => {
    const writing = operations.filter((operation) => writes(operation) && operation.body?.properties)
    const property = fc.asyncProperty(
      fc.nat(),
      fc.nat(),
      fc.constantFrom(...hostile, ...numbers),
      fc.constantFrom('1', '2147483648'),
      async (nth, field, value, id) => {
        const operation = writing[nth % writing.length] as Operation
        const fields = filled(operation.body ?? {})
        const names = Object.keys(fields)
        const name = names[field % names.length] ?? 'x'
        const chosen = Object.fromEntries(operation.parameters.map((parameter) => [parameter.name, id]))
        await ask(
          operation.method,
          addressOf(operation, chosen),
          JSON.stringify({ ...fields, [name]: value }),
        )
      },
    )
    await fc.assert(property, { numRuns: 800 })
    expect([...new Set(faults.splice(0))]).toEqual([])
  })

  it('any body to every writing door', async () => {
    const writing = operations.filter(writes)
    const body = fc.oneof(fc.json(), fc.constantFrom('{', '[]', 'null', '"x"', '{"__proto__":1}'))
    const property = fc.asyncProperty(
      fc.nat(),
      fc.constantFrom('1', ...hostile),
      body,
      async (nth, value, payload) => {
        const operation = writing[nth % writing.length] as Operation
        const chosen = Object.fromEntries(operation.parameters.map(({ name }) => [name, value]))
        await ask(operation.method, addressOf(operation, chosen), payload)
      },
    )
    await fc.assert(property, { numRuns: 300 })
    expect([...new Set(faults.splice(0))]).toEqual([])
  })
})
