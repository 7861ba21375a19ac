import { createHash } from 'node:crypto'
import { record } from '#audit'
import { requestTable } from '#foi'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import { figureOf, getIndicator, yearPeriod } from '#statistics'
import type { ReportDecision, ReportFinding } from './contract.ts'
import { composeReport } from './documents/compose.ts'
import type { ReportDocument } from './documents/document.ts'
import { refuse } from './refusals.ts'
import { reportFindings } from './report-checks.ts'
import { readReportData } from './report-data.ts'
import { lockReport, readEntries } from './store.ts'

/** The report as it reads now, what the checks say, and the hash that an approval binds to. */
export async function presentReport(
  db: Db | Tx,
  year: number,
): Promise<{ document: ReportDocument; findings: ReportFinding[]; hash: string }> {
  const data = await readReportData(db, year)
  const before = {
    requests: await requestTable(db, year - 1),
    recorded: await readEntries(db, year - 1),
    normativeInForce: await figureOf(db, getIndicator('policy.normative_in_force'), yearPeriod(year - 1)),
  }
  const document = composeReport(data)
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('hex')
  return { document, findings: reportFindings(data, before), hash }
}

/** Hands the report to another person. Throws: Refusal not_allowed, report_in_approval, report_faulty. */
export function submitReport(platform: Platform, staff: Staff, year: number): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const report = await lockReport(tx, year)
    assertCan(staff, 'annual_report.write')
    if (report.status !== 'draft') throw refuse('report_in_approval')
    const { findings, hash } = await presentReport(tx, year)
    const errors = findings.filter(({ level }) => level === 'error')
    if (errors.length)
      throw refuse(
        'report_faulty',
        Object.fromEntries(errors.map(({ code, text }, at) => [`${code}.${at}`, text])),
      )
    await tx
      .updateTable('annual_reports')
      .set({
        status: 'in_approval',
        content_hash: hash,
        submitted_by: staff.id,
        submitted_at: platform.clock.now(),
        returned_reason: '',
      })
      .where('year', '=', year)
      .execute()
    note(tx, staff, 'annual-report.submit', year, { hash })
  })
}

/**
 * A second person approves what they read, or gives it back.
 * Throws: Refusal not_allowed, report_not_submitted, own_report, reason_missing, report_changed.
 */
export function decideReport(
  platform: Platform,
  staff: Staff,
  year: number,
  { decision, contentHash, reason }: ReportDecision,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const report = await lockReport(tx, year)
    assertCan(staff, 'annual_report.approve')
    const returning = decision === 'returned'
    if (
      report.status !== 'in_approval' &&
      !(returning && report.status === 'approved' && report.articleId === null)
    )
      throw refuse('report_not_submitted')
    if (returning && !reason) throw refuse('reason_missing', { reason: '请填写退回原因。' })
    if (!returning) {
      if (report.submittedBy === staff.id) throw refuse('own_report')
      const { hash } = await presentReport(tx, year)
      if (hash !== report.contentHash || hash !== contentHash) throw refuse('report_changed')
    }
    const changes = returning
      ? { status: 'draft', approved_by: null, approved_at: null, returned_reason: reason }
      : { status: 'approved', approved_by: staff.id, approved_at: platform.clock.now() }
    await tx.updateTable('annual_reports').set(changes).where('year', '=', year).execute()
    note(tx, staff, 'annual-report.decide', year, { decision, hash: report.contentHash })
  })
}

function note(tx: Tx, staff: Staff, action: string, year: number, detail: Record<string, unknown>) {
  record(tx, { actor: actorOf(staff), action, subject: { kind: 'annual_report', id: year }, detail })
}
