import type { Db, Tx } from '#platform/db'
import type { LinkKnowledge } from './checks/links.ts'
import type { Finding, FindingLevel } from './contract.ts'
import type { LinkOutcome } from './links/ask-address.ts'
import { addressOf, linksOf } from './links/links-of.ts'
import { sectionNow } from './open-section.ts'
import { preCheck } from './pre-check.ts'
import type { Revision } from './revision.ts'
import { readSettings } from './settings.ts'

/** Runs the pre-check with the agency's word list, the section's tags and the answers of links as they are now. */
export async function checkRevision(db: Db | Tx, revision: Revision): Promise<Finding[]> {
  const section = await sectionNow(db, revision.sectionId)
  const terms = await db
    .selectFrom('checked_terms')
    .select(['term', 'suggestion', 'severity', 'reason'])
    .execute()
  const categories = await db.selectFrom('subject_categories').select('name').execute()
  return preCheck(revision, {
    section: { ...section, columnType: section.column_type, open: section.status === 'active' },
    terms: terms.map((term) => ({ ...term, severity: term.severity as FindingLevel })),
    subjectCategories: new Set(categories.map((category) => category.name)),
    links: await linkKnowledge(db, revision),
  })
}

async function linkKnowledge(db: Db | Tx, revision: Revision): Promise<LinkKnowledge> {
  const links = linksOf(revision)
  if (!links.length) return { answers: new Map(), missingPages: new Set(), trustedHosts: [] }
  const { trustedHosts } = await readSettings(db)
  const addresses = links.flatMap((link) => addressOf(link) ?? [])
  const rows = addresses.length
    ? await db.selectFrom('checked_links').selectAll().where('address', 'in', addresses).execute()
    : []
  const answers = new Map(
    rows.map(({ address, outcome, status }) => [address, { outcome: outcome as LinkOutcome, status }]),
  )
  return { answers, missingPages: await missingPages(db, links), trustedHosts }
}

const ownPage = /^\/articles\/(\d{1,15})(?:[?#].*)?$/

/** Items of our own site that the text links to and the public cannot read. */
async function missingPages(db: Db | Tx, links: readonly string[]): Promise<Set<string>> {
  const pages = links.flatMap((link) => {
    const id = ownPage.exec(link)?.[1]
    return id ? [{ link, id: Number(id) }] : []
  })
  if (!pages.length) return new Set()
  const shown = await db
    .selectFrom('published_articles')
    .select('article_id')
    .where(
      'article_id',
      'in',
      pages.map((page) => page.id),
    )
    .where('state', 'in', ['live', 'archived', 'merged'])
    .execute()
  const ids = new Set(shown.map((row) => row.article_id))
  return new Set(pages.filter((page) => !ids.has(page.id)).map((page) => page.link))
}
