import { refuse } from '../refusals.ts'
import type { ExportTable } from './export-table.ts'

/** A workbook is put together in memory before it leaves; above this many rows only CSV is offered. */
export const mostXlsxRows = 100_000

/** Throws: Refusal export_too_large. */
export async function asXlsx({ columns, rows }: ExportTable, most = mostXlsxRows): Promise<Buffer> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const head = columns.map((value) => ({ value, fontWeight: 'bold' as const }))
  const body: { value: string | number; type: StringConstructor | NumberConstructor }[][] = []
  for await (const row of rows) {
    if (body.length === most) throw refuse('export_too_large')
    body.push(row.map((value) => ({ value, type: typeof value === 'number' ? Number : String })))
  }
  const widths = columns.map((_, at) => ({ width: at === 1 ? 48 : 16 }))
  return writeXlsxFile([head, ...body], { columns: widths, stickyRowsCount: 1 }).toBuffer()
}
