import type { Module } from '#platform'
import { api } from './api.ts'
import { importCallsCommand } from './import-calls.ts'
import { callRetentionCommand } from './retention-command.ts'

export { type CallKind, callInput, callKinds } from './contract.ts'
export { hotlineDesk } from './desk.ts'
export { callKindLabels, callOutcomeLabels } from './labels.ts'
export { logCall } from './log-call.ts'
export { settleTransfer } from './transfers/settle-transfer.ts'

export const hotline = {
  name: 'hotline',
  api,
  commands: [importCallsCommand, callRetentionCommand],
} satisfies Module
