import type { Staff } from '#people'
import type { Platform } from '#platform'
import { clockEvent } from './clock/event.ts'
import { judgeEvent } from './clock/judge.ts'
import type { ReopeningInput } from './contract.ts'
import { caseCalendar, clockOf, listEvents, packOf } from './events.ts'
import { assertWithinCalendar } from './fact-day.ts'
import { moveRequest } from './move-request.ts'
import { refuse } from './refusals.ts'
import { saveRequest } from './store.ts'

/**
 * An answered case is handled again, by a decision on a remedy or the agency's own insight. It is one case still: the clock starts
 * anew (or ends on the day that the decision sets), the first answer stays the fact of its year (ADR 0025), and the log of answers
 * does not show it until the new one. Law: Order 711 art. 51.
 * Throws: Refusal reopen_needs_reason, reopen_needs_document, reopen_before_answer, event_in_future, ordered_day_past, date_beyond_calendar.
 */
export function reopenRequest(
  platform: Platform,
  staff: Staff,
  id: number,
  { reason, basis, documentNumber, on: given, answerBy }: ReopeningInput,
): Promise<void> {
  return moveRequest(platform, staff, id, 'reopen', async (tx, request) => {
    const today = platform.clock.today()
    const on = given ?? today
    if (!reason) throw refuse('reopen_needs_reason', { reason: '请写明重新办理的原因。' })
    if (basis !== 'own_insight' && !documentNumber)
      throw refuse('reopen_needs_document', { documentNumber: '请填写决定书或者裁判文书的文号。' })
    if (on > today) throw refuse('event_in_future', { on: '不能晚于今天。' })
    if (request.answeredOn && on < request.answeredOn)
      throw refuse('reopen_before_answer', { on: '不能早于答复的日期。' })
    const event = clockEvent.parse({
      kind: 'reopened',
      on,
      reason,
      basis,
      ...(documentNumber ? { documentNumber } : {}),
      ...(answerBy ? { answerBy } : {}),
    })
    const calendar = await caseCalendar(tx)
    assertWithinCalendar(answerBy, calendar.horizon, 'answerBy')
    const clock = clockOf(calendar, request, await listEvents(tx, [id]))
    judgeEvent(calendar, packOf(request), clock, event, today)
    const first = {
      first_answered_on: request.answeredOn,
      first_outcome: request.outcome,
      first_outcome_detail: request.outcomeDetail,
    }
    await saveRequest(tx, request, {
      status: 'handling',
      outcome: null,
      outcome_detail: null,
      answered_on: null,
      in_public_log: false,
      ...(request.firstAnsweredOn ? {} : first),
    })
    const { kind, on: day, ...detail } = event
    return { kind, on: day, detail }
  })
}
