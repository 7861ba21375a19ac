import type { Db } from '#platform/db'
import type { LetterStatus } from './contract.ts'

export type RelatedLetter = {
  id: number
  number: string
  status: LetterStatus
  subjectPublic: string
  sameSender: boolean
  sameWords: boolean
}

/** Letters of the same telephone or of the same words, newest first: may they be one matter? */
export async function findRelated(db: Db, id: number): Promise<RelatedLetter[]> {
  const letter = await db
    .selectFrom('letters')
    .select(['sender_key', 'text_key'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!letter?.sender_key && !letter?.text_key) return []
  const rows = await db
    .selectFrom('letters')
    .select(['id', 'number', 'status', 'subject_public', 'sender_key', 'text_key'])
    .where('id', '<>', id)
    .where((eb) =>
      eb.or([eb('sender_key', '=', letter.sender_key ?? ''), eb('text_key', '=', letter.text_key ?? '')]),
    )
    .orderBy('id', 'desc')
    .limit(10)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    status: row.status as LetterStatus,
    subjectPublic: row.subject_public,
    sameSender: row.sender_key !== null && row.sender_key === letter.sender_key,
    sameWords: row.text_key !== null && row.text_key === letter.text_key,
  }))
}
