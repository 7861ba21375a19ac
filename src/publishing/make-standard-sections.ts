import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { sql } from '#platform/db'
import { refuse } from './refusals.ts'
import { freshnessOfKind, standardSections } from './standard-sections.ts'

/**
 * Gives a site that has no section yet those that it begins with, so that its home page is complete on the first day.
 * Throws: Refusal not_allowed, sections_exist.
 */
export function makeStandardSections(platform: Platform, staff: Staff): Promise<{ made: number }> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.manage_sections')
    // Whoever makes a section at the same moment waits, or is waited for.
    await sql`lock table sections in share row exclusive mode`.execute(tx)
    if (await tx.selectFrom('sections').select('id').executeTakeFirst()) throw refuse('sections_exist')
    const made = await tx
      .insertInto('sections')
      .values(standardSections.map(columnsOf))
      .returning(['id', 'code'])
      .execute()
    const ids = new Map(made.map(({ id, code }) => [code, id]))
    for (const { code, under } of standardSections)
      if (under)
        await tx
          .updateTable('sections')
          .set({ parent_id: ids.get(under) as number })
          .where('code', '=', code)
          .execute()
    await platform.cache.touch(tx, ['site', ...made.map(({ id }) => `section:${id}`)])
    const subject = { kind: 'section', id: 0 }
    const detail = { ids: [...ids.values()] }
    record(tx, { actor: actorOf(staff), action: 'publishing.make_standard_sections', subject, detail })
    return { made: made.length }
  })
}

const shortcuts = standardSections.filter(({ shortcut }) => shortcut)

function columnsOf(section: (typeof standardSections)[number], position: number) {
  const { code, name, kind, description, keywords } = section
  return {
    code,
    name,
    kind,
    description,
    keywords,
    column_type: name,
    position,
    shows: section.shows ?? null,
    shortcut_position: section.shortcut ? shortcuts.indexOf(section) + 1 : null,
    freshness_days: section.gathers ? null : (freshnessOfKind[kind] ?? null),
    default_document_kind: section.holds ?? null,
    default_origin: section.origin ?? null,
  }
}
