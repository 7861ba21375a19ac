import type { Module } from '#platform'
import { api } from './api.ts'
import { downloadRoute } from './file-routes.ts'
import { importArticlesCommand } from './import-articles.ts'
import { fireDueJob } from './jobs.ts'
import { checkLinksJob } from './links/check-links.ts'
import { publishedFingerprints } from './published-fingerprints.ts'

export { type ArticleContent, articleContent, type WithdrawalInput } from './contract.ts'
export { createArticle } from './create-article.ts'
export { decideStep } from './decide.ts'
export { publishingDesk } from './desk.ts'
export { countsAsDisclosure } from './disclosure.ts'
export { confirmEmergency, publishInEmergency } from './emergency.ts'
export { findLike, type PublishedHit } from './find-like.ts'
export { fireDue } from './fire-due.ts'
export { documentKindLabels, effectivenessLabels, interpretationFormLabels } from './labels.ts'
export { linkInterpretation } from './link-interpretation.ts'
export { publishingOpenWork } from './open-work.ts'
export { preCheck } from './pre-check.ts'
export { findPreview, findPreviewFile } from './preview.ts'
export { proposeArticle } from './propose-article.ts'
export { publishArticle } from './publish.ts'
export { type Kept, publishMany, type ReadyItem } from './publish-many.ts'
export { readyText } from './ready-text.ts'
export type { ReviewRecord } from './review-record.ts'
export type { RevisionContent } from './revision.ts'
export { saveDraft } from './save-draft.ts'
export { schedulePublishing } from './schedule.ts'
export { sendFile } from './send-file.ts'
export { submitArticle } from './submit.ts'
export { uploadFile } from './upload-file.ts'
export { withdrawArticle } from './withdraw.ts'

export const publishing = {
  name: 'publishing',
  pages: downloadRoute,
  api,
  jobs: [fireDueJob, checkLinksJob],
  commands: [importArticlesCommand],
  verifications: [publishedFingerprints],
} satisfies Module
