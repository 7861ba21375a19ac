import { type Actor, record } from '#audit'
import type { Platform } from '#platform'
import { sql, type Tx } from '#platform/db'
import { receiptCode } from '#platform/seal'
import type { LetterSource } from './contract.ts'
import { insertLetter, type LetterReceipt } from './insert-letter.ts'

export type LetterToOpen = {
  mailbox: string
  author?: string
  telephone?: string
  email?: string
  subject: string
  body: string
  /** Nobody has agreed to publication for the sender: it must be said. Law: PIPL art. 25. */
  consents: boolean
  source: LetterSource
}

/**
 * Opens a letter for somebody who did not fill in the form: from a call, at the counter, on paper, or from a request that is
 * none (Order 711 art. 39). The caller asks for the permission of its own act and holds the transaction; the same source gives
 * the same letter and receipt, however often it is asked. Throws: Refusal mailbox_unknown.
 */
export async function openLetter(
  tx: Tx,
  platform: Platform,
  actor: Actor,
  { author = '', telephone = '', email = '', source, ...given }: LetterToOpen,
): Promise<LetterReceipt> {
  const before = await findBySource(tx, platform, source)
  if (before) return before
  const staffId = actor.kind === 'staff' ? actor.id : null
  const receipt = await insertLetter(tx, platform, { author, telephone, email, source, ...given }, staffId)
  record(tx, {
    actor,
    action: 'letters.open',
    subject: { kind: 'letter', id: receipt.id },
    detail: { number: receipt.number, source },
  })
  return receipt
}

/** Two that open from one source wait for each other here. */
async function findBySource(
  tx: Tx,
  { config }: Platform,
  { kind, id }: LetterSource,
): Promise<LetterReceipt | undefined> {
  if (id === undefined) return undefined
  await sql`select pg_advisory_xact_lock(hashtextextended(${`letter from ${kind} ${id}`}, 0))`.execute(tx)
  const row = await tx
    .selectFrom('letters')
    .select(['id', 'number', 'due_on'])
    .where('source_kind', '=', kind)
    .where('source_id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      number: row.number,
      queryCode: receiptCode(config.secretKey, 'letter', row.number),
      dueOn: row.due_on,
    }
  )
}
