import { workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { deadline } from './deadline.ts'
import type { Letter } from './letter.ts'
import { getMailboxByKey } from './store.ts'
import { listTopics } from './topics/store.ts'
import { answerWithinOf, byId } from './topics/topic-tree.ts'

/** Of a letter that was refused or merged: handled now, answered from today on within the days of its topic or mailbox; another letter's reply is not its own. */
export async function handledAlone(tx: Tx, platform: Platform, letter: Letter) {
  const today = platform.clock.today()
  const own = letter.topicId === null ? null : answerWithinOf(byId(await listTopics(tx)), letter.topicId)
  const within = own ?? (await getMailboxByKey(tx, letter.mailbox)).answer_within
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
    answer_from: today,
    due_on: deadline(await workingCalendar(tx), today, within),
    ...(letter.duplicateOfId ? unanswered : {}),
  }
}
