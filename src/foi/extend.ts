import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { ClockEvent } from './clock/event.ts'
import { moveRequest } from './move-request.ts'
import { recordClockEvent } from './record-clock-event.ts'
import { refuse } from './refusals.ts'

/** The handler asks for more time; it moves no date. Law: Order 711 art. 33 ¶2. */
export function proposeExtension(
  platform: Platform,
  staff: Staff,
  id: number,
  proposal: { workingDays: number; reason: string },
): Promise<void> {
  return moveRequest(platform, staff, id, 'propose_extension', () => ({
    kind: 'extension_proposed',
    on: platform.clock.today(),
    detail: proposal,
  }))
}

/**
 * The head of the disclosure office approves, and the applicant is told. Law: Order 711 art. 33 ¶2.
 * Throws: Refusal extension_needs_reason, and those of the clock.
 */
export function extend(
  platform: Platform,
  staff: Staff,
  id: number,
  event: Extract<ClockEvent, { kind: 'extension' }>,
): Promise<void> {
  if (!event.reason || !event.toldOn || !event.toldBy) {
    const missing = {
      reason: event.reason ? '' : '请写明延长的理由。',
      toldOn: event.toldOn ? '' : '请填写告知申请人的日期。',
      toldBy: event.toldBy ? '' : '请选择告知的方式。',
    }
    const fields = Object.fromEntries(Object.entries(missing).filter(([, text]) => text))
    throw refuse('extension_needs_reason', fields)
  }
  return recordClockEvent(platform, staff, id, event)
}
