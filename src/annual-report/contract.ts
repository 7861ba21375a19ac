import { z } from 'zod'
import type { ReportDocument } from './documents/document.ts'

export const reportYear = z.coerce.number().int().min(2008).max(2100)
export const entryInput = z.object({
  value: z.string().trim().max(20_000),
  source: z.string().trim().max(500).default(''),
})
export type EntryInput = z.infer<typeof entryInput>
export const reportDecision = z.object({
  decision: z.enum(['approved', 'returned']),
  contentHash: z.string().length(64),
  reason: z.string().trim().max(1000).default(''),
})
export type ReportDecision = z.infer<typeof reportDecision>
export const articlePlace = z.object({ sectionId: z.number().int().positive() })

export const reportStatuses = ['draft', 'in_approval', 'approved'] as const
export type ReportStatus = (typeof reportStatuses)[number]
/** An error keeps the report from approval; a warning is for a person to judge. */
export type ReportFinding = { code: string; level: 'error' | 'warning'; text: string }
export type ReportItemView = {
  key: string
  label: string
  kind: 'count' | 'amount' | 'change' | 'text'
  unit: string
  part: string
  value: string | null
  source: string
  recordedBy: string | null
  recordedAt: string | null
}
export type ReportView = {
  year: number
  form: string
  status: ReportStatus
  returnedReason: string
  contentHash: string
  articleId: number | null
  items: ReportItemView[]
  findings: ReportFinding[]
  document: ReportDocument
  abilities: { write: boolean; submit: boolean; decide: boolean; makeArticle: boolean }
}
