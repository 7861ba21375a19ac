import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { sql } from '#platform/db'
import type { SectionGroupInput } from './contract.ts'
import { refuse } from './refusals.ts'

/** Sections that a report counts together, and since which day; null: from the beginning. */
export async function listGroups({ db }: Platform) {
  const { rows } = await sql<{
    key: string
    name: string
    members: { section_id: number; counts_from: Day | null }[]
  }>`
    select key, name, coalesce(json_agg(json_build_object('section_id', section_id, 'counts_from', counts_from)
      order by section_id) filter (where section_id is not null), '[]') as members
    from section_groups left join section_group_members on group_key = key
    group by key, name order by key`.execute(db)
  return rows.map((row) => ({ ...row, section_ids: row.members.map((member) => member.section_id) }))
}

/**
 * Makes a group or changes which sections it counts. Groups are never deleted: a report of an earlier year counts them.
 * Throws: Refusal not_allowed, section_unknown.
 */
export function saveGroup(
  platform: Platform,
  staff: Staff,
  key: string,
  input: SectionGroupInput,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.manage_sections')
    const sectionIds = [...new Set(input.sectionIds)]
    const known = sectionIds.length
      ? await tx.selectFrom('sections').select('id').where('id', 'in', sectionIds).execute()
      : []
    if (known.length !== sectionIds.length) throw refuse('section_unknown')
    await tx
      .insertInto('section_groups')
      .values({ key, name: input.name })
      .onConflict((on) => on.column('key').doUpdateSet({ name: input.name }))
      .execute()
    const members = tx.deleteFrom('section_group_members').where('group_key', '=', key)
    await (sectionIds.length ? members.where('section_id', 'not in', sectionIds) : members).execute()
    if (sectionIds.length)
      await tx
        .insertInto('section_group_members')
        .values(sectionIds.map((section_id) => ({ group_key: key, section_id })))
        .onConflict((on) => on.doNothing())
        .execute()
    const subject = { kind: 'section_group', id: key }
    record(tx, { actor: actorOf(staff), action: 'publishing.save_group', subject, detail: { sectionIds } })
  })
}
