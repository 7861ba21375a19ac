import { type ImportRow, readRows } from './read-rows.ts'

export type ImportReport = { imported: number; already: number; bad: { line: number; reason: string }[] }

/**
 * Reads a file in batches; a bad row is reported with its line and reason and the good ones are kept.
 * `check` returns the row's value or the reason against it; `keep` writes a batch in one transaction
 * and answers how many were new. Importing the same file again imports nothing.
 */
export async function importBatches<Value>(
  path: string,
  steps: {
    check: (row: ImportRow) => { value: Value } | { reason: string }
    keep: (values: Value[]) => Promise<number>
  },
  batchRows = 1000,
): Promise<ImportReport> {
  const report: ImportReport = { imported: 0, already: 0, bad: [] }
  let batch: Value[] = []
  const flush = async () => {
    const kept = batch.length ? await steps.keep(batch) : 0
    report.imported += kept
    report.already += batch.length - kept
    batch = []
    process.stderr.write(`\r${report.imported + report.already} rows`)
  }
  for await (const row of readRows(path)) {
    const checked = row.problem ? { reason: row.problem } : steps.check(row)
    if ('reason' in checked) report.bad.push({ line: row.line, reason: checked.reason })
    else batch.push(checked.value)
    if (batch.length === batchRows) await flush()
  }
  await flush()
  process.stderr.write('\n')
  return report
}

/** Writes the outcome as JSON to stdout; the exit status is 1 when a row was bad. */
export function printReport(report: ImportReport): number {
  process.stdout.write(`${JSON.stringify(report)}\n`)
  return report.bad.length ? 1 : 0
}
