import { createHash } from 'node:crypto'
import type { Tx } from '#platform/db'
import type { ArticleContent, SectionInput } from './contract.ts'
import { sectionNow } from './open-section.ts'
import { refuse } from './refusals.ts'

/** The section of a row, with what its items usually are. */
export type ImportSection = {
  id: number
  name: string
  defaults: { documentKind: ArticleContent['documentKind']; origin: ArticleContent['origin'] }
  made?: SectionInput['kind']
}
export type MadeSection = { name: string; kind: string; documentKind: string; origin: string }

/**
 * What a section that is made for an imported name usually holds, by words of the name; the first that fits.
 * Nothing lays this down: the report of the import names every section that it made, and the section's settings change it.
 */
const guesses: readonly [
  RegExp,
  SectionInput['kind'],
  ArticleContent['documentKind'],
  ArticleContent['origin'],
][] = [
  [/解读/, 'interpretations', 'interpretation', 'own'],
  [/规范性文件/, 'policies', 'normative_document', 'own'],
  [/法律|法规|国家.*政策|国务院|(?:省|市)(?:委|政府).*政策|上级/, 'policies', 'policy_document', 'repost'],
  [/转载/, 'repost', 'general', 'repost'],
  [/政策|文件/, 'policies', 'policy_document', 'own'],
  [/公告|公示|通知/, 'notices', 'notice', 'own'],
  [/年报|年度报告|概况/, 'overview', 'general', 'own'],
  [/预算|决算/, 'data', 'budget', 'own'],
]

export function guessOf(name: string) {
  const found = guesses.find(([words]) => words.test(name))
  if (!found) return { kind: 'news', documentKind: 'general', origin: 'own' } as const
  const [, kind, documentKind, origin] = found
  return { kind, documentKind, origin }
}

/** Names that only retired sections bear: their rows are refused, because nothing may appear there. */
export async function retiredNames(tx: Tx): Promise<Set<string>> {
  const found = await findSections(tx)
  return new Set([...found].flatMap(([name, section]) => (section === 'retired' ? [name] : [])))
}

/**
 * Sections by name: open ones, where a merged one leads, and new ones, so that nothing is left behind.
 * Throws: Refusal section_closed.
 */
export async function sectionsNamed(tx: Tx, names: readonly string[]): Promise<Map<string, ImportSection>> {
  const found = await findSections(tx, names)
  const byName = new Map<string, ImportSection>()
  for (const name of names) {
    const known = found.get(name) ?? (await makeSection(tx, name))
    if (known === 'retired') throw refuse('section_closed')
    byName.set(name, known)
  }
  return byName
}

async function findSections(tx: Tx, names?: readonly string[]) {
  let query = tx.selectFrom('sections').select(['id', 'name', 'status']).orderBy('id').forShare()
  if (names) query = query.where('name', 'in', names)
  const rows = await query.execute()
  const found = new Map<string, ImportSection | 'retired'>()
  // An open one of that name first, then a merged one.
  const ranked = ['active', 'merged', 'retired'].flatMap((status) =>
    rows.filter((row) => row.status === status),
  )
  for (const { id, name } of ranked) {
    if (found.has(name)) continue
    const section = await sectionNow(tx, id)
    found.set(name, section.status === 'active' ? shown(section) : 'retired')
  }
  return found
}

type Columns = {
  id: number
  name: string
  default_document_kind: string | null
  default_origin: string | null
}
const shown = ({ id, name, default_document_kind, default_origin }: Columns): ImportSection => ({
  id,
  name,
  defaults: {
    documentKind: (default_document_kind ?? 'general') as ArticleContent['documentKind'],
    origin: (default_origin ?? 'own') as ArticleContent['origin'],
  },
})

async function makeSection(tx: Tx, name: string): Promise<ImportSection> {
  const code = `imported-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`
  const { kind, documentKind, origin } = guessOf(name)
  const tags = { description: name, keywords: name, column_type: name }
  const defaults = { default_document_kind: documentKind, default_origin: origin }
  const row = { code, name, kind, ...tags, ...defaults }
  const { id } = await tx.insertInto('sections').values(row).returning('id').executeTakeFirstOrThrow()
  return { id, name, defaults: { documentKind, origin }, made: kind }
}
