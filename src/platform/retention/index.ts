export { retentionEndsBefore } from './ends-before.ts'
export { retentionCommand } from './retention-command.ts'
