import { buildIndex, rank } from '#knowledge'
import type { Db } from '#platform/db'
import type { LetterStatus } from './contract.ts'
import type { Letter } from './letter.ts'

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

const shown = 10
/** Of the same matter in other words: looked for among the newest. Unit: letters. */
const compared = 500
/** Below it two letters share a topic rather than a matter. Unit: 0 to 1; chosen on imported letters by eye. */
const leastAlike = 0.25

/** May they be one matter? Letters of the same telephone or the same words, then those that say the same in other words. */
export async function findRelated(db: Db, letter: Letter): Promise<RelatedLetter[]> {
  const same = await findSame(db, letter.id)
  const known = new Set(same.map(({ id }) => id))
  const alike = (await findAlike(db, letter)).filter(({ id }) => !known.has(id))
  return [...same, ...alike].slice(0, shown)
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
  const rows = await db
    .selectFrom('letters')
    .select(['id', 'number', 'status', 'subject_public', 'body_public'])
    .where('id', '<>', letter.id)
    .where('status', 'in', ['received', 'handling', 'in_approval', 'replied', 'closed'])
    .orderBy('id', 'desc')
    .limit(compared)
    .execute()
  const index = buildIndex(
    rows.map((row) => ({ entry: String(row.id), text: `${row.subject_public}\n${row.body_public}` })),
  )
  const byId = new Map(rows.map((row) => [String(row.id), row]))
  return rank(index, `${letter.subjectPublic}\n${letter.bodyPublic}`, shown).flatMap(
    ({ entry, score, because }) => {
      const row = byId.get(entry)
      if (!row || score < leastAlike) return []
      const { id, number, subject_public: subjectPublic } = row
      const status = row.status as LetterStatus
      return [
        { id, number, status, subjectPublic, sameSender: false, sameWords: false, alike: score, because },
      ]
    },
  )
}
