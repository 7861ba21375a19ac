import { type AnswerIndex, buildIndex, rank } from '#knowledge'
import type { Db } from '#platform/db'
import type { LetterStatus } from './contract.ts'
import { isOpen, type Letter } from './letter.ts'

export type RelatedLetter = {
  id: number
  number: string
  status: LetterStatus
  subjectPublic: string
  sameSender: boolean
  sameWords: boolean
  /** 0 to 1, with the words that both share; null when another sign names the letter. */
  alike: number | null
  because: string[]
}

const shown = 8
/** Of the same matter in other words: looked for among the newest. Unit: letters. */
const compared = 500
/** Below it two letters share a topic rather than a matter. Unit: 0 to 1; chosen on imported letters by eye. */
const leastAlike = 0.18
/** What a letter is about stands at its beginning. Unit: characters. */
const read = 800

/** Built anew when a letter comes in, not for everybody who looks. */
const kept = new WeakMap<Db, { newest: number; index: AnswerIndex }>()
const mergeable = ['received', 'handling', 'in_approval', 'replied', 'closed'] as const

/** May they be one matter? Letters of the same telephone or the same words, then those that say the same in other words. */
export async function findRelated(db: Db, letter: Letter): Promise<RelatedLetter[]> {
  const same = await findSame(db, letter.id)
  const known = new Set(same.map(({ id }) => id))
  const alike = (await findAlike(db, letter)).filter(({ id }) => !known.has(id))
  // What can still be answered together comes first.
  const all = [...same, ...alike]
  return [
    ...all.filter(({ status }) => isOpen(status)),
    ...all.filter(({ status }) => !isOpen(status)),
  ].slice(0, shown)
}

async function findSame(db: Db, id: number): Promise<RelatedLetter[]> {
  const keys = await db
    .selectFrom('letters')
    .select(['sender_key', 'text_key'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!keys?.sender_key && !keys?.text_key) return []
  const rows = await db
    .selectFrom('letters')
    .select(['id', 'number', 'status', 'subject_public', 'sender_key', 'text_key'])
    .where('id', '<>', id)
    .where((eb) =>
      eb.or([eb('sender_key', '=', keys.sender_key ?? ''), eb('text_key', '=', keys.text_key ?? '')]),
    )
    .orderBy('id', 'desc')
    .limit(shown)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    status: row.status as LetterStatus,
    subjectPublic: row.subject_public,
    sameSender: row.sender_key !== null && row.sender_key === keys.sender_key,
    sameWords: row.text_key !== null && row.text_key === keys.text_key,
    alike: null,
    because: [],
  }))
}

/** Ranked as reference answers are, by the masked words. */
async function findAlike(db: Db, letter: Letter): Promise<RelatedLetter[]> {
  const words = `${letter.subjectPublic}\n${letter.bodyPublic.slice(0, read)}`
  const found = rank(await indexOfNewest(db), words, shown + 1).filter(
    ({ entry, score }) => score >= leastAlike && Number(entry) !== letter.id,
  )
  if (found.length === 0) return []
  const rows = await db
    .selectFrom('letters')
    .select(['id', 'number', 'status', 'subject_public'])
    .where(
      'id',
      'in',
      found.map(({ entry }) => Number(entry)),
    )
    .where('status', 'in', mergeable)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap(({ entry, score, because }) => {
    const row = byId.get(Number(entry))
    if (!row) return []
    const { id, number, subject_public: subjectPublic } = row
    const status = row.status as LetterStatus
    return [{ id, number, status, subjectPublic, sameSender: false, sameWords: false, alike: score, because }]
  })
}

async function indexOfNewest(db: Db): Promise<AnswerIndex> {
  const { newest } = await db
    .selectFrom('letters')
    .select((eb) => eb.fn.coalesce(eb.fn.max('id'), eb.lit(0)).as('newest'))
    .executeTakeFirstOrThrow()
  const before = kept.get(db)
  if (before?.newest === newest) return before.index
  const rows = await db
    .selectFrom('letters')
    .select(['id', 'subject_public', 'body_public'])
    .where('status', 'in', mergeable)
    .orderBy('id', 'desc')
    .limit(compared)
    .execute()
  const documents = rows.map(({ id, subject_public, body_public }) => ({
    entry: String(id),
    text: `${subject_public}\n${body_public.slice(0, read)}`,
  }))
  const index = buildIndex(documents)
  kept.set(db, { newest, index })
  return index
}
