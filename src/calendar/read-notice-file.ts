import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { type Day, isDay, yearOf } from '#platform/clock'
import { type ImportRow, readRows } from '#platform/import'
import type { NoticeDay, NoticeDraft } from './contract.ts'
import { wrongDays } from './notice-rules.ts'
import { refuse } from './refusals.ts'

/** A column by its English or Chinese name. */
const columns = {
  day: ['day', 'date', '日期'],
  kind: ['kind', 'type', '类型'],
  name: ['name', 'holiday', '名称', '节日'],
  source: ['source', '通知名称', '通知'],
  documentNumber: ['document_number', 'notice_number', '文号', '通知文号'],
  issuedOn: ['issued_on', 'issued', '发布日期', '发文日期'],
  url: ['url', '网址', '链接'],
} as const
const kinds: Record<string, NoticeDay['kind']> = {
  off: 'off',
  放假: 'off',
  休: 'off',
  make_up: 'make_up',
  'make-up': 'make_up',
  上班: 'make_up',
  调休上班: 'make_up',
  班: 'make_up',
}

/** A draft with its readable days; unreadable lines are named and left out. Throws: Refusal notice_file_unreadable. */
export async function readNoticeFile(file: { name: string; bytes: Buffer }): Promise<NoticeDraft> {
  const rows = await rowsOf(file).catch(() => {
    throw refuse('notice_file_unreadable')
  })
  if (rows.length === 0) throw refuse('notice_file_unreadable')
  const bad: NoticeDraft['bad'] = []
  const good: { line: number; row: NoticeDay }[] = []
  for (const row of rows) {
    const read = dayOfRow(row)
    if ('reason' in read) bad.push({ line: row.line, reason: read.reason })
    else good.push({ line: row.line, row: read })
  }
  const last = good
    .map(({ row }) => row.day)
    .sort()
    .at(-1)
  const year = last ? yearOf(last) : null
  const wrong =
    year === null
      ? []
      : wrongDays(
          year,
          good.map(({ row }) => row),
        )
  for (const { at, reason } of wrong) bad.push({ line: good[at]?.line ?? 0, reason })
  const days = good.filter((_, at) => !wrong.some((one) => one.at === at)).map(({ row }) => row)
  return { ...headOf(rows), year, days, bad: bad.sort((one, other) => one.line - other.line) }
}

async function rowsOf({ name, bytes }: { name: string; bytes: Buffer }): Promise<ImportRow[]> {
  const kind = extname(name).toLowerCase()
  if (kind === '.json') return jsonRows(textOf(bytes))
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-notice-'))
  try {
    const path = join(folder, `notice${kind}`)
    await writeFile(path, kind === '.csv' ? textOf(bytes) : bytes)
    const rows: ImportRow[] = []
    for await (const row of readRows(path)) rows.push(row)
    return rows
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** UTF-8, or what Excel writes on a Chinese Windows. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** An array of rows, or an object with `days` and what the notice says once. */
function jsonRows(text: string): ImportRow[] {
  const given: unknown = JSON.parse(text)
  const { days, ...head } = Array.isArray(given) ? { days: given } : (given as { days: unknown[] })
  return (days as Record<string, unknown>[]).map((row, at) => ({ line: at + 1, values: { ...head, ...row } }))
}

const cell = (row: ImportRow, column: keyof typeof columns): string => {
  const name = columns[column].find((one) => one in row.values)
  const value = name === undefined ? '' : row.values[name]
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '').trim()
}

/** 2019-05-01, 2019/5/1 and 2019年5月1日. */
function dayIn(text: string): Day | undefined {
  const [, year, month = '', date = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(written) ? written : undefined
}

function dayOfRow(row: ImportRow): NoticeDay | { reason: string } {
  if (row.problem) return { reason: '读不了这一行' }
  const [day, kind, name] = [dayIn(cell(row, 'day')), kinds[cell(row, 'kind')], cell(row, 'name')]
  if (!day) return { reason: `日期“${cell(row, 'day')}”不对，应当像 2026-10-01` }
  if (!kind) return { reason: `类型“${cell(row, 'kind')}”不对，应当是“放假”或者“上班”` }
  if (!name || name.length > 30) return { reason: '缺少节日名称，或者超过30字' }
  return { day, kind, name }
}

/** What the notice says once: taken from the first row that has it. */
function headOf(rows: readonly ImportRow[]) {
  const first = (column: keyof typeof columns) => rows.map((row) => cell(row, column)).find(Boolean) ?? ''
  return {
    source: first('source'),
    documentNumber: first('documentNumber'),
    issuedOn: dayIn(first('issuedOn')) ?? '',
    url: first('url'),
  }
}
