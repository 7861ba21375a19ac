import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { EventOf } from './clock/event.ts'
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
 * Throws: Refusal extension_needs_reason, told_on_impossible, own_extension, and those of the clock.
 */
export function extend(
  platform: Platform,
  staff: Staff,
  id: number,
  event: EventOf<'extension'>,
): Promise<void> {
  assertTold(event, 'extension_needs_reason', platform.clock.today())
  return recordClockEvent(platform, staff, id, event)
}

/**
 * The reasons for very many requests are reasonable, the answer takes longer: the approver sets a later day, and the applicant is
 * told. Law: Order 711 art. 35. Throws: Refusal volume_needs_reason, told_on_impossible, and those of the clock.
 */
export function setLaterDate(
  platform: Platform,
  staff: Staff,
  id: number,
  event: EventOf<'volume_date_set'>,
): Promise<void> {
  assertTold(event, 'volume_needs_reason', platform.clock.today())
  return recordClockEvent(platform, staff, id, event)
}

type Told = { on: Day; reason?: string | undefined; toldOn?: Day | undefined; toldBy?: string | undefined }

/** Who waits longer is told why: not before it is decided, and not in the future. */
function assertTold(
  { on, reason, toldOn, toldBy }: Told,
  code: 'extension_needs_reason' | 'volume_needs_reason',
  today: Day,
) {
  const missing = {
    reason: reason ? '' : '请写明理由。',
    toldOn: toldOn ? '' : '请填写告知申请人的日期。',
    toldBy: toldBy ? '' : '请选择告知的方式。',
  }
  const fields = Object.fromEntries(Object.entries(missing).filter(([, text]) => text))
  if (!reason || !toldOn || !toldBy) throw refuse(code, fields)
  if (toldOn > today || toldOn < on)
    throw refuse('told_on_impossible', { toldOn: '不能早于批准日期，也不能晚于今天。' })
}
