import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { judgeWork } from './proof-of-work.ts'
import { judgeAnswer } from './question.ts'
import { refuse } from './refusals.ts'

/** What a form with `challengeField` sends: the browser's work, or the answered question. */
export type ChallengeAnswer = { work: string; token: string; answer: string }

export function challengeAnswer(body: Record<string, unknown>): ChallengeAnswer {
  const text = (value: unknown) => (typeof value === 'string' && value.length <= 5000 ? value : '')
  return { work: text(body.altcha), token: text(body.challengeToken), answer: text(body.challengeAnswer) }
}

/**
 * Takes a challenge once; call it in the transaction that keeps what was sent, after the check for a replayed form.
 * Throws: Refusal challenge_failed, challenge_expired, challenge_spent.
 */
export async function spendChallenge(
  tx: Tx,
  { config, clock }: Pick<Platform, 'config' | 'clock'>,
  given: ChallengeAnswer,
): Promise<void> {
  const now = clock.now()
  const judged = given.work
    ? await judgeWork(config.secretKey, given.work, now)
    : judgeAnswer(config.secretKey, given.token, given.answer, now)
  if (!judged.passed) {
    const refused = refuse(judged.why === 'expired' ? 'challenge_expired' : 'challenge_failed')
    refused.fields.challengeAnswer = refused.entry.text
    throw refused
  }
  await tx.deleteFrom('spent_challenges').where('expires_at', '<', now).execute()
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('spent_challenges')
    .values({ id: judged.id, expires_at: judged.expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) throw refuse('challenge_spent', { challengeAnswer: '请回答新的验证题。' })
}
