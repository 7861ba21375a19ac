import type { Staff } from '#people'
import type { Platform } from '#platform'
import { mask } from '#privacy'
import { assertApplicant, lacksOf } from './applicant-rules.ts'
import { type CompletionInput, registrationInput } from './contract.ts'
import { moveRequest } from './move-request.ts'
import { digestsOf, maskedName } from './open-case.ts'
import { refuse } from './refusals.ts'
import { sealApplicant, unsealApplicant } from './sealed.ts'
import { saveRequest } from './store.ts'

/**
 * The applicant brought what the paper lacked: a proof of identity, a way to be reached; or asks, for a reason, that what is wrong be
 * corrected. What is left empty stays as it was. Law: Order 711 art. 29 ¶2 (1), art. 30; PIPL art. 46. Throws: Refusal nothing_lacking, and those of applicant-rules.ts.
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
    const { reason } = input
    if ((request.lacks.length === 0 && !reason) || !row.applicant_sealed) throw refuse('nothing_lacking')
    const known = unsealApplicant(platform, row.applicant_sealed)
    const { identityKind, identityNumber, telephone, email, address, fax } = input
    const applicant = {
      ...known,
      name: input.name || known.name,
      ...(identityNumber ? { identityKind, identityNumber } : {}),
      telephone: telephone || known.telephone,
      email: email || known.email,
      address: address || known.address,
      fax: fax || known.fax || '',
    }
    const { applicantKind, channel, arrivedOn, descriptionMasked: description } = request
    assertApplicant(
      registrationInput.parse({ ...applicant, applicantKind, channel, arrivedOn, description }),
      'on_paper',
    )
    await saveRequest(tx, request, {
      applicant_sealed: sealApplicant(platform, applicant),
      applicant_masked: maskedName({ applicantKind, name: applicant.name }),
      ...digestsOf(platform, applicant),
      lacks: lacksOf(applicant),
    })
    const on = platform.clock.today()
    if (!reason) return { kind: 'applicant_completed', on }
    return { kind: 'applicant_corrected', on, detail: { reason: mask(reason, known.name, applicant.name) } }
  })
}
