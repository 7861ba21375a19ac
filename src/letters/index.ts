import type { Module } from '#platform'
import { api } from './api.ts'
import { importLettersCommand } from './import-letters.ts'
import { dailyJobs } from './jobs.ts'
import { openFromRequest } from './open-from-request.ts'
import { pages } from './pages.ts'
import { letterRetentionCommand } from './retention/retention-command.ts'

export { type AnsweredBefore, answeredBefore } from './answered-before.ts'
export { deadline } from './deadline.ts'
export { letterDesk } from './desk.ts'
export { claimLetter, dispatchLetter, giveOpinion, returnDispatch } from './dispatch-letter.ts'
export { letterDueDates } from './due-dates.ts'
export {
  acceptLetter,
  answerFollowUp,
  classifyLetter,
  closeLetter,
  endSupervision,
  superviseLetter,
} from './handle-letter.ts'
export { type ImportedLetter, keepLetters } from './import-letters.ts'
export { insertLetter, type LetterReceipt } from './insert-letter.ts'
export { limitKey, senderKey } from './keys.ts'
export {
  countReleased,
  lastYearOfLetters,
  latestReleased,
  listReleasedNumbers,
} from './latest-released.ts'
export { type Contact, contactsOf } from './list-contacts.ts'
export { mergeLetter } from './merge-letter.ts'
export { type LetterToOpen, openLetter } from './open-letter.ts'
export { letterOpenWork } from './open-work.ts'
export { hashOfSeen } from './public-version.ts'
export { refuseLetter } from './refuse-letter.ts'
export { latestReply } from './replies.ts'
export { decideReply, draftReply } from './reply.ts'
export { readLetterRetention, readLetterRetentionOrNone } from './retention/period.ts'
export { objectToReply, rateLetter } from './sender.ts'
export { getLetter, listMailboxes } from './store.ts'
export { submitLetter } from './submit-letter.ts'
export { type TopicName, topicNames } from './topics/topic-names.ts'

export const letters = {
  name: 'letters',
  api,
  pages,
  jobs: [openFromRequest, ...dailyJobs],
  commands: [importLettersCommand, letterRetentionCommand],
} satisfies Module
