import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { BasisInput } from './contract.ts'
import { moveLetter } from './move-letter.ts'
import { refuse } from './refusals.ts'
import { saveLetter } from './store.ts'

/**
 * Why a letter may be public whose form does not say so: the sender told somebody, or a duty of the agency. Somebody else releases it.
 * Law: PIPL art. 13 ¶1, art. 25. Throws: Refusal consented_already, consent_withdrawn.
 */
export function recordBasis(platform: Platform, staff: Staff, id: number, { basis, note }: BasisInput) {
  return moveLetter(platform, staff, id, 'record_basis', async (tx, letter) => {
    if (letter.consentWithdrawn) throw refuse('consent_withdrawn')
    if (letter.consents) throw refuse('consented_already')
    await saveLetter(tx, letter, {
      consents_to_publication: true,
      publication_basis: basis,
      publication_note: note,
      basis_recorded_by: staff.id,
    })
    return { kind: 'basis_recorded', detail: { basis, note } }
  })
}
