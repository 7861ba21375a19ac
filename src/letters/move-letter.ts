import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { insertEvent } from './events.ts'
import { assertMove, type Letter, type Move, moves } from './letter.ts'
import { lockLetter } from './store.ts'

export type Done = { kind: string; detail?: Record<string, unknown> }

/** The shape of every staff move on a letter: lock, permission, state, the work, one event, one audit entry. Throws: Refusal not_found, not_allowed, wrong_status. */
export function moveLetter(
  platform: Platform,
  staff: Staff,
  id: number,
  move: Move,
  work: (tx: Tx, letter: Letter) => Promise<Done>,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const letter = await lockLetter(tx, id)
    assertCan(staff, moves[move].action)
    assertMove(letter, move)
    const { kind, detail = {} } = await work(tx, letter)
    const [on, at] = [platform.clock.today(), platform.clock.now()]
    await platform.cache.forget(tx, ['letters', `letter:${id}`])
    await insertEvent(tx, { letterId: id, kind, on, detail, staffId: staff.id, at })
    record(tx, {
      actor: actorOf(staff),
      action: `letters.${move}`,
      subject: { kind: 'letter', id },
      detail: { kind },
    })
  })
}
