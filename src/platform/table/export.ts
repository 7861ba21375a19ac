import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { FastifyReply } from 'fastify'
import type { ExportFormat } from './contract.ts'

export type ExportColumn<Row> = { title: string; value: (row: Row) => string | number | null }

/** A workbook is made in memory. Beyond this many rows it ends with a line that says so; CSV has no end. */
const sheetRows = 50_000

/**
 * Answers with a file: CSV flows row by row with a byte order mark, which office programs need; XLSX is one sheet.
 * In CSV a text that starts like a formula gets an apostrophe, so that no spreadsheet runs it; in XLSX a text is a text.
 */
export async function sendExport<Row>(
  reply: FastifyReply,
  table: {
    name: string
    format: ExportFormat
    columns: readonly ExportColumn<Row>[]
    rows: Rows<Row>
  },
) {
  const { name, format, columns, rows } = table
  reply.header(
    'content-disposition',
    `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
  )
  reply.header('cache-control', 'no-store')
  if (format === 'xlsx') {
    reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    return reply.send(await sheetOf(columns, rows))
  }
  const titles = columns.map(({ title }) => title)
  const lines = Readable.from(guardedLinesOf(columns, rows))
  const csv = stringify({ bom: true, header: true, columns: titles })
  // A fault while reading breaks the download off: half a file must not look whole.
  lines.on('error', (error) => csv.destroy(error))
  return reply.type('text/csv; charset=utf-8').send(lines.pipe(csv))
}

type Rows<Row> = AsyncIterable<Row> | Iterable<Row>

async function* linesOf<Row>(columns: readonly ExportColumn<Row>[], rows: Rows<Row>) {
  for await (const row of rows) yield columns.map(({ value }) => value(row))
}

async function* guardedLinesOf<Row>(columns: readonly ExportColumn<Row>[], rows: Rows<Row>) {
  for await (const line of linesOf(columns, rows)) yield line.map(guarded)
}

async function sheetOf<Row>(columns: readonly ExportColumn<Row>[], rows: Rows<Row>): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  type Cell = { value: string | number; type: typeof String | typeof Number; fontWeight?: 'bold' } | null
  const cells: Cell[][] = [columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' }))]
  for await (const line of linesOf(columns, rows)) {
    if (cells.length > sheetRows) {
      cells.push([{ value: `只导出前 ${sheetRows} 行，全部请导出 CSV`, type: String }])
      break
    }
    cells.push(line.map(cellOf))
  }
  return writeExcelFile(cells).toBuffer()
}

const cellOf = (value: string | number | null) =>
  value === null ? null : { value, type: typeof value === 'number' ? Number : String }

const guarded = (value: string | number | null) =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
