import { record } from '#audit'
import { senderKey } from '#letters'
import type { Platform } from '#platform'
import { type ChallengeAnswer, spendChallenge } from '#platform/challenge'
import { dayOf, yearOf } from '#platform/clock'
import { sql, type Tx } from '#platform/db'
import { receiptCode } from '#platform/seal'
import { mask } from '#privacy'
import type { QuestionInput } from './contract.ts'
import { insertMessage } from './insert-message.ts'
import { submissionKey } from './keys.ts'
import { assertMayAsk } from './limits.ts'
import { refuse } from './refusals.ts'
import { sealCitizen } from './sealed.ts'
import { readService } from './service-hours.ts'
import { takeNumber } from './store.ts'

export type TalkReceipt = { id: number; number: string; code: string }
export type AskedForm = {
  input: QuestionInput
  /** Of the form: sent again, it is the same talk. */
  key: string
  network: string
  challenge: ChallengeAnswer
}

export const codeOf = ({ config }: Platform, number: string) => receiptCode(config.secretKey, 'talk', number)

/**
 * A question goes to whoever is on duty. The same form sent twice is one talk with the same receipt.
 * Throws: Refusal desk_closed, challenge_failed, challenge_expired, challenge_spent, asked_too_often.
 */
export function openTalk(platform: Platform, form: AskedForm): Promise<TalkReceipt> {
  const key = submissionKey(platform, form.key)
  return platform.inTransaction(async (tx) => {
    // Two copies of one form wait for each other here; the second finds the first one's row.
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
    const before = await tx
      .selectFrom('chat_talks')
      .select(['id', 'number'])
      .where('submission_key', '=', key)
      .executeTakeFirst()
    if (before) return { ...before, code: codeOf(platform, before.number) }
    if (!(await readService(tx, platform)).open) throw refuse('desk_closed')
    await spendChallenge(tx, platform, form.challenge)
    await assertMayAsk(tx, platform, { network: form.network, telephone: form.input.telephone })
    const { id, number } = await insertTalk(tx, platform, form.input, key)
    record(tx, {
      actor: { kind: 'citizen' },
      action: 'chat.ask',
      subject: { kind: 'talk', id },
      detail: { number },
    })
    return { id, number, code: codeOf(platform, number) }
  })
}

/** The row and its first message; for the demonstration, too. */
export async function insertTalk(
  tx: Tx,
  platform: Platform,
  { question, author, telephone }: QuestionInput,
  key: string,
): Promise<{ id: number; number: string }> {
  const at = platform.clock.now()
  const number = await takeNumber(tx, yearOf(dayOf(at)))
  const { id } = await tx
    .insertInto('chat_talks')
    .values({
      number,
      opened_at: at,
      on_day: dayOf(at),
      question_masked: mask(question, author),
      citizen_sealed: sealCitizen(platform, { name: author, telephone }),
      citizen_key: senderKey(platform, telephone),
      submission_key: key,
      last_said_at: at,
      citizen_seen_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertMessage(tx, platform, { talkId: id, author: 'citizen', staffId: null, body: question, key })
  return { id, number }
}
