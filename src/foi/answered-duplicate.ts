import type { Tx } from '#platform/db'
import type { DisclosureRequest } from './request.ts'

/**
 * The applicant asked the same before and has the answer. Whom a case taken over, or a paper without identity, belongs to is not
 * known: the officer who linked it says so. Law: Order 711 art. 36 (6).
 */
export async function isAnsweredDuplicate(tx: Tx, request: DisclosureRequest): Promise<boolean> {
  if (request.duplicateOfId === null) return false
  const rows = await tx
    .selectFrom('foi_requests')
    .select(['id', 'answered_on', 'applicant_digest', 'contact_digest'])
    .where('id', 'in', [request.id, request.duplicateOfId])
    .execute()
  const own = rows.find(({ id }) => id === request.id)
  const earlier = rows.find(({ id }) => id === request.duplicateOfId)
  if (!own || !earlier?.answered_on) return false
  const known = Boolean(own.applicant_digest && earlier.applicant_digest)
  const sameContact = own.contact_digest !== null && own.contact_digest === earlier.contact_digest
  return !known || own.applicant_digest === earlier.applicant_digest || sameContact
}
