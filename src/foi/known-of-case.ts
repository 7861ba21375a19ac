import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import { type Known, knownOfForm } from '#privacy'
import { unsealApplicant, unsealParty } from './sealed.ts'

/** What is known of the people of a case, starred wherever it is written: who asks, speaks for them, or was consulted. Law: PIPL art. 51. */
export async function knownOfCase(platform: Platform, db: Db | Tx, id: number): Promise<Known[]> {
  const row = await db
    .selectFrom('foi_requests')
    .select(['applicant_sealed', 'applicant_kind'])
    .where('id', '=', id)
    .executeTakeFirst()
  const parties = await knownOfParties(platform, db, id)
  if (!row?.applicant_sealed) return parties
  const applicant = unsealApplicant(platform, row.applicant_sealed)
  const { telephone, email, fax, contactName, representative } = applicant
  // An organisation's name is no personal data.
  const name = row.applicant_kind === 'natural_person' ? applicant.name : ''
  return [
    ...knownOfForm({ author: name, telephone, email }),
    ...(fax ? knownOfForm({ telephone: fax }) : []),
    ...[contactName, representative].flatMap((author) => knownOfForm({ author })),
    ...parties,
  ]
}

/** Only who was consulted: the applicant may read their own name, not theirs. */
export async function knownOfParties(platform: Platform, db: Db | Tx, id: number): Promise<Known[]> {
  const rows = await db
    .selectFrom('foi_consultations')
    .select('party_sealed')
    .where('request_id', '=', id)
    .where('kind', '=', 'third_party')
    .execute()
  return (
    rows
      // Forgotten when the retention period had passed.
      .filter(({ party_sealed }) => party_sealed.length > 0)
      .flatMap(({ party_sealed }) => knownOfForm({ author: unsealParty(platform, party_sealed).name }))
  )
}
