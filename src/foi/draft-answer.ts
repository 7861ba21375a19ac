import { createHash } from 'node:crypto'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { assertAnswer } from './answer-rules.ts'
import { isAnsweredDuplicate } from './answered-duplicate.ts'
import { listConsultations } from './consultations/consultation-store.ts'
import type { AnswerInput } from './contract.ts'
import { caseCalendar, clockOf, listEvents, packOf } from './events.ts'
import { moveRequest } from './move-request.ts'
import { withDetails } from './outcome-details.ts'
import { answerBasis } from './outcome-rules.ts'
import { chosenForRelease } from './release/released.ts'
import { saveRequest } from './store.ts'

/** The handler's answer, for another person to approve. Law: Order 711 art. 36 and 45. Throws: Refusal (see answer-rules.ts). */
export function draftAnswer(platform: Platform, staff: Staff, id: number, input: AnswerInput): Promise<void> {
  return moveRequest(platform, staff, id, 'draft_answer', async (tx, request) => {
    const [calendar, events] = [await caseCalendar(tx), await listEvents(tx, [id])]
    const today = platform.clock.today()
    const clock = clockOf(calendar, request, events)
    const consultations = await listConsultations(tx, [id])
    const linked = await isAnsweredDuplicate(tx, request)
    const released = await chosenForRelease(tx, id)
    const ripe = { answer: input, clock, events, consultations, linked, files: released.length, today }
    assertAnswer(calendar, packOf(request), ripe)
    const answer = withDetails(input)
    const basis = answerBasis(answer, request.rules ?? '711')
    await tx
      .insertInto('foi_answers')
      .values({
        request_id: id,
        outcome: answer.outcome,
        outcome_detail: answer.outcomeDetail,
        legal_basis: basis,
        body: answer.body,
        parts: JSON.stringify(answer.parts),
        released: JSON.stringify(released),
        content_hash: answerHash({ ...answer, basis, released }),
        drafted_by: staff.id,
        drafted_at: platform.clock.now(),
      })
      .execute()
    await saveRequest(tx, request, { status: 'in_approval' })
    return { kind: 'answer_drafted', on: today, detail: { outcome: answer.outcome } }
  })
}

/** An approval binds to this: the words and the files that go out with them. Any change is another answer. */
function answerHash(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}
