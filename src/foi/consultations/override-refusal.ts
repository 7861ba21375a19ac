import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { type CaseEvent, listEvents } from '../events.ts'
import { assertFactDay } from '../fact-day.ts'
import { moveRequest } from '../move-request.ts'
import { refuse } from '../refusals.ts'
import { getConsultation } from './consultation-store.ts'

/**
 * Not releasing would harm the public interest seriously: the approver decides against the third party, who is told in writing
 * what is released and why. Law: Order 711 art. 32. Throws: Refusal override_without_refusal, override_needs_reason.
 */
export function overrideRefusal(
  platform: Platform,
  staff: Staff,
  id: number,
  consultationId: number,
  reason: string,
) {
  return moveRequest(platform, staff, id, 'override', async (tx) => {
    const { opinion, kind } = await getConsultation(tx, id, consultationId)
    if (opinion !== 'refuses' || kind !== 'third_party') throw refuse('override_without_refusal')
    if (!reason) throw refuse('override_needs_reason', { reason: '请写明理由。' })
    await tx
      .updateTable('foi_consultations')
      .set({ override_reason: reason, override_by: staff.id })
      .where('id', '=', consultationId)
      .execute()
    return {
      kind: 'refusal_overridden',
      on: platform.clock.today(),
      detail: { reason, consultation: consultationId },
    }
  })
}

/** The written notice to the third party; no delivery to the applicant before it. Law: Order 711 art. 32. Throws: Refusal override_without_refusal, event_in_future, notice_before_decision. */
export function recordOverrideNotice(
  platform: Platform,
  staff: Staff,
  id: number,
  consultationId: number,
  on: Day,
) {
  return moveRequest(platform, staff, id, 'tell_third_party', async (tx) => {
    assertFactDay(on, { today: platform.clock.today() })
    const { overrideReason } = await getConsultation(tx, id, consultationId)
    if (overrideReason === null) throw refuse('override_without_refusal')
    const decidedOn = decisionDayOf(await listEvents(tx, [id]), consultationId)
    if (decidedOn && on < decidedOn) throw refuse('notice_before_decision', { on: `不能早于${decidedOn}。` })
    await tx
      .updateTable('foi_consultations')
      .set({ override_told_on: on })
      .where('id', '=', consultationId)
      .execute()
    return { kind: 'third_party_told', on }
  })
}

/** Decisions of before 2026-11 do not name their consultation: the first of the case counts. */
const decisionDayOf = (events: readonly CaseEvent[], consultationId: number): Day | undefined => {
  const decisions = events.filter(({ kind }) => kind === 'refusal_overridden')
  const own = decisions.findLast(({ detail }) => detail.consultation === consultationId)
  return (own ?? decisions[0])?.on
}
