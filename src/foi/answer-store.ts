import type { Day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import type { AnswerPart, Outcome, OutcomeDetail } from './contract.ts'

/** A file that goes out with an answer, by its number in the case and its content. */
export type ReleasedFile = { id: number; sha256: string }

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
  /** Null also once it was recalled: such an approval is void. */
  approvedAt: Date | null
  returnedReason: string | null
  released: ReleasedFile[]
  /** Null: the applicant has not got it. */
  deliveredOn: Day | null
}

const select = (db: Db | Tx, requestId: number) =>
  db.selectFrom('foi_answers').selectAll().where('request_id', '=', requestId)
type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

export async function latestAnswer(db: Db | Tx, requestId: number): Promise<Answer | undefined> {
  const row = await select(db, requestId).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row && fromRow(row)
}

/** What the applicant has got; more than one where the case was handled again. */
export async function deliveredAnswers(db: Db | Tx, requestId: number): Promise<Answer[]> {
  const rows = await select(db, requestId).where('delivered_on', 'is not', null).orderBy('id').execute()
  return rows.map(fromRow)
}

const fromRow = (row: Row): Answer => ({
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
  approvedAt: row.recalled_at ? null : row.approved_at,
  returnedReason: row.returned_reason,
  released: row.released as ReleasedFile[],
  deliveredOn: row.delivered_on,
})
