import type { Module } from '#platform'
import { suggestCommand } from './suggest-command.ts'

export { type Corpus, loadIndex } from './load-index.ts'
export { type AnswerIndex, buildIndex, type Document } from './ranking/answer-index.ts'
export { rank, type Suggestion } from './ranking/rank.ts'
export { type SuggestedAnswer, suggestAnswers } from './suggest-answers.ts'

export const knowledge = { name: 'knowledge', commands: [suggestCommand] } satisfies Module
