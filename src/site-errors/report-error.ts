import { record } from '#audit'
import { workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import { type ChallengeAnswer, spendChallenge } from '#platform/challenge'
import { type Day, dayOf } from '#platform/clock'
import { mask } from '#privacy'
import type { SiteErrorInput } from './contract.ts'
import { sealOriginal, submissionKey } from './sealed.ts'
import { answerWithin, forwardWithin, siteErrorDueOn } from './site-error.ts'
import { insertSiteError } from './store.ts'

/** What a reader found wrong. The same form sent twice is kept once. Answers the last day of the answer. Throws: Refusal challenge_*. */
export function reportError(
  platform: Platform,
  input: SiteErrorInput,
  form: { key: string; challenge: ChallengeAnswer },
): Promise<{ answerDueOn: Day | null }> {
  return platform.inTransaction(async (tx) => {
    const at = platform.clock.now()
    const receivedOn = dayOf(at)
    const calendar = await workingCalendar(tx)
    const answerDueOn = siteErrorDueOn(calendar, receivedOn, answerWithin)
    const { page, kind, words, contact } = input
    const id = await insertSiteError(tx, {
      page,
      kind,
      words_public: mask(words, ''),
      original_sealed: sealOriginal(platform, { words, contact }),
      received_at: at,
      received_on: receivedOn,
      forward_due_on: siteErrorDueOn(calendar, receivedOn, forwardWithin),
      answer_due_on: answerDueOn,
      submission_key: submissionKey(platform, form.key),
    })
    if (id === undefined) return { answerDueOn }
    await spendChallenge(tx, platform, form.challenge)
    const subject = { kind: 'site_error', id }
    record(tx, { actor: { kind: 'citizen' }, action: 'site_errors.report', subject })
    return { answerDueOn }
  })
}
