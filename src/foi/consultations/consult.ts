import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { Tx } from '#platform/db'
import { type ClockEvent, clockEvent } from '../clock/event.ts'
import { isPast, judgeEvent } from '../clock/judge.ts'
import type { ConsultationInput, OpinionInput } from '../contract.ts'
import { caseCalendar, clockOf, listEvents, packOf } from '../events.ts'
import { assertFactDay } from '../fact-day.ts'
import { moveRequest } from '../move-request.ts'
import { refuse, refuseBy } from '../refusals.ts'
import type { DisclosureRequest } from '../request.ts'
import { sealParty } from '../sealed.ts'
import { opinionDueOn, opinionLaw } from './consultation-rules.ts'
import { getConsultation } from './consultation-store.ts'

/** Sends the letter; the clock stops. Law: Order 711 art. 32, art. 33 ¶3, art. 34. Throws: Refusal event_in_future, clock_stopped. */
export function sendConsultation(platform: Platform, staff: Staff, id: number, input: ConsultationInput) {
  return moveRequest(platform, staff, id, 'consult', async (tx, request) => {
    assertFactDay(input.on, { today: platform.clock.today(), from: request.receivedOn })
    const { kind, name, contact, isPerson, letter, on } = input
    const { id: consultationId } = await tx
      .insertInto('foi_consultations')
      .values({
        request_id: id,
        kind,
        party_sealed: sealParty(platform, { name, contact }),
        party_masked: isPerson ? `${[...name][0] ?? ''}**` : name,
        letter,
        sent_on: on,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const event = { kind: 'consultation_sent', on, with: kind, id: String(consultationId) }
    return clocked(platform, tx, request, clockEvent.parse(event))
  })
}

/** The day the letter reached them, which their fifteen working days count from. Throws: Refusal event_in_future, consultation_closed, event_before_receipt. */
export function recordConsultationDelivery(
  platform: Platform,
  staff: Staff,
  id: number,
  consultationId: number,
  on: Day,
) {
  return moveRequest(platform, staff, id, 'consult', async (tx, request) => {
    const consultation = await getConsultation(tx, id, consultationId)
    assertFactDay(on, { today: platform.clock.today(), from: consultation.sentOn })
    if (consultation.closedOn) throw refuse('consultation_closed')
    await tx
      .updateTable('foi_consultations')
      .set({ delivered_on: on })
      .where('id', '=', consultationId)
      .execute()
    const event = { kind: 'consultation_delivered', on, id: String(consultationId) }
    return clocked(platform, tx, request, clockEvent.parse(event))
  })
}

/**
 * Their opinion, or that they let the period pass. Law: Order 711 art. 32 (a refusal is reasoned), art. 34 (silence consents).
 * Throws: Refusal event_in_future, consultation_closed, consultation_not_lapsed, refusal_needs_reasons, override_without_refusal.
 */
export function closeConsultation(
  platform: Platform,
  staff: Staff,
  id: number,
  consultationId: number,
  { on, opinion, reasons }: OpinionInput,
) {
  return moveRequest(platform, staff, id, 'consult', async (tx, request) => {
    const consultation = await getConsultation(tx, id, consultationId)
    assertFactDay(on, { today: platform.clock.today(), from: consultation.sentOn })
    if (consultation.closedOn) throw refuse('consultation_closed')
    const pack = packOf(request)
    const due = opinionDueOn(await caseCalendar(tx), pack, consultation)
    if (opinion === 'silent' && on <= due)
      throw refuseBy(opinionLaw(pack, consultation.kind), 'consultation_not_lapsed')
    if (opinion === 'refuses' && consultation.kind === 'third_party' && !reasons)
      throw refuse('refusal_needs_reasons', { reasons: '请写明第三方不同意公开的理由。' })
    await tx
      .updateTable('foi_consultations')
      .set({ closed_on: on, opinion, reasons })
      .where('id', '=', consultationId)
      .execute()
    const event = { kind: 'consultation_returned', on, id: String(consultationId), opinion }
    return clocked(platform, tx, request, clockEvent.parse(event))
  })
}

/** The clock's own no comes before the row is kept; what is entered after the due date excludes no day before its entry. */
async function clocked({ clock }: Platform, tx: Tx, request: DisclosureRequest, event: ClockEvent) {
  const [calendar, pack, today] = [await caseCalendar(tx), packOf(request), clock.today()]
  const state = clockOf(calendar, request, await listEvents(tx, [request.id]))
  judgeEvent(calendar, pack, state, event, today)
  const { kind, on, ...detail } = event
  const late = kind !== 'consultation_returned' && isPast(calendar, pack, state, today)
  return { kind, on, detail: late ? { ...detail, countsFrom: today } : detail }
}
