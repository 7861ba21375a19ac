import type { Module } from '#platform'
import { api } from './api.ts'
import { importLettersCommand } from './import-letters.ts'
import { dailyJobs } from './jobs.ts'
import { openFromRequest } from './open-from-request.ts'
import { pages } from './pages.ts'

export { letterDesk } from './desk.ts'
export { letterDueDates } from './due-dates.ts'
export { acceptLetter } from './handle-letter.ts'
export { type ImportedLetter, keepLetters } from './import-letters.ts'
export type { LetterReceipt } from './insert-letter.ts'
export { senderKey } from './keys.ts'
export { lastYearOfLetters, latestReleased } from './latest-released.ts'
export { type LetterToOpen, openLetter } from './open-letter.ts'
export { letterOpenWork } from './open-work.ts'
export { draftReply } from './reply.ts'

export const letters = {
  name: 'letters',
  api,
  pages,
  jobs: [openFromRequest, ...dailyJobs],
  commands: [importLettersCommand],
} satisfies Module
