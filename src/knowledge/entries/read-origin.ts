import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import type { Origin } from '../contract.ts'

const subjects = { letters: 'letter', calls: 'call', talks: 'talk' } as const
/** What an entry may begin with: the masked words of a reply, a call or a talk. */
export type Beginning = { question: string; answer: string; topic: string }

/** Reads the question and the answer of a reply, a call or a talk, masked, to make an entry of them. Throws: Refusal not_allowed, not_found. */
export async function readOrigin(
  platform: Platform,
  staff: Staff,
  { corpus, entry }: Origin,
): Promise<Beginning> {
  assertCan(staff, 'knowledge.write')
  const found = await finders[corpus](platform, entry)
  if (!found) throw refuse('not_found')
  await platform.inTransaction(async (tx) => {
    const subject = { kind: subjects[corpus], id: entry }
    record(tx, { actor: actorOf(staff), action: 'knowledge.read_origin', subject })
  })
  return found
}

/** By number, or by the key that an imported letter came with. */
async function findReply({ db }: Platform, entry: string): Promise<Beginning | undefined> {
  return db
    .selectFrom('letters')
    .leftJoin('letter_topics', 'letter_topics.id', 'letters.topic_id')
    .select(['subject_public as question', 'reply_public as answer'])
    .select((eb) => eb.fn.coalesce('letter_topics.name', 'letters.topic').as('topic'))
    .where('replied_on', 'is not', null)
    .where((eb) => eb.or([eb('number', '=', entry), eb('import_key', '=', entry)]))
    .orderBy('letters.id')
    .executeTakeFirst()
}

async function findCall({ db }: Platform, entry: string): Promise<Beginning | undefined> {
  if (!/^\d{1,15}$/.test(entry)) return undefined
  const row = await db
    .selectFrom('calls')
    .select(['content_masked', 'answer', 'topic'])
    .where('id', '=', Number(entry))
    .executeTakeFirst()
  return row && { question: row.content_masked.slice(0, 500), answer: row.answer, topic: row.topic }
}

/** One that was answered; agents may have said more than one thing. */
async function findTalk({ db }: Platform, entry: string): Promise<Beginning | undefined> {
  if (!/^\d{1,15}$/.test(entry)) return undefined
  const row = await db
    .selectFrom('chat_talks')
    .select(['question_masked', 'answer_masked', 'topic'])
    .where('id', '=', Number(entry))
    .executeTakeFirst()
  return row && { question: row.question_masked.slice(0, 500), answer: row.answer_masked, topic: row.topic }
}

const finders: Record<
  Origin['corpus'],
  (platform: Platform, entry: string) => Promise<Beginning | undefined>
> = { letters: findReply, calls: findCall, talks: findTalk }
