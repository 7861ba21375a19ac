import type { Db, Tx } from '#platform/db'
import type { AnswerPart, Outcome, OutcomeDetail } from './contract.ts'

export type Answer = {
  id: number
  outcome: Outcome
  outcomeDetail: OutcomeDetail | null
  legalBasis: string
  body: string
  parts: AnswerPart[]
  contentHash: string
  draftedBy: number
  legalVerdict: 'agrees' | 'objects' | null
  legalOpinion: string
  approvedAt: Date | null
  returnedReason: string | null
}

export async function latestAnswer(db: Db | Tx, requestId: number): Promise<Answer | undefined> {
  const row = await db
    .selectFrom('foi_answers')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      outcome: row.outcome as Outcome,
      outcomeDetail: row.outcome_detail as OutcomeDetail | null,
      legalBasis: row.legal_basis,
      body: row.body,
      parts: row.parts as AnswerPart[],
      contentHash: row.content_hash,
      draftedBy: row.drafted_by,
      legalVerdict: row.legal_verdict as Answer['legalVerdict'],
      legalOpinion: row.legal_opinion,
      approvedAt: row.approved_at,
      returnedReason: row.returned_reason,
    }
  )
}
