import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
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
    return { kind: 'refusal_overridden', on: platform.clock.today(), detail: { reason } }
  })
}

/** The written notice to the third party; no delivery to the applicant before it. Law: Order 711 art. 32. Throws: Refusal override_without_refusal, event_in_future. */
export function recordOverrideNotice(
  platform: Platform,
  staff: Staff,
  id: number,
  consultationId: number,
  on: Day,
) {
  return moveRequest(platform, staff, id, 'tell_third_party', async (tx) => {
    if (on > platform.clock.today()) throw refuse('event_in_future')
    const { overrideReason } = await getConsultation(tx, id, consultationId)
    if (overrideReason === null) throw refuse('override_without_refusal')
    await tx
      .updateTable('foi_consultations')
      .set({ override_told_on: on })
      .where('id', '=', consultationId)
      .execute()
    return { kind: 'third_party_told', on }
  })
}
