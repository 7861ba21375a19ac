import type { Module } from '#platform'
import { api } from './api.ts'
import { digestJob } from './digest/digest-job.ts'
import { forgetReadersJob } from './entries/count-solved.ts'
import { suspendStaleJob } from './entries/suspend-stale.ts'
import { tellExpiringJob } from './entries/tell-expiring.ts'
import { pages } from './pages.ts'
import { suggestCommand } from './suggest-command.ts'

export type { SuggestedAnswer } from './contract.ts'
export { knowledgeDesk } from './desk.ts'
export { makeWeeklyDigest } from './digest/digest-job.ts'
export { countSolved as solveQuestion } from './entries/count-solved.ts'
export { endEntry, reviewEntry } from './entries/decide-entry.ts'
export { knowledgeOpenWork } from './entries/open-work.ts'
export { findPublic, listPublic } from './entries/public-entries.ts'
export { writeEntry } from './entries/write-entry.ts'
export { type Corpus, loadIndex } from './load-index.ts'
export { topicPath } from './pages/list-page.ts'
export { type AnswerIndex, buildIndex, type Document } from './ranking/answer-index.ts'
export { rank, type Suggestion } from './ranking/rank.ts'
export { suggestAnswers } from './suggest-answers.ts'

export const knowledge = {
  name: 'knowledge',
  api,
  pages,
  jobs: [suspendStaleJob, tellExpiringJob, forgetReadersJob, digestJob],
  commands: [suggestCommand],
} satisfies Module
