import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import type { Tx } from '#platform/db'
import { type LeaderInput, portraitLimitBytes } from './contract.ts'
import { writeLeader, writePortrait } from './store.ts'

/** A new leader, or what is said of one. Answers the id. Throws: Refusal not_allowed, not_found. */
export function saveLeader(platform: Platform, staff: Staff, input: LeaderInput, id?: number) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'organisation.manage')
    const saved = await writeLeader(tx, input, platform.clock.now(), id)
    if (saved === undefined) throw refuse('not_found')
    note(tx, staff, 'organisation.save_leader', saved)
    const { touch, forget } = platform.cache
    // Who is no longer shown is not shown from memory either.
    await (input.shown ? touch : forget)(tx, ['organisation'])
    return { id: saved }
  })
}

/** Throws: Refusal not_allowed, not_found, file_*. */
export function savePortrait(
  platform: Platform,
  staff: Staff,
  id: number,
  upload: { name: string; bytes: Buffer },
) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'organisation.manage')
    const file = await platform.files.put(tx, upload, { accept: ['image'], limitBytes: portraitLimitBytes })
    if (!(await writePortrait(tx, id, file.id, platform.clock.now()))) throw refuse('not_found')
    note(tx, staff, 'organisation.save_portrait', id)
    await platform.cache.touch(tx, ['organisation'])
  })
}

function note(tx: Tx, staff: Staff, action: string, id: number) {
  record(tx, { actor: actorOf(staff), action, subject: { kind: 'leader', id } })
}
