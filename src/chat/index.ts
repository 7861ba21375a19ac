import type { Module } from '#platform'
import { api } from './api.ts'
import { closeIdleJob } from './close-idle.ts'
import { pages } from './pages.ts'
import { talkRetentionCommand } from './retention-command.ts'

export { answerTalk, claimTalk, closeTalk } from './agent.ts'
export { rate as rateTalk, say as sayInTalk } from './citizen.ts'
export { closeIdle } from './close-idle.ts'
export { chatDesk } from './desk.ts'
export { talkOutcomeLabels } from './labels.ts'
export { insertTalk } from './open-talk.ts'
export { eraseTalks } from './retention-command.ts'

export const chat = {
  name: 'chat',
  pages,
  api,
  jobs: [closeIdleJob],
  commands: [talkRetentionCommand],
} satisfies Module
