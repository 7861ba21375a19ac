import { record } from '#audit'
import type { Platform } from '#platform'
import { sql } from '#platform/db'
import type { ApplicationInput } from './contract.ts'
import { insertEvent } from './events.ts'
import { assertApplicant, openCase } from './open-case.ts'
import { queryCodeFor } from './query-code.ts'
import { digestOf } from './sealed.ts'

export type Receipt = { number: string; queryCode: string; submittedAt: Date }

/**
 * A citizen's request over the internet. The same form sent twice (`submissionKey`) is one case and gives the same receipt.
 * Law: Order 711 art. 29, art. 31 (3) (received when both sides have confirmed). Throws: Refusal identity_number_invalid.
 */
export async function submitRequest(
  platform: Platform,
  input: ApplicationInput,
  submissionKey: string,
): Promise<Receipt> {
  assertApplicant(input)
  const key = digestOf(platform, 'submission', submissionKey)
  return platform.inTransaction(async (tx) => {
    // Two copies of one form wait for each other here; the second finds the first one's row.
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
    const at = platform.clock.now()
    const before = await tx
      .selectFrom('foi_requests')
      .select(['number', 'submitted_at'])
      .where('submission_key', '=', key)
      .executeTakeFirst()
    if (before)
      return {
        number: before.number,
        queryCode: queryCodeFor(platform, before.number),
        submittedAt: before.submitted_at,
      }
    const { id, number } = await openCase(platform, tx, input, {
      channel: 'internet',
      submissionKey: key,
      submittedAt: at,
    })
    await insertEvent(tx, { requestId: id, kind: 'submitted', on: platform.clock.today(), staffId: null, at })
    record(tx, {
      actor: { kind: 'citizen' },
      action: 'foi.submit',
      subject: { kind: 'foi_request', id },
      detail: { number },
    })
    return { number, queryCode: queryCodeFor(platform, number), submittedAt: at }
  })
}
