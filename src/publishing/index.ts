import type { Module } from '#platform'
import { api } from './api.ts'
import { downloadRoute } from './file-routes.ts'
import { importArticlesCommand } from './import-articles.ts'
import { fireDueJob } from './jobs.ts'
import { checkLinksJob } from './links/check-links.ts'
import { publishedFingerprints } from './published-fingerprints.ts'

export { articleContent } from './contract.ts'
export { countsAsDisclosure } from './disclosure.ts'
export { fireDue } from './fire-due.ts'
export { documentKindLabels, effectivenessLabels } from './labels.ts'
export { preCheck } from './pre-check.ts'
export { findPreview, findPreviewFile } from './preview.ts'
export { proposeArticle } from './propose-article.ts'
export { publishMany, type ReadyItem } from './publish-many.ts'
export { readyText } from './ready-text.ts'
export { sendFile } from './send-file.ts'

export const publishing = {
  name: 'publishing',
  pages: downloadRoute,
  api,
  jobs: [fireDueJob, checkLinksJob],
  commands: [importArticlesCommand],
  verifications: [publishedFingerprints],
} satisfies Module
