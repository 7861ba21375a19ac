import type { Module } from '#platform'
import { api } from './api.ts'
import { importCallsCommand } from './import-calls.ts'

export { callKinds } from './contract.ts'
export { hotlineDesk } from './desk.ts'
export { type ImportedCall, keepCalls } from './import-calls.ts'
export { callKindLabels, callOutcomeLabels } from './labels.ts'

export const hotline = { name: 'hotline', api, commands: [importCallsCommand] } satisfies Module
