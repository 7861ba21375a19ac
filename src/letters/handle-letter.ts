import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { RefusalGround } from './contract.ts'
import { moveLetter } from './move-letter.ts'
import { refuse } from './refusals.ts'
import { saveLetter } from './store.ts'

/** Taken up; the day is public. Source: rules.md 5.1. */
export function acceptLetter(platform: Platform, staff: Staff, id: number) {
  return moveLetter(platform, staff, id, 'accept', async (tx, letter) => {
    await saveLetter(tx, letter, {
      status: 'handling',
      accepted_on: platform.clock.today(),
      handler_id: staff.id,
    })
    return { kind: 'accepted' }
  })
}

/** Not taken up, on a stated ground that the sender reads. */
export function refuseLetter(
  platform: Platform,
  staff: Staff,
  id: number,
  { ground, note }: { ground: RefusalGround; note: string },
) {
  return moveLetter(platform, staff, id, 'refuse', async (tx, letter) => {
    await saveLetter(tx, letter, { status: 'refused', refusal_ground: ground })
    return { kind: 'refused', detail: { ground, note } }
  })
}

export function dispatchLetter(
  platform: Platform,
  staff: Staff,
  id: number,
  to: { departmentId: number; note: string },
) {
  return moveLetter(platform, staff, id, 'dispatch', async (tx, letter) => {
    await saveLetter(tx, letter, { department_id: to.departmentId })
    return { kind: 'dispatched', detail: to }
  })
}

export function superviseLetter(platform: Platform, staff: Staff, id: number) {
  return moveLetter(platform, staff, id, 'supervise', async (tx, letter) => {
    await saveLetter(tx, letter, { supervised: true })
    return { kind: 'supervised' }
  })
}

/** Throws: Refusal return_needs_reason. */
export function reopenLetter(platform: Platform, staff: Staff, id: number, reason: string) {
  return moveLetter(platform, staff, id, 'reopen', async (tx, letter) => {
    if (!reason) throw refuse('return_needs_reason')
    await saveLetter(tx, letter, {
      status: 'handling',
      replied_on: null,
      replied_at: null,
      refusal_ground: null,
      released: false,
    })
    return { kind: 'reopened', detail: { reason } }
  })
}

/** Edits what the public would see; a released letter must be released again. */
export function changePublicVersion(
  platform: Platform,
  staff: Staff,
  id: number,
  text: { subject: string; body: string; reply: string },
) {
  return moveLetter(platform, staff, id, 'change_public_version', async (tx, letter) => {
    const { subject: subject_public, body: body_public, reply } = text
    const reply_public = letter.repliedOn ? reply : letter.replyPublic
    await saveLetter(tx, letter, { subject_public, body_public, reply_public, released: false })
    return { kind: 'public_version_changed' }
  })
}

/** Shows the public version, or hides it again. Law: PIPL art. 25. Throws: Refusal no_consent. */
export function releaseLetter(platform: Platform, staff: Staff, id: number, shown: boolean) {
  return moveLetter(platform, staff, id, 'release', async (tx, letter) => {
    if (shown && !letter.consents) throw refuse('no_consent')
    await saveLetter(tx, letter, { released: shown })
    return { kind: shown ? 'released' : 'hidden' }
  })
}
