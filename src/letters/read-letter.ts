import { record } from '#audit'
import { actorOf, assertCan, can, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import { listEvents } from './events.ts'
import { type Letter, type Move, mayMove, moves } from './letter.ts'
import { latestReply } from './reply.ts'
import { type Original, unsealOriginal, unsealReply } from './sealed.ts'
import { getLetter } from './store.ts'

export type Abilities = Record<Move, boolean> & { readOriginal: boolean }

export function abilitiesOf(staff: Staff, letter: Pick<Letter, 'status'>, draftedBy?: number): Abilities {
  const each = Object.keys(moves).map((move) => {
    const allowed = can(staff, moves[move as Move].action) && mayMove(letter.status, move as Move)
    return [move, allowed && !(move === 'decide_reply' && draftedBy === staff.id)]
  })
  return { ...Object.fromEntries(each), readOriginal: can(staff, 'letters.handle') } as Abilities
}

/** One letter for the console. Throws: Refusal not_found, not_allowed. */
export async function readLetter(platform: Platform, staff: Staff, id: number) {
  assertCan(staff, 'letters.read')
  const [letter, events, draft] = await Promise.all([
    getLetter(platform.db, id),
    listEvents(platform.db, id),
    latestReply(platform.db, id),
  ])
  const reply = draft && {
    body: unsealReply(platform, draft.body_sealed),
    bodyPublic: draft.body_public,
    contentHash: draft.content_hash,
    returnedReason: draft.returned_reason,
  }
  return { letter, events, reply: reply ?? null, abilities: abilitiesOf(staff, letter, draft?.drafted_by) }
}

/** Opens the seal; the read is on the audit record. Throws: Refusal not_allowed, not_found. */
export function readOriginal(platform: Platform, staff: Staff, id: number): Promise<Original> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'letters.handle')
    const row = await tx
      .selectFrom('letters')
      .select('original_sealed')
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw refuse('not_found')
    record(tx, { actor: actorOf(staff), action: 'letters.read_original', subject: { kind: 'letter', id } })
    return unsealOriginal(platform, row.original_sealed)
  })
}
