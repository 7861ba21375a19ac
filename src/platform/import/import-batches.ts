import { Refusal } from '../refusal.ts'
import { type ImportRow, readRows } from './read-rows.ts'

export type ImportReport = { imported: number; already: number; bad: { line: number; reason: string }[] }

type Checked<Value> = { line: number; value: Value }
/** What a batch came to: how many were new, and which rows (by their place in it) could not be kept, and why. */
export type Kept = { imported: number; bad: readonly { at: number; reason: string }[] }

/**
 * Reads a file in batches; a bad row is reported with its line and reason and the good ones are kept.
 * A batch that the rules or the database refuse is kept row by row, so that one row costs nobody else.
 * `check` returns the row's value or the reason against it; `keep` writes a batch in one transaction
 * and answers how many were new, and which it could not take. Importing the same file again imports nothing.
 */
export async function importBatches<Value>(
  path: string,
  steps: {
    check: (row: ImportRow) => { value: Value } | { reason: string }
    keep: (values: Value[]) => Promise<number | Kept>
  },
  batchRows = 1000,
): Promise<ImportReport> {
  const report: ImportReport = { imported: 0, already: 0, bad: [] }
  let batch: Checked<Value>[] = []
  const keep = async (rows: readonly Checked<Value>[]) => {
    const kept = await steps.keep(rows.map((row) => row.value))
    const { imported, bad } = typeof kept === 'number' ? { imported: kept, bad: [] } : kept
    report.imported += imported
    report.already += rows.length - imported - bad.length
    for (const { at, reason } of bad) report.bad.push({ line: rows[at]?.line ?? 0, reason })
  }
  const keepOne = (row: Checked<Value>) =>
    keep([row]).catch((error: unknown) => {
      report.bad.push({ line: row.line, reason: refusedBecause(error) })
    })
  const flush = async () => {
    if (batch.length)
      await keep(batch).catch(async (error: unknown) => {
        refusedBecause(error)
        for (const row of batch) await keepOne(row)
      })
    batch = []
    process.stderr.write(`\r${report.imported + report.already} rows`)
  }
  for await (const row of readRows(path)) {
    const checked = row.problem ? { reason: row.problem } : steps.check(row)
    if ('reason' in checked) report.bad.push({ line: row.line, reason: checked.reason })
    else batch.push({ line: row.line, value: checked.value })
    if (batch.length === batchRows) await flush()
  }
  await flush()
  report.bad.sort((one, other) => one.line - other.line)
  process.stderr.write('\n')
  return report
}

/** Class 22: data that no column takes; class 23: data that contradicts other rows. */
const badData = /^2[23]/

/** Why a row cannot be kept; what is no fault of the row is thrown on. */
function refusedBecause(error: unknown): string {
  if (error instanceof Refusal) return error.message
  const { code, message } = error as { code?: string; message: string }
  if (code && badData.test(code)) return message
  throw error
}

/** Writes the outcome as JSON to stdout; the exit status is 1 when a row was bad. */
export function printReport(report: ImportReport): number {
  process.stdout.write(`${JSON.stringify(report)}\n`)
  return report.bad.length ? 1 : 0
}
