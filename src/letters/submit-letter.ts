import { record } from '#audit'
import type { Platform } from '#platform'
import { sql, type Tx } from '#platform/db'
import { receiptCode } from '#platform/seal'
import type { LetterInput } from './contract.ts'
import { getMailbox, insertLetter, type LetterReceipt } from './insert-letter.ts'
import { submissionKey } from './keys.ts'
import { refuse } from './refusals.ts'

/** A citizen's letter. The same form sent twice (`key`) is one letter and gives the same receipt. Throws: Refusal mailbox_unknown, author_missing. */
export function submitLetter(platform: Platform, input: LetterInput, key: string): Promise<LetterReceipt> {
  const digest = submissionKey(platform, key)
  return platform.inTransaction(async (tx) => {
    // Two copies of one form wait for each other here; the second finds the first one's row.
    await sql`select pg_advisory_xact_lock(hashtextextended(${digest}, 0))`.execute(tx)
    const before = await findSubmitted(tx, platform, digest)
    if (before) return before
    await assertFilled(tx, input)
    const { consent, ...words } = input
    const letter = { ...words, consents: consent === 'yes', submissionKey: digest }
    const receipt = await insertLetter(tx, platform, letter, null)
    const { id, number } = receipt
    record(tx, {
      actor: { kind: 'citizen' },
      action: 'letters.submit',
      subject: { kind: 'letter', id },
      detail: { number },
    })
    return receipt
  })
}

async function findSubmitted(tx: Tx, { config }: Platform, key: string): Promise<LetterReceipt | undefined> {
  const row = await tx
    .selectFrom('letters')
    .select(['id', 'number', 'due_on'])
    .where('submission_key', '=', key)
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

/** What each mailbox wants to know is its own setting. Throws: Refusal mailbox_unknown, author_missing. */
async function assertFilled(tx: Tx, input: LetterInput) {
  const mailbox = await getMailbox(tx, input.mailbox)
  const missing = {
    ...(mailbox.name_required && !input.author ? { author: '请填写姓名。' } : {}),
    ...(mailbox.phone_required && !input.telephone ? { telephone: '请填写联系电话。' } : {}),
  }
  if (Object.keys(missing).length) throw refuse('author_missing', missing)
}
