import { assertCan, can, type Staff } from '#people'
import type { Platform } from '#platform'
import { presentReport } from './approve-report.ts'
import type { ReportView } from './contract.ts'
import { asDocx } from './documents/as-docx.ts'
import { formOf } from './form.ts'
import { itemsOf } from './recorded-items.ts'
import { getReport, listEntries } from './store.ts'

/** A year's report as it reads now, what is still to be filled in, and what the checks say. Throws: Refusal not_allowed. */
export async function readReport({ db }: Platform, staff: Staff, year: number): Promise<ReportView> {
  assertCan(staff, 'annual_report.read')
  const [report, entries] = [await getReport(db, year), await listEntries(db, year)]
  const { document, findings, hash } = await presentReport(db, year)
  const written = new Map(entries.map((entry) => [entry.key, entry]))
  const items = itemsOf(formOf(year)).map(({ key, label, kind, unit, part }) => {
    const entry = written.get(key)
    const known = { value: entry?.value ?? null, source: entry?.source ?? '' }
    const by = {
      recordedBy: entry?.recorded_by ?? null,
      recordedAt: entry?.recorded_at.toISOString() ?? null,
    }
    return { key, label, kind, unit, part, ...known, ...by }
  })
  const { status, returnedReason, articleId } = report
  const approver = can(staff, 'annual_report.approve')
  return {
    year,
    form: formOf(year),
    status,
    returnedReason,
    articleId,
    contentHash: hash,
    items,
    findings,
    document,
    abilities: {
      write: status === 'draft' && can(staff, 'annual_report.write'),
      submit: status === 'draft' && can(staff, 'annual_report.write'),
      decide: approver && status === 'in_approval' && report.submittedBy !== staff.id,
      makeArticle: status === 'approved' && articleId === null && can(staff, 'publishing.write'),
    },
  }
}

/** The same as a Word file, with what is not approved yet. Throws: Refusal not_allowed. */
export async function reportWord({ db }: Platform, staff: Staff, year: number): Promise<Buffer> {
  assertCan(staff, 'annual_report.read')
  return asDocx((await presentReport(db, year)).document)
}
