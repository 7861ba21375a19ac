import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { ExportTable } from './export-table.ts'

/** Rows as CSV while they are read, with a byte order mark, which office programs need. */
export function asCsv({ columns, rows }: ExportTable): Readable {
  async function* guardedRows() {
    for await (const row of rows) yield row.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell))
  }
  return Readable.from(guardedRows()).pipe(stringify({ bom: true, header: true, columns: [...columns] }))
}

/** A cell that starts like a formula would be run by a spreadsheet. */
const guarded = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
