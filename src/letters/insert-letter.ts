import { workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import { type Day, dayOf, yearOf } from '#platform/clock'
import type { Tx } from '#platform/db'
import { receiptCode } from '#platform/seal'
import type { LetterSource } from './contract.ts'
import { deadline } from './deadline.ts'
import { insertEvent } from './events.ts'
import { senderKey, textKey } from './keys.ts'
import { knownOfOriginal, maskedWords } from './known.ts'
import { refuse } from './refusals.ts'
import { type Original, sealOriginal } from './sealed.ts'
import { takeNumber } from './store.ts'

export type LetterReceipt = { id: number; number: string; queryCode: string; dueOn: Day | null }
export type NewLetter = Original & {
  mailbox: string
  consents: boolean
  source?: LetterSource | undefined
  submissionKey?: string
}

/** Throws: Refusal mailbox_unknown. */
export async function getMailbox(tx: Tx, key: string) {
  const mailbox = await tx
    .selectFrom('mailboxes')
    .selectAll()
    .where('key', '=', key)
    .where('in_use', '=', true)
    .executeTakeFirst()
  if (!mailbox) throw refuse('mailbox_unknown', { mailbox: '请重新选择信箱。' })
  return mailbox
}

/** One row, one event: words sealed as written, masked for others, both clocks running from today. Throws: Refusal mailbox_unknown. */
export async function insertLetter(
  tx: Tx,
  platform: Platform,
  letter: NewLetter,
  staffId: number | null,
): Promise<LetterReceipt> {
  const mailbox = await getMailbox(tx, letter.mailbox)
  const at = platform.clock.now()
  const on = dayOf(at)
  const calendar = await workingCalendar(tx)
  const number = await takeNumber(tx, yearOf(on))
  const { author, telephone, email, subject, body, source } = letter
  const original = { author, telephone, email, subject, body }
  const dueOn = deadline(calendar, on, mailbox.answer_within)
  const { id } = await tx
    .insertInto('letters')
    .values({
      number,
      mailbox: mailbox.key,
      status: 'received',
      original_sealed: sealOriginal(platform, original),
      ...maskedWords(platform, original, knownOfOriginal(original)),
      consents_to_publication: letter.consents,
      submitted_at: at,
      received_on: on,
      accept_due_on: deadline(calendar, on, mailbox.accept_within),
      due_on: dueOn,
      sender_key: senderKey(platform, telephone),
      text_key: textKey(platform, body),
      source_kind: source?.kind ?? null,
      source_id: source?.id ?? null,
      submission_key: letter.submissionKey ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await platform.cache.touch(tx, ['letters'])
  await insertEvent(tx, { letterId: id, kind: 'submitted', on, detail: { source }, staffId, at })
  return { id, number, queryCode: receiptCode(platform.config.secretKey, 'letter', number), dueOn }
}
