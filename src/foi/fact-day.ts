import type { Day } from '#platform/clock'
import { refuse } from './refusals.ts'

/**
 * The day of a fact that is entered: it has come, and it does not lie before what it follows (`from`).
 * Throws: Refusal event_in_future, event_before_receipt.
 */
export function assertFactDay(
  on: Day,
  { today, from }: { today: Day; from?: Day | null },
  field = 'on',
): void {
  if (on > today) throw refuse('event_in_future', { [field]: '不能晚于今天。' })
  if (from && on < from) throw refuse('event_before_receipt', { [field]: `不能早于${from}。` })
}

/** A day that is set for later: where days can be counted. Throws: Refusal date_beyond_calendar. */
export function assertWithinCalendar(on: Day | null | undefined, horizon: Day, field: string): void {
  if (on && on > horizon) throw refuse('date_beyond_calendar', { [field]: `不能晚于${horizon}。` })
}
