import type { Staff } from '#people'
import type { Platform } from '#platform'
import { readAgency } from '#site'
import { moveRequest } from '../move-request.ts'
import { factsOfLetter, type Wanted } from './facts-of-letter.ts'
import { fillTemplate } from './fill-template.ts'
import type { LetterFacts } from './letter-fields.ts'
import { isForApplicant, letterKindLabels } from './letter-kinds.ts'
import { takeDocumentNumber, templateOf } from './letter-store.ts'

/** Unit: bytes. */
export const letterLimitBytes = 10 * 1024 * 1024

/**
 * Writes one letter of a case in Word, under a number of the year, sealed.
 * Throws: Refusal letter_facts_missing, answer_not_approved, template_broken.
 */
export function makeLetter(
  platform: Platform,
  staff: Staff,
  id: number,
  kind: Wanted['kind'],
  consultationId: Wanted['consultationId'] = null,
): Promise<void> {
  return moveRequest(platform, staff, id, 'make_letter', async (tx, request) => {
    const today = platform.clock.today()
    const agency = await readAgency(tx)
    const letter = await factsOfLetter(platform, tx, request, agency, { kind, consultationId })
    const documentNumber = await takeDocumentNumber(tx, agency.letterMark, today)
    const filled: LetterFacts = {
      ...letter.facts,
      agency: agency.hostName || agency.siteName,
      office: agency.disclosureOffice,
      address: agency.address,
      telephone: agency.telephone,
      documentNumber,
    }
    const bytes = fillTemplate(await templateOf(platform, tx, letter.kind), filled)
    const name = `${letterKindLabels[letter.kind]}-${request.number}.docx`
    const rules = { accept: ['document' as const], limitBytes: letterLimitBytes, sealed: true }
    const file = await platform.files.put(tx, { name, bytes }, rules)
    await tx
      .insertInto('foi_letters')
      .values({
        request_id: id,
        kind: letter.kind,
        document_number: documentNumber,
        file_id: file.id,
        answer_id: letter.answerId,
        consultation_id: letter.consultationId,
        shown_to_applicant: isForApplicant(letter.kind),
        made_by: staff.id,
        made_at: platform.clock.now(),
      })
      .execute()
    return { kind: 'letter_made', on: today, detail: { letter: letter.kind, documentNumber } }
  })
}
