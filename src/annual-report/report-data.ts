import { type ReplyRow2014, replies2014 } from '#foi'
import type { Db, Tx } from '#platform/db'
import { readAgency } from '#site'
import { type Form, formOf } from './form.ts'
import { getReport, readEntries } from './store.ts'
import { yearFigures } from './year-figures.ts'
import { yearTables } from './year-tables.ts'

export type ReportData = {
  year: number
  form: Form
  agencyName: string
  simulated: boolean
  /** By indicator key; null: cannot be computed (nothing to compare with). */
  figures: Record<string, number | null>
  tables: Awaited<ReturnType<typeof yearTables>>
  replies2014: Record<ReplyRow2014, number>
  /** What the agency wrote down itself, by key of recorded-items.ts. */
  recorded: Readonly<Record<string, string>>
}

/** Everything a report says, counted now. */
export async function readReportData(
  db: Db | Tx,
  year: number,
  form: Form = formOf(year),
): Promise<ReportData> {
  const agency = await readAgency(db)
  return {
    year,
    form,
    agencyName: agency.siteName,
    simulated: agency.simulated,
    figures: await yearFigures(db, year),
    tables: await yearTables(db, year),
    replies2014: await replies2014(db, year),
    recorded: await readEntries(db, year),
  }
}

/** For readers: what the agency wrote down itself shows only once the report is approved. */
export async function readPublicReportData(db: Db, year: number): Promise<ReportData> {
  const data = await readReportData(db, year)
  return (await getReport(db, year)).status === 'approved' ? data : { ...data, recorded: {} }
}
