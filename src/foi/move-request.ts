import { record } from '#audit'
import { CalendarGap } from '#calendar'
import { actorOf, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { Tx } from '#platform/db'
import { insertEvent } from './events.ts'
import { assertCan, type Duty } from './permission.ts'
import { refuse } from './refusals.ts'
import { keepLaterManifest } from './release/archive.ts'
import { assertMove, type DisclosureRequest, type Move, moves } from './request.ts'
import { lockRequest } from './store.ts'

/** What a move does besides being allowed: its event, and the audit's detail (codes and days only). */
export type Done = { kind: string; on: Day; detail?: Record<string, unknown> }

/**
 * The shape of every staff move on a case: lock, permission, status, the work, one event, one audit entry; an archived case
 * gets a later list.
 * Throws: Refusal not_found, not_allowed, wrong_status, and what the work throws.
 */
export function moveRequest(
  platform: Platform,
  staff: Staff,
  id: number,
  move: Move,
  work: (tx: Tx, request: DisclosureRequest) => Promise<Done> | Done,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const request = await lockRequest(tx, id)
    assertMayMove(staff, move)
    assertMove(request, move)
    const { kind, on, detail = {} } = await withoutGap(() => work(tx, request))
    await platform.cache.forget(tx, ['requests'])
    await insertEvent(tx, { requestId: id, kind, on, detail, staffId: staff.id, at: platform.clock.now() })
    if (request.status === 'archived') await keepLaterManifest(platform, tx, id, staff.id)
    record(tx, {
      actor: actorOf(staff),
      action: `foi.${move}`,
      subject: { kind: 'foi_request', id },
      detail: { kind, on },
    })
  })
}

/** Throws: Refusal date_beyond_calendar for a day that no notice covers. */
async function withoutGap<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CalendarGap) throw refuse('date_beyond_calendar')
    throw error
  }
}

/** The article of the move, where it says itself who decides. Throws: Refusal not_allowed. */
function assertMayMove(staff: Staff, move: Move) {
  const { action, ownLaw }: { action: Duty; ownLaw?: string } = moves[move]
  assertCan(staff, action, ownLaw)
}
