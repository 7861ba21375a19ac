import { refuse as refuseGeneral } from '#platform'
import type { Db, Tx } from '#platform/db'
import type { Letter } from './letter.ts'

export const columns = [
  'letters.id',
  'letters.number',
  'letters.mailbox',
  'letters.status',
  'letters.topic_id',
  'letters.topic',
  'letters.subject_public',
  'letters.body_public',
  'letters.reply_public',
  'letters.consents_to_publication',
  'letters.released',
  'letters.received_on',
  'letters.accept_due_on',
  'letters.accepted_on',
  'letters.due_on',
  'letters.answer_from',
  'letters.replied_on',
  'letters.last_replied_on',
  'letters.closed_on',
  'letters.refusal_ground',
  'letters.authority',
  'letters.department_id',
  'letters.handler_id',
  'letters.duplicate_of_id',
  'letters.source_kind',
  'letters.source_id',
  'letters.name_withdrawn',
  'letters.public_changed_by',
  'letters.publication_basis',
  'letters.publication_note',
  'letters.basis_recorded_by',
  'letters.consent_withdrawn',
  'letters.rating',
  'letters.supervised',
  'letters.version',
] as const
const select = (db: Db | Tx) => db.selectFrom('letters').select(columns)
export type LetterRow = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

export function fromRow(row: LetterRow): Letter {
  return {
    id: row.id,
    number: row.number,
    mailbox: row.mailbox,
    status: row.status as Letter['status'],
    topicId: row.topic_id,
    topicGiven: row.topic,
    subjectPublic: row.subject_public,
    bodyPublic: row.body_public,
    replyPublic: row.reply_public,
    consents: row.consents_to_publication,
    released: row.released,
    receivedOn: row.received_on,
    acceptDueOn: row.accept_due_on,
    acceptedOn: row.accepted_on,
    dueOn: row.due_on,
    answerFrom: row.answer_from,
    repliedOn: row.replied_on,
    lastRepliedOn: row.last_replied_on,
    closedOn: row.closed_on,
    refusalGround: row.refusal_ground as Letter['refusalGround'],
    authority: row.authority,
    departmentId: row.department_id,
    handlerId: row.handler_id,
    duplicateOfId: row.duplicate_of_id,
    sourceKind: row.source_kind as Letter['sourceKind'],
    sourceId: row.source_id,
    nameWithdrawn: row.name_withdrawn,
    publicChangedBy: row.public_changed_by,
    publicationBasis: row.publication_basis as Letter['publicationBasis'],
    publicationNote: row.publication_note,
    basisRecordedBy: row.basis_recorded_by,
    consentWithdrawn: row.consent_withdrawn,
    rating: row.rating,
    supervised: row.supervised,
    version: row.version,
  }
}

/** Throws: Refusal not_found. */
export async function lockLetter(tx: Tx, id: number): Promise<Letter> {
  const row = await select(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw refuseGeneral('not_found')
  return fromRow(row)
}

/** Throws: Refusal not_found. */
export async function getLetter(db: Db | Tx, id: number): Promise<Letter> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw refuseGeneral('not_found')
  return fromRow(row)
}

type Changes = Partial<Omit<LetterRow, 'id' | 'number' | 'version'>> & {
  sender_key?: string | null
  original_sealed?: Buffer
  known_sealed?: Buffer
  reply_sealed?: Buffer | null
  replied_at?: Date | null
  rated_at?: Date
}
export async function saveLetter(tx: Tx, letter: Letter, changes: Changes) {
  await tx
    .updateTable('letters')
    .set({ ...changes, version: letter.version + 1 })
    .where('id', '=', letter.id)
    .execute()
}

/** Words masked anew, in a use case that touches the cache. */
export async function saveMasked(
  tx: Tx,
  id: number,
  words: { subject_public: string; body_public: string; known_sealed: Buffer },
) {
  await tx.updateTable('letters').set(words).where('id', '=', id).execute()
}

/** Of a letter that is there: its mailbox is, too, in use or not. */
export const getMailboxByKey = (tx: Tx, key: string) =>
  tx.selectFrom('mailboxes').selectAll().where('key', '=', key).executeTakeFirstOrThrow()

export const listMailboxes = (db: Db | Tx) =>
  db.selectFrom('mailboxes').selectAll().orderBy('position').execute()

/** The next number of the year; the row stays locked until the transaction ends. */
export async function takeNumber(tx: Tx, year: number): Promise<string> {
  const { last } = await tx
    .insertInto('letter_numbers')
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet((eb) => ({ last: eb('letter_numbers.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `X${year}-${String(last).padStart(5, '0')}`
}

/** What a letter that was taken over is called in the base it came from; there its answer goes by it. */
export async function importKeyOf(db: Db | Tx, id: number): Promise<string | null> {
  const row = await db.selectFrom('letters').select('import_key').where('id', '=', id).executeTakeFirst()
  return row?.import_key ?? null
}
