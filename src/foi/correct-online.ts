import { record } from '#audit'
import type { Platform } from '#platform'
import { mask } from '#privacy'
import { clockEvent } from './clock/event.ts'
import { judgeEvent } from './clock/judge.ts'
import { caseCalendar, clockOf, insertEvent, listEvents, packOf } from './events.ts'
import { knownOfCase } from './known-of-case.ts'
import { assertMove } from './request.ts'
import { sealDescription } from './sealed.ts'
import { lockRequest } from './store.ts'

/** The applicant answers a correction notice; the clock starts anew today. Law: Order 711 art. 30. Throws: Refusal wrong_status, correction_not_asked. */
export function correctOnline(platform: Platform, id: number, words: string): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const request = await lockRequest(tx, id)
    assertMove(request, 'correct')
    const on = platform.clock.today()
    const event = clockEvent.parse({ kind: 'correction_received', on })
    const [calendar, events] = [await caseCalendar(tx), await listEvents(tx, [id])]
    judgeEvent(calendar, packOf(request), clockOf(calendar, request, events), event, on)
    const masked = mask(words, ...(await knownOfCase(platform, tx, id)))
    const detail = { words: masked, sealed: sealDescription(platform, words).toString('base64') }
    await insertEvent(tx, {
      requestId: id,
      kind: event.kind,
      on,
      detail,
      staffId: null,
      at: platform.clock.now(),
    })
    record(tx, { actor: { kind: 'citizen' }, action: 'foi.correct', subject: { kind: 'foi_request', id } })
  })
}
