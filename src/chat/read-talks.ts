import { record } from '#audit'
import { suggestAnswers } from '#knowledge'
import { actorOf, assertCan, can, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import { type Author, type TalkListQuery, talkActions } from './contract.ts'
import { listOnDuty, stayOnDuty } from './duty.ts'
import { listMine, listTalks, listTopics, listWaiting } from './lists.ts'
import { unsealCitizen, unsealMessage } from './sealed.ts'
import { getSealed, getTalk, listMessages } from './store.ts'
import { assertMove, hindrance, type Talk } from './talk.ts'

/** The console of an agent: who waits, one's own talks, who else is there; masked. It keeps whoever came present. */
export async function readConsole(platform: Platform, staff: Staff) {
  assertCan(staff, 'chat.answer')
  const { db, clock } = platform
  const [present, waiting, mine, agents] = await Promise.all([
    stayOnDuty(platform, staff.id),
    listWaiting(db),
    listMine(db, staff.id),
    listOnDuty(db, clock.now()),
  ])
  return { present, waiting, mine, agents }
}

export async function readTalks({ db }: Platform, staff: Staff, query: TalkListQuery) {
  assertCan(staff, 'chat.read')
  return listTalks(db, staff.id, query)
}

export async function readTopics({ db }: Platform, staff: Staff) {
  assertCan(staff, 'chat.read')
  return { items: await listTopics(db) }
}

/** A talk with its words and who asked. The look is on the record. Throws: Refusal not_allowed, not_found. */
export const readTalk = (platform: Platform, staff: Staff, id: number) =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'chat.read')
    const talk = await getTalk(tx, id)
    record(tx, { actor: actorOf(staff), action: 'chat.read', subject: { kind: 'talk', id } })
    const row = await getSealed(tx, id)
    return {
      ...(await wordsOf(tx, platform, talk, 0)),
      number: talk.number,
      openedAt: row.opened_at,
      kind: row.kind,
      topic: row.topic,
      citizen: unsealCitizen(platform, row.citizen_sealed),
      abilities: abilitiesOf(staff, talk),
    }
  })

/**
 * What was said since, for the agent who has the talk: it belongs to the look that is on the record, or puts one there. Nobody
 * else's console asks.
 * Throws: Refusal not_allowed, not_found, not_your_talk, not_claimed.
 */
export async function readUpdates(platform: Platform, staff: Staff, id: number, after: number) {
  assertCan(staff, 'chat.answer')
  const talk = await getTalk(platform.db, id)
  if (talk.status !== 'closed' || talk.agentId !== staff.id) assertMove(talk, 'say', staff.id)
  await recordLook(platform, staff, id)
  return wordsOf(platform.db, platform, talk, after)
}

/** Whoever reads a talk without having opened it has looked, too: once for each agent. */
async function recordLook(platform: Platform, staff: Staff, id: number) {
  const look = await platform.db
    .selectFrom('audit_entries')
    .select('id')
    .where('subject_kind', '=', 'talk')
    .where('subject_id', '=', String(id))
    .where('action', '=', 'chat.read')
    .where('actor_staff_id', '=', staff.id)
    .limit(1)
    .executeTakeFirst()
  if (look) return
  await platform.inTransaction(async (tx) =>
    record(tx, { actor: actorOf(staff), action: 'chat.read', subject: { kind: 'talk', id } }),
  )
}

async function wordsOf(db: Db | Tx, platform: Platform, talk: Talk, after: number) {
  const messages = await listMessages(db, talk.id, ['citizen', 'agent', 'note'], after)
  return {
    status: talk.status,
    outcome: talk.outcome,
    solved: talk.solved,
    letterId: talk.letterId,
    awaitsRegistration: talk.awaitsRegistration,
    messages: messages.map(({ id, author, body_sealed, said_at, staffName }) => ({
      id,
      author: author as Author,
      body: unsealMessage(platform, body_sealed),
      saidAt: said_at,
      staffName,
    })),
  }
}

function abilitiesOf(staff: Staff, talk: Talk) {
  const settled = talk.letterId !== null || talk.requestId !== null || talk.awaitsRegistration
  const may = talkActions.filter(
    (action) =>
      can(staff, 'chat.answer') && !hindrance(talk, action, staff.id) && !(action === 'turn' && settled),
  )
  return Object.fromEntries(talkActions.map((action) => [action, may.includes(action)]))
}

/** Reference answers while the agent types. Nothing is kept of the text. */
export async function searchAnswers(platform: Platform, staff: Staff, text: string) {
  assertCan(staff, 'chat.answer')
  return { items: await suggestAnswers(platform, text) }
}
