import { refuse as refuseGeneral } from '#platform'
import type { Day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import type { LetterListQuery } from './contract.ts'
import type { Letter } from './letter.ts'

const columns = [
  'id',
  'number',
  'mailbox',
  'status',
  'subject_public',
  'body_public',
  'reply_public',
  'consents_to_publication',
  'released',
  'received_on',
  'accepted_on',
  'due_on',
  'replied_on',
  'refusal_ground',
  'department_id',
  'rating',
  'supervised',
  'version',
] as const
const select = (db: Db | Tx) => db.selectFrom('letters').select(columns)
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

function fromRow(row: Row): Letter {
  return {
    id: row.id,
    number: row.number,
    mailbox: row.mailbox,
    status: row.status as Letter['status'],
    subjectPublic: row.subject_public,
    bodyPublic: row.body_public,
    replyPublic: row.reply_public,
    consents: row.consents_to_publication,
    released: row.released,
    receivedOn: row.received_on,
    acceptedOn: row.accepted_on,
    dueOn: row.due_on,
    repliedOn: row.replied_on,
    refusalGround: row.refusal_ground as Letter['refusalGround'],
    departmentId: row.department_id,
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

type Changes = Partial<Omit<Row, 'id' | 'number' | 'version'>> & {
  reply_sealed?: Buffer
  replied_at?: Date | null
  rated_at?: Date
  handler_id?: number
}
export async function saveLetter(tx: Tx, letter: Letter, changes: Changes) {
  await tx
    .updateTable('letters')
    .set({ ...changes, version: letter.version + 1 })
    .where('id', '=', letter.id)
    .execute()
}

const escaped = (text: string) => `%${text.replace(/[%_\\]/g, '\\$&')}%`

/** For staff: newest first, keyset by id. */
export async function listLetters(db: Db, query: LetterListQuery, limit = 50) {
  let rows = select(db).orderBy('id', 'desc').limit(limit)
  const { status, open, mailbox, text, after } = query
  if (status) rows = rows.where('status', '=', status)
  if (open) rows = rows.where('status', 'in', ['received', 'handling', 'in_approval'])
  if (mailbox) rows = rows.where('mailbox', '=', mailbox)
  if (after) rows = rows.where('id', '<', after)
  if (text)
    rows = rows.where((eb) => eb.or([eb('number', '=', text), eb('subject_public', 'like', escaped(text))]))
  const items = (await rows.execute()).map(fromRow)
  return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null }
}

/** For everybody: released letters only, newest answer first, keyset by day and id. */
export async function listReleased(db: Db, query: { words: string; after?: number | undefined }, limit = 20) {
  let rows = select(db)
    .where('released', '=', true)
    .orderBy('replied_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (query.words)
    rows = rows.where((eb) =>
      eb.or([
        eb('subject_public', 'like', escaped(query.words)),
        eb('reply_public', 'like', escaped(query.words)),
      ]),
    )
  const last = query.after ? await getLetter(db, query.after) : undefined
  if (last?.repliedOn) {
    const { repliedOn, id } = last
    rows = rows.where((eb) =>
      eb.or([
        eb('replied_on', '<', repliedOn),
        eb.and([eb('replied_on', '=', repliedOn), eb('id', '<', id)]),
      ]),
    )
  }
  const items = (await rows.execute()).map(fromRow)
  return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null }
}

/** Months of a period: received, answered. For the public statistics. */
export function countByMonth(db: Db, from: Day) {
  return db
    .selectFrom('letters')
    .select((eb) => [
      eb.fn<string>('to_char', ['received_on', eb.val('YYYY-MM')]).as('month'),
      eb.fn.countAll<number>().as('received'),
      eb.fn.count<number>('replied_on').as('replied'),
    ])
    .where('received_on', '>=', from)
    .groupBy('month')
    .orderBy('month', 'desc')
    .limit(24)
    .execute()
}

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
