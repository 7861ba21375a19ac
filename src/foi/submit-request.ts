import { record } from '#audit'
import type { Platform } from '#platform'
import { type ChallengeAnswer, spendChallenge } from '#platform/challenge'
import { type Db, sql, type Tx } from '#platform/db'
import { assertApplicant } from './applicant-rules.ts'
import type { ApplicationInput } from './contract.ts'
import { takeDraftProof } from './draft-proof.ts'
import { insertEvent } from './events.ts'
import { openCase } from './open-case.ts'
import { queryCodeFor } from './query-code.ts'
import { refuse } from './refusals.ts'
import { digestOf } from './sealed.ts'

/** `queryCode`: null once staff gave the applicant another one. */
export type Receipt = { number: string; queryCode: string | null; submittedAt: Date }
/** `key`: of the form, which also finds the identity proof that was uploaded with it. */
export type Submission = { input: ApplicationInput; key: string; challenge: ChallengeAnswer }

/**
 * A citizen's request over the internet. The same form sent twice is one case and gives the same receipt.
 * Law: Order 711 art. 29, art. 31 (3) (received when both sides have confirmed).
 * Throws: Refusal (see applicant-rules.ts), identity_proof_missing, challenge_failed, challenge_expired, challenge_spent.
 */
export async function submitRequest(
  platform: Platform,
  { input, key: formKey, challenge }: Submission,
): Promise<Receipt> {
  const key = digestOf(platform, 'submission', formKey)
  return platform.inTransaction(async (tx) => {
    // Two copies of one form wait for each other here; the second finds the first one's row.
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
    const before = await findSubmitted(platform, tx, key)
    if (before) return before
    assertApplicant(input, 'online')
    await spendChallenge(tx, platform, challenge)
    const proof = await takeDraftProof(platform, tx, formKey)
    if (!proof) throw refuse('identity_proof_missing', { proof: '请上传身份证明的照片或者扫描件。' })
    const [at, on] = [platform.clock.now(), platform.clock.today()]
    const { id, number } = await openCase(platform, tx, input, {
      channel: 'internet',
      arrival: 'electronic',
      arrivedOn: on,
      oral: false,
      submissionKey: key,
      submittedAt: at,
    })
    await tx
      .insertInto('foi_files')
      .values({ request_id: id, file_id: proof.id, kind: 'identity_proof', added_at: at })
      .execute()
    await insertEvent(tx, { requestId: id, kind: 'submitted', on, staffId: null, at })
    const subject = { kind: 'foi_request', id }
    record(tx, { actor: { kind: 'citizen' }, action: 'foi.submit', subject, detail: { number } })
    return { number, queryCode: queryCodeFor(platform, { number, codeIssue: 0 }), submittedAt: at }
  })
}

/** Whether this form became a case already. */
export const isSubmitted = async (platform: Platform, formKey: string): Promise<boolean> =>
  (await findSubmitted(platform, platform.db, digestOf(platform, 'submission', formKey))) !== undefined

async function findSubmitted(platform: Platform, tx: Db | Tx, key: string): Promise<Receipt | undefined> {
  const row = await tx
    .selectFrom('foi_requests')
    .select(['number', 'submitted_at', 'code_issue as codeIssue'])
    .where('submission_key', '=', key)
    .executeTakeFirst()
  return (
    row && {
      number: row.number,
      queryCode: row.codeIssue ? null : queryCodeFor(platform, row),
      submittedAt: row.submitted_at,
    }
  )
}
