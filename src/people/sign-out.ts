import { record } from '#audit'
import type { Platform } from '#platform'
import { actorOf, type Staff } from './contract.ts'
import { endSession } from './store.ts'

/** Ends this session; those on other devices go on (`endOtherSessions` ends them). */
export function signOut(platform: Platform, staff: Staff, token: string): Promise<void> {
  return platform.inTransaction(async (tx) => {
    await endSession(tx, token, platform.clock.now())
    const subject = { kind: 'staff', id: staff.id }
    record(tx, { actor: actorOf(staff), action: 'people.sign_out', subject })
  })
}
