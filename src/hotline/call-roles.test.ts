import { beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import type { App } from '#platform/http'
import { createApp } from '../../src/app.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { type CallOutcome, callInput, callOutcomes } from './contract.ts'
import { callRow } from './log-call.ts'
import { insertCalls } from './store.ts'
import type { TransferUnit } from './transfers/transfer-unit.ts'

type Person = Awaited<ReturnType<typeof signedIn>>
let platform: Platform
let app: App
const people = new Map<Role, Person>()
let mailbox = ''
let unit: TransferUnit
beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  for (const role of roles) people.set(role, await signedIn(app, platform, role))
  const { id } = await platform.db
    .insertInto('departments')
    .values({ code: 'x', name: '国库处' })
    .returning('id')
    .executeTakeFirstOrThrow()
  unit = { id, name: '国库处', dueOn: day('2018-06-20') }
  mailbox = (await platform.db.selectFrom('mailboxes').select('key').limit(1).executeTakeFirstOrThrow()).key
})

/** Where a call stands: each outcome, one whose period has passed, the request that nobody has written down yet, and what a department has to answer or has answered. */
const states = [...callOutcomes, 'awaiting_registration', 'with_a_department', 'settled', 'erased'] as const
type State = (typeof states)[number]
const gone = { caller_sealed: null, caller_key: null, content_sealed: null }
async function callIn(state: State): Promise<number> {
  const goes = state === 'with_a_department' || state === 'settled'
  const outcome: CallOutcome =
    state === 'awaiting_registration'
      ? 'turned_into_request'
      : goes
        ? 'transferred'
        : state === 'erased'
          ? 'answered'
          : state
  const input = callInput.parse({
    kind: 'policy_consultation',
    callerName: '赵六',
    callerTelephone: '13900001111',
    content: '补助什么时候到账',
    answer: '本月底前。',
    outcome,
    forwardedTo: ['answered', 'erased', 'awaiting_registration'].includes(state) ? '' : 'X-1',
  })
  const [id = 0] = await platform.inTransaction((tx) =>
    insertCalls(tx, [
      {
        ...callRow(platform, input, { at: platform.clock.now(), unit: goes ? unit : null }),
        ...(state === 'erased' && { ...gone, erased_at: platform.clock.now() }),
        ...(state === 'settled' && { result: '已回电', result_on: platform.clock.today() }),
      },
    ]),
  )
  return id
}
const asked = {
  applicantKind: 'natural_person',
  name: '赵六',
  telephone: '13900001111',
  identityKind: 'passport',
  identityNumber: 'E12345678',
  description: '近两年补助资金的分配文件',
}
const actions = {
  read_list: () => ['GET', '/calls'],
  unseal: (id: number) => ['POST', `/calls/${id}/unsealing`],
  timeline: (id: number) => ['GET', `/calls/${id}/timeline`],
  letter: (id: number) => ['POST', `/calls/${id}/letter`, { mailbox, subject: '补助到账', consents: false }],
  request: (id: number) => ['POST', `/calls/${id}/request`, asked],
  result: (id: number) => ['POST', `/calls/${id}/result`, { result: '已经回电说明。' }],
  transfers: () => ['GET', '/transfers'],
} satisfies Record<string, (id: number) => [string, string, object?]>
type CallAction = keyof typeof actions

const may: Record<CallAction, readonly Role[]> = {
  read_list: ['hotline_agent', 'supervisor', 'statistician'],
  unseal: ['hotline_agent', 'foi_officer', 'correspondence_officer'],
  result: ['hotline_agent', 'correspondence_officer'],
  transfers: ['hotline_agent', 'correspondence_officer'],
  timeline: ['hotline_agent'],
  letter: ['hotline_agent'],
  request: ['foi_officer'],
}

/** What the state says when the role may. */
function inState(action: CallAction, state: State, role: Role): [number, string] {
  const waits = state === 'awaiting_registration'
  if (action === 'request') return waits ? [201, ''] : [409, 'not_awaiting']
  if (action === 'letter' && state === 'erased') return [410, 'call_erased']
  if (action === 'letter') return state.startsWith('turned') ? [409, 'call_settled'] : [201, '']
  if (action === 'unseal' && role === 'foi_officer' && !waits) return [409, 'not_awaiting']
  if (action === 'unseal' && role === 'correspondence_officer') return [403, 'not_your_unit']
  if (action === 'unseal' && state === 'erased') return [410, 'call_erased']
  if (action === 'result' && state !== 'with_a_department') return [409, 'not_transferred']
  if (action === 'result') return role === 'hotline_agent' ? [204, ''] : [403, 'not_your_unit']
  return [200, '']
}

describe.each(states)('a call that is %s', (state) => {
  describe.each(Object.keys(actions) as CallAction[])('%s', (action) => {
    it.each(roles)('%s', async (role) => {
      const [method, path, payload] = actions[action](await callIn(state)) as [string, string, object?]
      const answer = await app.inject({
        method: method as 'POST',
        url: `/api/staff/hotline${path}`,
        headers: (people.get(role) as Person).headers,
        ...(payload ? { payload } : {}),
      })
      const expected = may[action].includes(role) ? inState(action, state, role) : [403, 'not_allowed']
      expect([answer.statusCode, answer.statusCode < 300 ? '' : answer.json().code]).toEqual(expected)
    })
  })
})
