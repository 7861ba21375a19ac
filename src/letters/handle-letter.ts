import { workingCalendar } from '#calendar'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { deadline } from './deadline.ts'
import { endFollowUp, listFollowUps, openFollowUp, openOne } from './follow-ups.ts'
import { handledAlone } from './handled-alone.ts'
import { isOpen } from './letter.ts'
import { moveLetter } from './move-letter.ts'
import { refuse } from './refusals.ts'
import { getMailboxByKey, saveLetter } from './store.ts'
import { answerWithinOfTopic } from './topics/edit-topics.ts'

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

/** 督办: what is wanted is on the record until somebody ends it. */
export function superviseLetter(platform: Platform, staff: Staff, id: number, note: string) {
  return moveLetter(platform, staff, id, 'supervise', async (tx, letter) => {
    await saveLetter(tx, letter, { supervised: true })
    return { kind: 'supervised', detail: { note } }
  })
}

/** Throws: Refusal not_supervised. */
export function endSupervision(platform: Platform, staff: Staff, id: number) {
  return moveLetter(platform, staff, id, 'end_supervision', async (tx, letter) => {
    if (!letter.supervised) throw refuse('not_supervised')
    await saveLetter(tx, letter, { supervised: false })
    return { kind: 'supervision_ended' }
  })
}

/** What came of a bad rating or a reopening, for those who supervise. Throws: Refusal follow_up_missing. */
export function answerFollowUp(platform: Platform, staff: Staff, id: number, outcome: string) {
  return moveLetter(platform, staff, id, 'answer_follow_up', async (tx) => {
    if (!(await endFollowUp(tx, platform, id, { staffId: staff.id, outcome })))
      throw refuse('follow_up_missing')
    return { kind: 'follow_up_answered' }
  })
}

/** The final closing, a day of its own beside the first reply's. Throws: Refusal follow_up_open. */
export function closeLetter(platform: Platform, staff: Staff, id: number) {
  return moveLetter(platform, staff, id, 'close', async (tx, letter) => {
    if (openOne(await listFollowUps(tx, id))) throw refuse('follow_up_open')
    await saveLetter(tx, letter, { status: 'closed', closed_on: platform.clock.today() })
    return { kind: 'closed' }
  })
}

/** Handled anew, on a clock of its own; the first reply keeps its day. Throws: Refusal return_needs_reason. */
export function reopenLetter(platform: Platform, staff: Staff, id: number, reason: string) {
  return moveLetter(platform, staff, id, 'reopen', async (tx, letter) => {
    if (!reason) throw refuse('return_needs_reason', { reason: '请写明重新办理的原因。' })
    if (letter.repliedOn && !letter.duplicateOfId) {
      await openFollowUp(tx, platform, letter, 'reopened')
      const handled = { status: 'handling', refusal_ground: null, authority: '' }
      await saveLetter(tx, letter, { ...handled, closed_on: null, released: false })
    } else await saveLetter(tx, letter, await handledAlone(tx, platform, letter))
    return { kind: 'reopened', detail: { reason } }
  })
}

/** A deadline may hang on the topic; it counts from the day of receipt, or of a reopening before anybody answered. Throws: Refusal topic_unknown. */
export function classifyLetter(platform: Platform, staff: Staff, id: number, topicId: number | null) {
  return moveLetter(platform, staff, id, 'classify', async (tx, letter) => {
    const own = topicId === null ? null : await answerWithinOfTopic(tx, topicId)
    const within = own ?? (await getMailboxByKey(tx, letter.mailbox)).answer_within
    const runs = isOpen(letter.status) && letter.repliedOn === null
    const due_on = runs
      ? deadline(await workingCalendar(tx), letter.answerFrom ?? letter.receivedOn, within)
      : letter.dueOn
    await saveLetter(tx, letter, { topic_id: topicId, due_on })
    return { kind: 'classified', detail: { topicId } }
  })
}
