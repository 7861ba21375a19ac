import { createHash } from 'node:crypto'
import type { ArticleContent } from './contract.ts'

/** Content as stored: cleaned HTML, its text, and the attachments as the file store knows them. */
export type RevisionContent = Omit<ArticleContent, 'attachments'> & {
  bodyText: string
  attachments: readonly RevisionAttachment[]
}
export type RevisionAttachment = {
  fileId: number
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string
  role: 'attachment' | 'inline' | 'cover'
  alt: string
  extractedText: string
  /** False: a part of the file's text was not read, or nobody knows. */
  readWhole: boolean
}
export type Revision = RevisionContent & {
  id: number
  articleId: number
  number: number
  contentHash: string
  createdBy: number | null
}

const derived = new Set(['bodyText', 'id', 'articleId', 'number', 'contentHash', 'createdBy'])
/** Fields that came later count only when they say something, so that older hashes stay true. */
const later = new Set(['successorId'])

/** SHA-256 over every field a reader could see. An approval binds to it: an edit voids the approval. */
export function contentHashOf(content: RevisionContent): string {
  const { attachments, ...fields } = content
  const seen = Object.entries(fields).filter(
    ([key, value]) => !derived.has(key) && !(later.has(key) && value === null),
  )
  const files = attachments.map((a) => [a.sha256, a.name, a.role, a.alt])
  return createHash('sha256')
    .update(JSON.stringify([seen.sort(([a], [b]) => (a < b ? -1 : 1)), files]))
    .digest('hex')
}
