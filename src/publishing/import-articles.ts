import { createHash } from 'node:crypto'
import { type Actor, record } from '#audit'
import type { Command, Platform } from '#platform'
import { instantOf } from '#platform/clock'
import type { Tx } from '#platform/db'
import { type ImportReport, type ImportRow, importBatches, printReport } from '#platform/import'
import { type CheckedRow, checkImportedText } from './check-imported-text.ts'
import type { CheckedTerm } from './checks/terms.ts'
import type { FindingLevel } from './contract.ts'
import { type ImportedArticle, readImportRow } from './import-row.ts'
import { type ImportSection, type MadeSection, retiredNames, sectionsNamed } from './import-sections.ts'
import { listTerms } from './manage-terms.ts'
import { publishMany } from './publish-many.ts'
import type { RevisionContent } from './revision.ts'

/** What became of a file, and what a person should look at afterwards. */
export type ArticleImportReport = ImportReport & {
  /** Addresses of attachments that are kept as links, and cells that are no address. */
  attachmentLinks: number
  unreadableLinks: { line: number; address: string }[]
  /** Items by kind of document, and reposts, which never count as disclosure. */
  kinds: Record<string, number>
  reposts: number
  /** By code: rows that are held back (they stand in `bad`), and what a person should look at in the others. */
  heldBack: Record<string, number>
  findings: Record<string, number>
  sectionsMade: MadeSection[]
}
type Keyed = ImportedArticle & CheckedRow & { key: string }
type Tally = Omit<ArticleImportReport, keyof ImportReport>

/** `gongkai import articles FILE`. The items keep their day and are marked as taken over in the audit log. */
export async function importArticles(platform: Platform, path: string): Promise<ArticleImportReport> {
  const seen = new Map<string, number>()
  const tally: Tally = {
    ...{ attachmentLinks: 0, unreadableLinks: [], kinds: {}, reposts: 0 },
    ...{ heldBack: {}, findings: {}, sectionsMade: [] },
  }
  const terms = (await listTerms(platform)).map((term) => ({
    ...term,
    severity: term.severity as FindingLevel,
  }))
  const retired = await platform.inTransaction(retiredNames)
  const report = await importBatches<Keyed>(path, {
    check: (row) => checkRow(platform, row, { seen, retired, terms, tally }),
    keep: (rows) => keepCounted(platform, rows, tally),
  })
  return { ...report, ...tally }
}

function checkRow(
  platform: Platform,
  row: ImportRow,
  given: {
    seen: Map<string, number>
    retired: ReadonlySet<string>
    terms: readonly CheckedTerm[]
    tally: Tally
  },
) {
  const read = readImportRow(row, platform.clock.today())
  if ('reason' in read) return read
  const { column, identity } = read.value
  if (given.retired.has(column))
    return { reason: `the section “${column}” is retired: name an open section in column` }
  const key = keyOf(identity, given.seen)
  const checked = checkImportedText(read.value, given.terms)
  if (checked.errors.length) {
    count(given.tally.heldBack, new Set(checked.errors.map(({ code }) => code)))
    return { reason: `held back: ${checked.errors.map(({ code, text }) => `${code} ${text}`).join(' ')}` }
  }
  return { value: { ...read.value, ...checked, key } }
}

function count(tally: Record<string, number>, names: Iterable<string>) {
  for (const name of names) tally[name] = (tally[name] ?? 0) + 1
}

/** The same row again in one file is another item; the same file again is not. */
function keyOf(identity: string, seen: Map<string, number>): string {
  const hash = createHash('sha256').update(identity).digest('hex')
  const nth = (seen.get(hash) ?? 0) + 1
  seen.set(hash, nth)
  return `${hash}:${nth}`
}

async function keepCounted(platform: Platform, rows: readonly Keyed[], tally: Tally): Promise<number> {
  const { kept, made } = await platform.inTransaction((tx) => keepRows(platform, tx, rows))
  tally.sectionsMade.push(...made)
  for (const { content, source } of kept) {
    count(tally.kinds, [content.documentKind])
    count(tally.findings, new Set(source.findings))
    if (content.origin === 'repost') tally.reposts += 1
    tally.attachmentLinks += source.links.addresses.length
    for (const address of source.links.unreadable) tally.unreadableLinks.push({ line: source.line, address })
  }
  return kept.length
}

async function keepRows(platform: Platform, tx: Tx, rows: readonly Keyed[]) {
  const sections = await sectionsNamed(tx, [...new Set(rows.map((row) => row.column))])
  const items = rows.map((row) => ({
    content: contentOf(row, sections.get(row.column) as ImportSection),
    publishedAt: instantOf(row.publishedOn, '09:00'),
    importKey: row.key,
    createdBy: null,
    source: row,
  }))
  const kept = await publishMany(tx, items, platform.clock.now())
  const actor: Actor = { kind: 'system', name: 'import' }
  for (const item of kept) {
    const subject = { kind: 'article', id: item.articleId }
    record(tx, { actor, action: 'publishing.import', subject, detail: { hash: item.contentHash } })
  }
  if (kept.length) await platform.cache.touch(tx, ['*'])
  const made = [...sections.values()].flatMap(({ name, made: kind, defaults }) =>
    kind ? [{ name, kind, ...defaults }] : [],
  )
  return { kept, made }
}

/** What the row leaves open, its section answers: kind of document, and whether it is the agency's own. */
function contentOf(row: Keyed, { id, defaults }: ImportSection): RevisionContent {
  const { content, given, bodyHtml, bodyText } = row
  const kind = given.document_kind ?? (given.interpretation_form ? 'interpretation' : defaults.documentKind)
  return {
    ...content,
    sectionId: id,
    origin: given.origin ?? defaults.origin,
    documentKind: kind,
    interpretationForm: kind === 'interpretation' ? (given.interpretation_form ?? 'text') : null,
    bodyHtml,
    bodyText,
    attachments: [],
  }
}

export const importArticlesCommand: Command = {
  name: 'import articles',
  usage: 'import articles FILE',
  summary: 'take over published items from JSON Lines, CSV or XLSX',
  run: async (platform, [file]) => (file ? printReport(await importArticles(platform, file)) : 2),
}
