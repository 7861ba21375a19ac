import type { Db, Tx } from '#platform/db'
import type { Finding, FindingLevel } from './contract.ts'
import { preCheck } from './pre-check.ts'
import type { Revision } from './revision.ts'

/** Runs the pre-check with the agency's word list and the section's tags as they are now. */
export async function checkRevision(db: Db | Tx, revision: Revision): Promise<Finding[]> {
  const section = await db
    .selectFrom('sections')
    .select(['name', 'description', 'keywords', 'column_type'])
    .where('id', '=', revision.sectionId)
    .executeTakeFirstOrThrow()
  const terms = await db
    .selectFrom('checked_terms')
    .select(['term', 'suggestion', 'severity', 'reason'])
    .execute()
  return preCheck(revision, {
    section: { ...section, columnType: section.column_type },
    terms: terms.map((term) => ({ ...term, severity: term.severity as FindingLevel })),
  })
}
