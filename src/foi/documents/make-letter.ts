import { workingCalendar } from '#calendar'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { readAgency } from '#site'
import { latestAnswer } from '../answer-store.ts'
import { dueDateOf, listEvents } from '../events.ts'
import { moveRequest } from '../move-request.ts'
import type { DisclosureRequest } from '../request.ts'
import { unsealApplicant, unsealDescription } from '../sealed.ts'
import { fillTemplate } from './fill-template.ts'
import { caseFacts, type LetterFacts } from './letter-facts.ts'
import {
  answerLetter,
  isAnswerLetter,
  isForApplicant,
  type LetterKind,
  letterKindLabels,
} from './letter-kinds.ts'
import { takeDocumentNumber, templateOf } from './letter-store.ts'

/** Unit: bytes. */
export const letterLimitBytes = 10 * 1024 * 1024

/**
 * Writes one letter of a case in Word, under a number of the year, sealed. `answer` takes the letter that the approved
 * answer calls for. Throws: Refusal letter_facts_missing, answer_not_approved, template_broken.
 */
export function makeLetter(
  platform: Platform,
  staff: Staff,
  id: number,
  wanted: LetterKind | 'answer',
): Promise<void> {
  return moveRequest(platform, staff, id, 'make_letter', async (tx, request) => {
    const today = platform.clock.today()
    const { kind, facts, answerId } = await factsOf(platform, tx, request, wanted)
    const agency = await readAgency(tx)
    const documentNumber = await takeDocumentNumber(tx, agency.letterMark, today)
    const filled: LetterFacts = {
      ...facts,
      agency: agency.hostName || agency.siteName,
      office: agency.disclosureOffice,
      address: agency.address,
      telephone: agency.telephone,
      documentNumber,
    }
    const bytes = fillTemplate(await templateOf(platform, tx, kind), filled)
    const name = `${letterKindLabels[kind]}-${request.number}.docx`
    const rules = { accept: ['document' as const], limitBytes: letterLimitBytes, sealed: true }
    const file = await platform.files.put(tx, { name, bytes }, rules)
    await tx
      .insertInto('foi_letters')
      .values({
        request_id: id,
        kind,
        document_number: documentNumber,
        file_id: file.id,
        answer_id: answerId,
        shown_to_applicant: isForApplicant(kind),
        made_by: staff.id,
        made_at: platform.clock.now(),
      })
      .execute()
    return { kind: 'letter_made', on: today, detail: { letter: kind, documentNumber } }
  })
}

async function factsOf(
  platform: Platform,
  tx: Tx,
  request: DisclosureRequest,
  wanted: LetterKind | 'answer',
) {
  const [events, answer, sealed] = await Promise.all([
    listEvents(tx, [request.id]),
    latestAnswer(tx, request.id),
    tx
      .selectFrom('foi_requests')
      .select(['applicant_sealed', 'description_sealed'])
      .where('id', '=', request.id)
      .executeTakeFirstOrThrow(),
  ])
  const kind =
    wanted === 'answer' ? answerLetter(answer?.outcome ?? 'other', answer?.outcomeDetail ?? null) : wanted
  const due = request.answeredOn ? null : dueDateOf(await workingCalendar(tx), request, events)
  const facts = caseFacts(kind, {
    request,
    events,
    answer,
    dueOn: due?.dueOn ?? null,
    today: platform.clock.today(),
  })
  const applicant = sealed.applicant_sealed && unsealApplicant(platform, sealed.applicant_sealed)
  const description = sealed.description_sealed && unsealDescription(platform, sealed.description_sealed)
  const recipient = isForApplicant(kind) ? applicant?.name || request.applicantMasked : facts.consulted
  return {
    kind,
    facts: { ...facts, recipient: recipient ?? '', description: description || request.descriptionMasked },
    answerId: isAnswerLetter(kind) ? (answer?.id ?? null) : null,
  }
}
