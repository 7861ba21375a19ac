import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import type { LinkKnowledge } from './checks/links.ts'
import type { Finding, FindingLevel } from './contract.ts'
import type { LinkOutcome } from './links/ask-address.ts'
import { addressOf, linksOf } from './links/links-of.ts'
import { missingPages } from './links/own-pages.ts'
import { sectionNow } from './open-section.ts'
import { preCheck } from './pre-check.ts'
import type { Revision } from './revision.ts'
import { readSettings } from './settings.ts'

/** Runs the pre-check with the agency's word list, the section's tags and the answers of links as they are now. */
export async function checkRevision(
  { config }: Pick<Platform, 'config'>,
  db: Db | Tx,
  revision: Revision,
): Promise<Finding[]> {
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
    links: await linkKnowledge(db, revision, config.publicUrl),
  })
}

async function linkKnowledge(db: Db | Tx, revision: Revision, publicUrl: string): Promise<LinkKnowledge> {
  const links = linksOf(revision)
  const known = { answers: new Map(), missingPages: new Set<string>(), trustedHosts: [], publicUrl }
  if (!links.length) return known
  const { trustedHosts } = await readSettings(db)
  const addresses = links.flatMap((link) => addressOf(link) ?? [])
  const rows = addresses.length
    ? await db.selectFrom('checked_links').selectAll().where('address', 'in', addresses).execute()
    : []
  const answers = new Map(
    rows.map(({ address, outcome, status }) => [address, { outcome: outcome as LinkOutcome, status }]),
  )
  return { ...known, answers, trustedHosts, missingPages: await missingPages(db, revision, publicUrl) }
}
