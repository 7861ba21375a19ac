import type { Staff } from '#people'
import type { Platform } from '#platform'
import { assertApplicant, lacksOf } from './applicant-rules.ts'
import { type CompletionInput, registrationInput } from './contract.ts'
import { moveRequest } from './move-request.ts'
import { digestsOf } from './open-case.ts'
import { refuse } from './refusals.ts'
import { sealApplicant, unsealApplicant } from './sealed.ts'
import { saveRequest } from './store.ts'

/**
 * The applicant brought what the paper lacked: a proof of identity, a way to be reached. What is left empty stays as it was.
 * Law: Order 711 art. 29 ¶2 (1), art. 30. Throws: Refusal nothing_lacking, and those of applicant-rules.ts.
 */
export function completeApplicant(
  platform: Platform,
  staff: Staff,
  id: number,
  input: CompletionInput,
): Promise<void> {
  return moveRequest(platform, staff, id, 'complete_applicant', async (tx, request) => {
    const row = await tx
      .selectFrom('foi_requests')
      .select('applicant_sealed')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (request.lacks.length === 0 || !row.applicant_sealed) throw refuse('nothing_lacking')
    const known = unsealApplicant(platform, row.applicant_sealed)
    const { identityKind, identityNumber, telephone, email, address } = input
    const applicant = {
      ...known,
      ...(identityNumber ? { identityKind, identityNumber } : {}),
      telephone: telephone || known.telephone,
      email: email || known.email,
      address: address || known.address,
    }
    const { applicantKind, channel, arrivedOn, descriptionMasked: description } = request
    assertApplicant(
      registrationInput.parse({ ...applicant, applicantKind, channel, arrivedOn, description }),
      'on_paper',
    )
    await saveRequest(tx, request, {
      applicant_sealed: sealApplicant(platform, applicant),
      ...digestsOf(platform, applicant),
      lacks: lacksOf(applicant),
    })
    return { kind: 'applicant_completed', on: platform.clock.today() }
  })
}
