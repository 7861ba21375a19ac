import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { ClockEvent } from './clock/event.ts'
import { applyEvent } from './clock/replay.ts'
import { caseCalendar, clockOf, listEvents, packOf } from './events.ts'
import { moveRequest } from './move-request.ts'
import { refuse } from './refusals.ts'

/**
 * Notes a fact that moves the due date; the clock refuses what the law refuses.
 * An extension takes the approver's permission. Law: Order 711 art. 30, 32 to 35. Throws: Refusal correction_incomplete (and those of clock and status).
 */
export function recordClockEvent(
  platform: Platform,
  staff: Staff,
  id: number,
  event: ClockEvent,
): Promise<void> {
  const move = event.kind === 'extension' ? 'extend' : 'record_event'
  return moveRequest(platform, staff, id, move, async (tx, request) => {
    if (event.on > platform.clock.today()) throw refuse('event_in_future')
    assertCorrectionNotice(event)
    const calendar = await caseCalendar(tx)
    assertLaterDay(event, calendar.horizon)
    const state = clockOf(calendar, request, await listEvents(tx, [id]))
    applyEvent(calendar, packOf(request), state, event)
    const { kind, on, ...detail } = event
    return { kind, on, detail }
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
  const until = event.kind === 'volume_date_set' ? event.until : later
  if (until && until > horizon) throw refuse('date_beyond_calendar')
}
