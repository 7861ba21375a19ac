import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { Agency } from '#site'
import { latestAnswer } from '../answer-store.ts'
import { type Consultation, listConsultations } from '../consultations/consultation-store.ts'
import { caseCalendar, dueDateOf, listEvents } from '../events.ts'
import { queryCodeFor } from '../query-code.ts'
import type { DisclosureRequest } from '../request.ts'
import { unsealApplicant, unsealDescription, unsealParty } from '../sealed.ts'
import { caseFacts } from './letter-facts.ts'
import { answerLetter, isAnswerLetter, isForApplicant, type LetterKind } from './letter-kinds.ts'

/** Which letter: `answer` is the one that the approved answer calls for; null is the latest consultation that fits. */
export type Wanted = { kind: LetterKind | 'answer'; consultationId: number | null }

/**
 * What a letter says and to whom. The applicant reads their own words; whoever is consulted reads them masked.
 * Law: Order 711 art. 32; PIPL art. 6. Throws: Refusal letter_facts_missing, answer_not_approved.
 */
export async function factsOfLetter(
  platform: Platform,
  tx: Tx,
  request: DisclosureRequest,
  agency: Agency,
  wanted: Wanted,
) {
  const [events, answer] = [await listEvents(tx, [request.id]), await latestAnswer(tx, request.id)]
  const kind =
    wanted.kind === 'answer'
      ? answerLetter(answer?.outcome ?? 'other', answer?.outcomeDetail ?? null)
      : wanted.kind
  const consultation = await findConsultation(platform, tx, request.id, kind, wanted.consultationId)
  const due = request.answeredOn ? null : dueDateOf(await caseCalendar(tx), request, events)
  const today = platform.clock.today()
  const facts = caseFacts(kind, { request, events, answer, consultation, due, places: agency, today })
  const { name, description } = isForApplicant(kind)
    ? await applicantOf(platform, tx, request)
    : { name: facts.consulted, description: request.descriptionMasked }
  return {
    kind,
    facts: {
      ...facts,
      recipient: name ?? '',
      description,
      // Computed for the paper; the letter lies sealed.
      queryCode: kind === 'receipt' ? queryCodeFor(platform, request) : '',
    },
    answerId: isAnswerLetter(kind) ? (answer?.id ?? null) : null,
    consultationId: isForApplicant(kind) ? null : (consultation?.id ?? null),
  }
}

async function findConsultation(
  platform: Platform,
  tx: Tx,
  requestId: number,
  kind: LetterKind,
  id: number | null,
): Promise<(Consultation & { party: string }) | undefined> {
  const asked = kind === 'other_agency_consultation' ? 'other_agency' : 'third_party'
  const found = (await listConsultations(tx, [requestId])).findLast(
    (one) => one.kind === asked && (id === null || one.id === id),
  )
  if (!found) return undefined
  const { party_sealed } = await tx
    .selectFrom('foi_consultations')
    .select('party_sealed')
    .where('id', '=', found.id)
    .executeTakeFirstOrThrow()
  // Forgotten when the retention period had passed.
  if (party_sealed.length === 0) return undefined
  return { ...found, party: unsealParty(platform, party_sealed).name }
}

async function applicantOf(platform: Platform, tx: Tx, request: DisclosureRequest) {
  const { applicant_sealed, description_sealed } = await tx
    .selectFrom('foi_requests')
    .select(['applicant_sealed', 'description_sealed'])
    .where('id', '=', request.id)
    .executeTakeFirstOrThrow()
  return {
    name: applicant_sealed ? unsealApplicant(platform, applicant_sealed).name : request.applicantMasked,
    description: description_sealed
      ? unsealDescription(platform, description_sealed)
      : request.descriptionMasked,
  }
}
