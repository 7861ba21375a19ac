import type { Module } from '#platform'
import { raiseAlertsJob } from './alerts/raise-alerts.ts'
import { api } from './api.ts'
import { judgeClosingsJob } from './closed-in-time.ts'
import { forgetDraftsJob } from './draft-proof.ts'
import { dueCommand } from './due-command.ts'
import { importRequestsCommand } from './import-requests.ts'
import { mailAnswerJob } from './mail-answer.ts'
import { pages } from './pages.ts'
import { requestRetentionCommand } from './privacy/retention-command.ts'
import { archiveVerification } from './release/archive.ts'
import { findTableFault } from './table-checks.ts'

export { choosePublicLog } from './choose-public-log.ts'
export { type ClockEvent, clockEvent } from './clock/event.ts'
export { type DueDate, explainDueDate } from './clock/explain.ts'
export { type RulePack, rulePackFor, rulePacks } from './clock/rule-pack.ts'
export { applicantKinds, channels, type Outcome, outcomes } from './contract.ts'
export { foiDesk } from './desk.ts'
export { foiDueDates } from './due-dates.ts'
export { kindsOfReply, type ReplyRow2014, replies2014, replyRows2014 } from './form-2014.ts'
export { type ImportedRequest, keepRequests } from './import-requests.ts'
export {
  applicantKindLabels,
  channelLabels,
  outcomeLabels,
  remedyKindLabels,
  replyRowLabels,
} from './labels.ts'
export { foiOpenWork } from './open-work.ts'
export { readForRerouting } from './read-for-rerouting.ts'
export { registerRequest } from './register-request.ts'
export { keepFile } from './release/keep-file.ts'
export { remediesGuide, reviewFirstFrom } from './remedies-text.ts'
export { type RemedyTable, remedyCells, remedyGroups, remedyTable } from './remedy-table.ts'
export { type RequestTable, requestRows, requestTable } from './request-table.ts'
export { remedyTableFaults, requestTableFaults } from './table-checks.ts'

export const foi = {
  name: 'foi',
  api,
  pages,
  jobs: [raiseAlertsJob, forgetDraftsJob, judgeClosingsJob, mailAnswerJob],
  commands: [dueCommand, importRequestsCommand, requestRetentionCommand],
  verifications: [{ name: 'table three of each year', run: findTableFault }, archiveVerification],
} satisfies Module
