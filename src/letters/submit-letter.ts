import { record } from '#audit'
import type { Platform } from '#platform'
import { type ChallengeAnswer, spendChallenge } from '#platform/challenge'
import { sql, type Tx } from '#platform/db'
import { receiptCode } from '#platform/seal'
import { keepAttachments, type Upload } from './attachments.ts'
import type { LetterInput } from './contract.ts'
import { getMailbox, insertLetter, type LetterReceipt } from './insert-letter.ts'
import { submissionKey } from './keys.ts'
import { knownOfOriginal, maskedWords } from './known.ts'
import { assertWithinLimits } from './limits.ts'
import { refuse } from './refusals.ts'
import { saveMasked } from './store.ts'

export type SentForm = {
  input: LetterInput
  /** Of the form: sent again, it is the same letter. */
  key: string
  network: string
  challenge: ChallengeAnswer
  uploads: readonly Upload[]
}

/**
 * A citizen's letter. The same form sent twice is one letter and gives the same receipt.
 * Throws: Refusal mailbox_unknown, author_missing, challenge_failed, wrote_too_often, same_text, attachments_too_many.
 */
export function submitLetter(platform: Platform, form: SentForm): Promise<LetterReceipt> {
  const { input, network, challenge, uploads } = form
  const digest = submissionKey(platform, form.key)
  return platform.inTransaction(async (tx) => {
    // Two copies of one form wait for each other here; the second finds the first one's row.
    await sql`select pg_advisory_xact_lock(hashtextextended(${digest}, 0))`.execute(tx)
    const before = await findSubmitted(tx, platform, digest)
    if (before) return before
    const mailbox = await assertFilled(tx, input)
    await spendChallenge(tx, platform, challenge)
    await assertWithinLimits(tx, platform, { network, telephone: input.telephone, body: input.body })
    const { consent, ...words } = input
    const letter = { ...words, consents: consent === 'yes', submissionKey: digest }
    const receipt = await insertLetter(tx, platform, letter, null)
    const { id, number } = receipt
    const attached = { most: mailbox.attachments_most, known: knownOfOriginal(input) }
    const known = await keepAttachments(tx, platform, id, uploads, attached)
    if (uploads.length) await saveMasked(tx, id, maskedWords(platform, input, known))
    record(tx, {
      actor: { kind: 'citizen' },
      action: 'letters.submit',
      subject: { kind: 'letter', id },
      detail: { number, attachments: uploads.length },
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
    ...(mailbox.name_required && !input.author ? { author: '这个信箱需要填写姓名。' } : {}),
    ...(mailbox.phone_required && !input.telephone ? { telephone: '这个信箱需要填写联系电话。' } : {}),
  }
  if (Object.keys(missing).length) throw refuse('author_missing', missing)
  return mailbox
}
