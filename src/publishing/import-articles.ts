import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Actor, record } from '#audit'
import type { Command, Platform } from '#platform'
import { day, instantOf, isDay } from '#platform/clock'
import type { Tx } from '#platform/db'
import { type ImportReport, type ImportRow, importBatches, printReport } from '#platform/import'
import { bodyFromText, cleanBody, textOfBody } from './body.ts'
import { articleContent } from './contract.ts'
import { publishMany } from './publish-many.ts'

/** Columns of the import file; docs/import-articles.md describes them. */
const importedArticle = z.object({
  title: z.string().trim().min(1, 'title is missing').max(500, 'title is longer than 500 characters'),
  published_on: z.union([z.string(), z.date()]).transform((value, context) => {
    const text = value instanceof Date ? value.toISOString().slice(0, 10) : value.trim().slice(0, 10)
    if (isDay(text)) return day(text)
    context.addIssue({ code: 'custom', message: 'published_on is not a day (YYYY-MM-DD)' })
    return z.NEVER
  }),
  column: z.string().trim().min(1, 'column is missing'),
  body: z.string().default(''),
  source_url: z.string().trim().default(''),
  source_name: z.string().trim().default(''),
  document_number: z.string().trim().default(''),
})
type ImportedArticle = z.infer<typeof importedArticle> & { key: string }

/** `gongkai import articles FILE`. The items keep their day and are marked as taken over in the audit log. */
export async function importArticles(platform: Platform, path: string): Promise<ImportReport> {
  const seen = new Map<string, number>()
  return importBatches<ImportedArticle>(path, {
    check: (row) => checkRow(platform, row, seen),
    keep: (rows) => platform.inTransaction((tx) => keepRows(platform, tx, rows)),
  })
}

function checkRow(platform: Platform, row: ImportRow, seen: Map<string, number>) {
  const parsed = importedArticle.safeParse(row.values)
  if (!parsed.success) return { reason: parsed.error.issues.map((issue) => issue.message).join('; ') }
  if (parsed.data.published_on > platform.clock.today()) return { reason: 'published_on is in the future' }
  return { value: { ...parsed.data, key: keyOf(parsed.data, seen) } }
}

/** The same row again in one file is another item; the same file again is not. */
function keyOf(row: object, seen: Map<string, number>): string {
  const hash = createHash('sha256').update(JSON.stringify(row)).digest('hex')
  const nth = (seen.get(hash) ?? 0) + 1
  seen.set(hash, nth)
  return `${hash}:${nth}`
}

async function keepRows(platform: Platform, tx: Tx, rows: readonly ImportedArticle[]): Promise<number> {
  const at = platform.clock.now()
  const sections = await sectionsNamed(tx, [...new Set(rows.map((row) => row.column))])
  const items = rows.map((row) => ({
    content: contentOf(row, sections.get(row.column) as number),
    publishedAt: instantOf(row.published_on, '09:00'),
    importKey: row.key,
    createdBy: null,
  }))
  const kept = await publishMany(tx, items, at)
  const actor: Actor = { kind: 'system', name: 'import' }
  for (const item of kept) {
    const subject = { kind: 'article', id: item.articleId }
    record(tx, { actor, action: 'publishing.import', subject, detail: { hash: item.contentHash } })
  }
  if (kept.length) await platform.cache.touch(tx, ['*'])
  return kept.length
}

function contentOf(row: ImportedArticle, sectionId: number) {
  const isHtml = /<(?:p|div|br|table|span)\b/i.test(row.body)
  const bodyHtml = isHtml ? cleanBody(row.body) : bodyFromText(row.body)
  const content = articleContent.parse({
    sectionId,
    title: row.title,
    sourceName: row.source_name,
    sourceUrl: URL.canParse(row.source_url) ? row.source_url : null,
    documentNumber: row.document_number || documentNumberIn(row.body),
  })
  return { ...content, bodyHtml, bodyText: textOfBody(bodyHtml), attachments: [] }
}

/** 文号 as it stands at the head of a document, e.g. 财金〔2024〕60号. */
function documentNumberIn(body: string): string | null {
  return /^[\u4e00-\u9fff]{1,12}〔\d{4}〕\d{1,5}号/.exec(body.trim())?.[0] ?? null
}

/** Sections by name; one that is not there yet is made, so that nothing is left behind. */
async function sectionsNamed(tx: Tx, names: readonly string[]): Promise<Map<string, number>> {
  const known = await tx
    .selectFrom('sections')
    .select(['id', 'name'])
    .where('name', 'in', names)
    .orderBy('id')
    .execute()
  const byName = new Map(known.map((row) => [row.name, row.id]))
  for (const name of names) {
    if (byName.has(name)) continue
    const code = `imported-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
    const section = { code, name, kind: 'news', description: name, keywords: name, column_type: name }
    const { id } = await tx.insertInto('sections').values(section).returning('id').executeTakeFirstOrThrow()
    byName.set(name, id)
  }
  return byName
}

export const importArticlesCommand: Command = {
  name: 'import articles',
  usage: 'import articles FILE',
  summary: 'take over published items from JSON Lines, CSV or XLSX',
  run: async (platform, [file]) => (file ? printReport(await importArticles(platform, file)) : 2),
}
