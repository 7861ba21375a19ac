import { createHmac } from 'node:crypto'
import { record } from '#audit'
import { addWorkingDays, CalendarGap, type WorkingCalendar, workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import { type Day, yearOf } from '#platform/clock'
import { sql } from '#platform/db'
import { receiptCode } from '#platform/seal'
import { mask } from '#privacy'
import type { LetterInput } from './contract.ts'
import { insertEvent } from './events.ts'
import { refuse } from './refusals.ts'
import { sealOriginal } from './sealed.ts'
import { takeNumber } from './store.ts'

export type LetterReceipt = { number: string; queryCode: string; dueOn: Day | null }

/** A citizen's letter. The same form sent twice (`submissionKey`) is one letter and gives the same receipt. Throws: Refusal mailbox_unknown, author_missing. */
export function submitLetter(
  platform: Platform,
  input: LetterInput,
  submissionKey: string,
): Promise<LetterReceipt> {
  const { secretKey } = platform.config
  const key = createHmac('sha256', secretKey).update(`letter submission\n${submissionKey}`).digest('hex')
  return platform.inTransaction(async (tx) => {
    // Two copies of one form wait for each other here; the second finds the first one's row.
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
    const before = await tx
      .selectFrom('letters')
      .select(['number', 'due_on'])
      .where('submission_key', '=', key)
      .executeTakeFirst()
    if (before)
      return {
        number: before.number,
        queryCode: receiptCode(secretKey, 'letter', before.number),
        dueOn: before.due_on,
      }
    const mailbox = await tx
      .selectFrom('mailboxes')
      .selectAll()
      .where('key', '=', input.mailbox)
      .executeTakeFirst()
    if (!mailbox) throw refuse('mailbox_unknown', { mailbox: '请重新选择信箱。' })
    if (mailbox.name_required && !input.author) throw refuse('author_missing', { author: '请填写姓名。' })
    if (mailbox.phone_required && !input.telephone)
      throw refuse('author_missing', { telephone: '请填写联系电话。' })
    const [on, at] = [platform.clock.today(), platform.clock.now()]
    const number = await takeNumber(tx, yearOf(on))
    const dueOn = dueOf(await workingCalendar(tx), on, mailbox.answer_within)
    const { id } = await tx
      .insertInto('letters')
      .values({
        number,
        mailbox: mailbox.key,
        status: 'received',
        original_sealed: sealOriginal(platform, originalOf(input)),
        subject_public: mask(input.subject, input.author),
        body_public: mask(input.body, input.author),
        consents_to_publication: input.consent === 'yes',
        submitted_at: at,
        received_on: on,
        due_on: dueOn,
        submission_key: key,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertEvent(tx, { letterId: id, kind: 'submitted', on, staffId: null, at })
    const subject = { kind: 'letter', id }
    record(tx, { actor: { kind: 'citizen' }, action: 'letters.submit', subject, detail: { number } })
    return { number, queryCode: receiptCode(secretKey, 'letter', number), dueOn }
  })
}

const originalOf = ({ author, telephone, email, subject, body }: LetterInput) => ({
  author,
  telephone,
  email,
  subject,
  body,
})

/** The agency's own deadline; none where no notice covers the days yet. Unit: working days. */
function dueOf(calendar: WorkingCalendar, receivedOn: Day, within: number): Day | null {
  try {
    return addWorkingDays(calendar, receivedOn, within)
  } catch (error) {
    if (error instanceof CalendarGap) return null
    throw error
  }
}
