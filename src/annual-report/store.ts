import type { Db, Tx } from '#platform/db'
import { sql } from '#platform/db'
import type { ReportStatus } from './contract.ts'

export type ReportState = {
  year: number
  status: ReportStatus
  contentHash: string
  submittedBy: number | null
  returnedReason: string
  articleId: number | null
  approvedAt: Date | null
}

/** What the agency wrote down of a year, by key. */
export async function readEntries(db: Db | Tx, year: number): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('report_entries')
    .select(['key', 'value'])
    .where('year', '=', year)
    .execute()
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

/** The same with who wrote it, when, and from what. */
export function listEntries(db: Db, year: number) {
  return db
    .selectFrom('report_entries')
    .innerJoin('staff', 'staff.id', 'report_entries.recorded_by')
    .select(['key', 'value', 'source', 'staff.name as recorded_by', 'recorded_at'])
    .where('year', '=', year)
    .execute()
}

export async function getReport(db: Db | Tx, year: number): Promise<ReportState> {
  const row = await db.selectFrom('annual_reports').selectAll().where('year', '=', year).executeTakeFirst()
  return {
    year,
    status: (row?.status ?? 'draft') as ReportStatus,
    contentHash: row?.content_hash ?? '',
    submittedBy: row?.submitted_by ?? null,
    returnedReason: row?.returned_reason ?? '',
    articleId: row?.article_id ?? null,
    approvedAt: row?.approved_at ?? null,
  }
}

/** The year's row, made when it is not there, held until the transaction ends. */
export async function lockReport(tx: Tx, year: number): Promise<ReportState> {
  await tx
    .insertInto('annual_reports')
    .values({ year, status: 'draft' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await sql`select 1 from annual_reports where year = ${year} for update`.execute(tx)
  return getReport(tx, year)
}
