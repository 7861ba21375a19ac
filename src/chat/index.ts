import type { Module } from '#platform'
import { api } from './api.ts'
import { closeIdleJob } from './close-idle.ts'
import { pages } from './pages.ts'

export { chatDesk } from './desk.ts'
export { talkOutcomeLabels } from './labels.ts'

export const chat = { name: 'chat', pages, api, jobs: [closeIdleJob] } satisfies Module
