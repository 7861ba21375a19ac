import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { ClockEvent } from './clock/event.ts'
import { judgeEvent } from './clock/judge.ts'
import { type CaseEvent, caseCalendar, clockOf, listEvents, packOf } from './events.ts'
import { assertWithinCalendar } from './fact-day.ts'
import { moveRequest } from './move-request.ts'
import { refuse } from './refusals.ts'
import type { Move } from './request.ts'

/** What takes the approver's permission; the rest is the handler's. */
const moveOf: Partial<Record<ClockEvent['kind'], Move>> = {
  extension: 'extend',
  volume_date_set: 'set_later_date',
}

/**
 * Notes a fact that moves the due date; the clock refuses what the law refuses.
 * Law: Order 711 art. 30, 32 to 35.
 * Throws: Refusal event_in_future, correction_incomplete, respond_by_past, date_beyond_calendar, own_extension, approved_before_proposed (and those of the clock and the status).
 */
export function recordClockEvent(
  platform: Platform,
  staff: Staff,
  id: number,
  event: ClockEvent,
): Promise<void> {
  const approved = moveOf[event.kind]
  return moveRequest(platform, staff, id, approved ?? 'record_event', async (tx, request) => {
    const today = platform.clock.today()
    if (event.on > today) throw refuse('event_in_future', { on: '不能晚于今天。' })
    assertCorrectionNotice(event)
    const [calendar, events] = [await caseCalendar(tx), await listEvents(tx, [id])]
    assertLaterDay(event, calendar.horizon)
    if (event.kind === 'extension') assertProposal(events, staff, event.on)
    judgeEvent(calendar, packOf(request), clockOf(calendar, request, events), event, today)
    const { kind, on, ...detail } = event
    return { kind, on, detail: approved ? { ...detail, approvedBy: staff.name } : detail }
  })
}

/** The notice lists once what is missing, and sets a reasonable period. Law: Order 711 art. 30. */
function assertCorrectionNotice(event: ClockEvent) {
  if (event.kind !== 'correction_notice' || (event.items?.trim() && event.respondBy)) return
  throw refuse('correction_incomplete', {
    ...(event.items?.trim() ? {} : { items: '请写明需要补正的事项。' }),
    ...(event.respondBy ? {} : { respondBy: '请填写补正期限。' }),
  })
}

/** A day that is set for later lies after the fact, and where days can be counted. Throws: Refusal respond_by_past, date_beyond_calendar. */
function assertLaterDay(event: ClockEvent, horizon: Day) {
  const later = event.kind === 'correction_notice' ? event.respondBy : undefined
  if (later && later <= event.on) throw refuse('respond_by_past', { respondBy: '补正期限须晚于告知日期。' })
  assertWithinCalendar(later, horizon, 'respondBy')
  if (event.kind === 'volume_date_set') assertWithinCalendar(event.until, horizon, 'until')
}

/** Who asked for more time does not grant it, and it is not granted before. Law: Order 711 art. 33 ¶2. Throws: Refusal own_extension, approved_before_proposed. */
function assertProposal(events: readonly CaseEvent[], staff: Staff, on: Day) {
  const proposal = events.findLast(({ kind }) => kind === 'extension_proposed')
  if (proposal?.staffId === staff.id) throw refuse('own_extension')
  if (proposal && on < proposal.on) throw refuse('approved_before_proposed')
}
