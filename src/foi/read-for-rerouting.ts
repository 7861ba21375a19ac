import { type Actor, record } from '#audit'
import { type Platform, refuse } from '#platform'
import type { Tx } from '#platform/db'
import { unsealApplicant, unsealDescription } from './sealed.ts'

/** What another channel needs of a request that is none. The read is on the audit record. Law: Order 711 art. 39 ¶1. Throws: Refusal not_found. */
export async function readForRerouting(
  tx: Tx,
  platform: Platform,
  actor: Actor,
  id: number,
): Promise<{ name: string; telephone: string; email: string; description: string }> {
  const row = await tx
    .selectFrom('foi_requests')
    .select(['applicant_sealed', 'description_sealed', 'description_masked'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw refuse('not_found')
  record(tx, { actor, action: 'foi.read_sealed', subject: { kind: 'foi_request', id } })
  const applicant = row.applicant_sealed && unsealApplicant(platform, row.applicant_sealed)
  return {
    name: applicant?.name ?? '',
    telephone: applicant?.telephone ?? '',
    email: applicant?.email ?? '',
    description: row.description_sealed
      ? unsealDescription(platform, row.description_sealed)
      : row.description_masked,
  }
}
