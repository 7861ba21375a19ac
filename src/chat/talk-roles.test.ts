import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '#people'
import { chatCrew, type Person } from '../../test/chat-crew.ts'
import { signedIn } from '../../test/sign-in.ts'
import { talkStatuses } from './contract.ts'
import { saveTalk } from './store.ts'
import { type CitizenMove, citizenMay, citizenMoves } from './talk.ts'

const { agent, app, other, platform, send, waiting } = await chatCrew()
const people = new Map<Role, Person>()
let mailbox = ''
beforeAll(async () => {
  await send(other, 'POST', '/duty', { present: true })
  for (const role of roles) people.set(role, await signedIn(app, platform, role))
  mailbox = (await platform.db.selectFrom('mailboxes').select('key').limit(1).executeTakeFirstOrThrow()).key
})

/** Where a talk stands: nobody's, another agent's, one's own, at its end, gone into a letter. */
const states = ['waiting', 'others', 'own', 'closed', 'settled'] as const
type State = (typeof states)[number]
async function talkIn(state: State, who: Person): Promise<number> {
  const id = await waiting()
  const now = platform.clock.now()
  const mine = state === 'others' ? agent.staff.id : who.staff.id
  const closed = { status: 'closed', closed_at: now, outcome: 'answered', agent_id: mine }
  const changes = {
    waiting: {},
    others: { status: 'talking', agent_id: mine, claimed_at: now },
    own: { status: 'talking', agent_id: mine, claimed_at: now },
    closed,
    settled: { ...closed, awaits_registration: true },
  }[state]
  if (state !== 'waiting') await platform.inTransaction((tx) => saveTalk(tx, id, changes))
  return id
}

const words = () => ({ body: '您好', key: randomUUID() })
const actions = {
  read: (id: number) => ['POST', `/talks/${id}/opening`],
  updates: (id: number) => ['GET', `/talks/${id}/messages`],
  claim: (id: number) => ['POST', `/talks/${id}/claim`],
  say: (id: number) => ['POST', `/talks/${id}/messages`, words()],
  note: (id: number) => ['POST', `/talks/${id}/notes`, words()],
  transfer: (id: number) => ['POST', `/talks/${id}/transfer`, { agentId: other.staff.id }],
  close: (id: number) => ['POST', `/talks/${id}/closing`, { kind: 'service_guide' }],
  letter: (id: number) => ['POST', `/talks/${id}/letter`, { mailbox, subject: '补助', consents: false }],
  disclosure: (id: number) => ['POST', `/talks/${id}/disclosure`, { name: '赵六', telephone: '13900001111' }],
  register: (id: number) => ['POST', `/talks/${id}/unsealing`],
} satisfies Record<string, (id: number) => [string, string, object?]>
type Action = keyof typeof actions

/** What an agent is told; '' where it goes through. */
const told: Record<Exclude<Action, 'read' | 'register'>, Record<State, string>> = {
  updates: { waiting: 'not_claimed', others: 'not_your_talk', own: '', closed: '', settled: '' },
  claim: { waiting: '', others: 'taken_by_other', own: '', closed: 'talk_closed', settled: 'talk_closed' },
  say: {
    waiting: 'not_claimed',
    others: 'not_your_talk',
    own: '',
    closed: 'talk_closed',
    settled: 'talk_closed',
  },
  note: { waiting: 'not_claimed', others: 'not_your_talk', own: '', closed: '', settled: '' },
  transfer: {
    waiting: 'not_claimed',
    others: 'not_your_talk',
    own: '',
    closed: 'talk_closed',
    settled: 'talk_closed',
  },
  close: {
    waiting: 'not_claimed',
    others: 'not_your_talk',
    own: '',
    closed: 'talk_closed',
    settled: 'talk_closed',
  },
  letter: { waiting: 'not_claimed', others: 'not_your_talk', own: '', closed: '', settled: 'talk_settled' },
  disclosure: {
    waiting: 'not_claimed',
    others: 'not_your_talk',
    own: '',
    closed: '',
    settled: 'talk_settled',
  },
}
function expected(action: Action, state: State, role: Role): string {
  if (action === 'read') return role === 'hotline_agent' || role === 'supervisor' ? '' : 'not_allowed'
  if (action === 'register')
    return role !== 'foi_officer' ? 'not_allowed' : state === 'settled' ? '' : 'talk_not_awaiting'
  return role === 'hotline_agent' ? told[action][state] : 'not_allowed'
}

describe.each(states)('a talk that is %s', (state) => {
  describe.each(Object.keys(actions) as Action[])('%s', (action) => {
    it.each(roles)('%s', async (role) => {
      const who = people.get(role) as Person
      const [method, path, payload] = actions[action](await talkIn(state, who)) as [string, string, object?]
      const answer = await send(who, method as 'POST', path, payload)
      expect(answer.statusCode < 300 ? '' : answer.json().code).toBe(expected(action, state, role))
    })
  })
})

it('a citizen speaks and leaves while it goes on, rates what was answered, and may always turn to the mailbox', () => {
  const table = Object.fromEntries(
    talkStatuses.map((status) => [
      status,
      (Object.keys(citizenMoves) as CitizenMove[]).filter((move) => citizenMay(status, move)),
    ]),
  )
  expect(table).toEqual({
    waiting: ['say', 'leave', 'turn_into_letter'],
    talking: ['say', 'leave', 'rate', 'turn_into_letter'],
    closed: ['rate', 'turn_into_letter'],
  })
})
