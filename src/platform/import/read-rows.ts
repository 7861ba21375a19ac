import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { extname } from 'node:path'
import { createInterface } from 'node:readline'
import { type CsvError, parse } from 'csv-parse'

/** One row of an import file; `line` is where a person finds it. `problem` says why it cannot be read at all. */
export type ImportRow = { line: number; values: Record<string, unknown>; problem?: string }

/** The file is missing or of no known kind; the message says what to do. */
export class UnreadableImport extends Error {}

/** Rows of JSON Lines, CSV (UTF-8, header row) or XLSX (first sheet, header row), by the file name's ending. */
export async function* readRows(path: string): AsyncGenerator<ImportRow> {
  await access(path).catch(() => {
    throw new UnreadableImport(`cannot read ${path}`)
  })
  const kind = extname(path).toLowerCase()
  if (kind === '.jsonl' || kind === '.ndjson') yield* jsonLines(path)
  else if (kind === '.csv') yield* csvRows(path)
  else if (kind === '.xlsx') yield* sheetRows(path)
  else throw new UnreadableImport(`${path} is not .jsonl, .csv or .xlsx`)
}

async function* jsonLines(path: string): AsyncGenerator<ImportRow> {
  let line = 0
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line += 1
    if (text.trim()) yield jsonRow(line, text)
  }
}

function jsonRow(line: number, text: string): ImportRow {
  try {
    const values: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (values && typeof values === 'object' && !Array.isArray(values))
      return { line, values: values as Record<string, unknown> }
  } catch {
    // Reported with its line below; the good rows are kept.
  }
  return { line, values: {}, problem: 'not a JSON object' }
}

/** A quote inside a cell is text; one that is never closed swallows the rest of the file, which is said. */
async function* csvRows(path: string): AsyncGenerator<ImportRow> {
  const problems: ImportRow[] = []
  let line = 1
  const parser = createReadStream(path).pipe(
    parse({
      ...{ columns: true, bom: true, info: true, skip_empty_lines: true },
      ...{ relax_column_count: true, relax_quotes: true, skip_records_with_error: true },
    }),
  )
  parser.on('skip', (error: CsvError | undefined) => {
    const unclosed = error?.code === 'CSV_QUOTE_NOT_CLOSED'
    const problem = unclosed ? 'a quote is not closed; nothing from here on was read' : 'not readable as CSV'
    problems.push({ line: line + 1, values: {}, problem })
  })
  for await (const { record, info } of parser) {
    yield* problems.splice(0)
    line = info.lines
    yield { line, values: record }
  }
  yield* problems
}

async function* sheetRows(path: string): AsyncGenerator<ImportRow> {
  const { readSheet } = await import('read-excel-file/node')
  const [header = [], ...rows] = await readSheet(path)
  const names = header.map(String)
  for (const [index, row] of rows.entries())
    yield { line: index + 2, values: Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])) }
}
