import type { Module } from '#platform'
import { api } from './api.ts'
import { digestJob } from './digest/digest-job.ts'
import { suspendStaleJob } from './entries/suspend-stale.ts'
import { pages } from './pages.ts'
import { suggestCommand } from './suggest-command.ts'

export { knowledgeDesk } from './desk.ts'
export { reviewEntry } from './entries/decide-entry.ts'
export { findPublic } from './entries/store.ts'
export { writeEntry } from './entries/write-entry.ts'
export { type Corpus, loadIndex } from './load-index.ts'
export { type AnswerIndex, buildIndex, type Document } from './ranking/answer-index.ts'
export { rank, type Suggestion } from './ranking/rank.ts'
export { type SuggestedAnswer, suggestAnswers } from './suggest-answers.ts'

export const knowledge = {
  name: 'knowledge',
  api,
  pages,
  jobs: [suspendStaleJob, digestJob],
  commands: [suggestCommand],
} satisfies Module
