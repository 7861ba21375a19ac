import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import writeXlsxFile from 'write-excel-file/node'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { LetterListQuery } from './contract.ts'
import { letterStatusLabels, ratingLabels } from './labels.ts'
import { type ListedLetter, listLetters } from './letter-list.ts'

const rowsPerRead = 500
/** A workbook is made in memory; CSV has no end. Unit: rows. */
const workbookMost = 20_000

const columns = [
  ['编号', (row) => row.number],
  ['信箱', (row) => row.mailboxName],
  ['主题', (row) => row.topic],
  ['标题', (row) => row.subjectPublic],
  ['状态', (row) => letterStatusLabels[row.status]],
  ['主办处室', (row) => row.department ?? ''],
  ['收到', (row) => row.receivedOn],
  ['受理', (row) => row.acceptedOn ?? ''],
  ['答复期限', (row) => row.dueOn ?? ''],
  ['首次答复', (row) => row.repliedOn ?? ''],
  ['办结', (row) => row.closedOn ?? ''],
  ['评价', (row) => (row.rating ? (ratingLabels[row.rating - 1] ?? '') : '')],
  ['督办', (row) => (row.supervised ? '是' : '')],
  ['已公开', (row) => (row.released ? '是' : '')],
] as const satisfies readonly (readonly [string, (row: ListedLetter) => string])[]

/** A cell that starts like a formula would be run by a spreadsheet. */
const guarded = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const cells = (row: ListedLetter) => columns.map(([, cell]) => guarded(cell(row)))
const header = columns.map(([name]) => name)

/** All rows of a filtered list, masked as on the screen, page by page. */
async function* rowsOf(platform: Platform, staff: Staff, query: LetterListQuery) {
  for (let after: string | null = ''; after !== null; ) {
    const page: { items: ListedLetter[]; next: string | null } = await listLetters(
      platform,
      staff,
      { ...query, after: after || undefined },
      rowsPerRead,
    )
    yield* page.items
    after = page.next
  }
}

/** With a byte order mark, which office programs need. */
export function lettersCsv(platform: Platform, staff: Staff, query: LetterListQuery): Readable {
  async function* lines() {
    for await (const row of rowsOf(platform, staff, query)) yield cells(row)
  }
  return Readable.from(lines()).pipe(stringify({ bom: true, header: true, columns: header }))
}

export async function lettersXlsx(platform: Platform, staff: Staff, query: LetterListQuery): Promise<Buffer> {
  const lines: string[][] = []
  for await (const row of rowsOf(platform, staff, query)) {
    lines.push(cells(row))
    if (lines.length === workbookMost) break
  }
  const sheet = [
    header.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...lines.map((line) => line.map((value) => ({ value, type: String as StringConstructor }))),
  ]
  return writeXlsxFile(sheet, { columns: header.map(() => ({ width: 16 })), sheet: '来信' }).toBuffer()
}
