import { workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { deadline } from './deadline.ts'
import type { Letter } from './letter.ts'
import { getMailboxByKey } from './store.ts'

/** Of a letter that was refused or merged: handled now, answered from today on; another letter's reply is not its own. */
export async function handledAlone(tx: Tx, platform: Platform, letter: Letter) {
  const today = platform.clock.today()
  const { answer_within } = await getMailboxByKey(tx, letter.mailbox)
  const unanswered = {
    replied_on: null,
    replied_at: null,
    last_replied_on: null,
    reply_sealed: null,
    reply_public: '',
  }
  return {
    status: 'handling',
    refusal_ground: null,
    authority: '',
    duplicate_of_id: null,
    accepted_on: letter.acceptedOn ?? today,
    due_on: deadline(await workingCalendar(tx), today, answer_within),
    ...(letter.duplicateOfId ? unanswered : {}),
  }
}
