import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse as refuseGenerally } from '#platform'
import type { Day } from '#platform/clock'
import { sql, type Tx } from '#platform/db'
import type { SectionEnd } from './contract.ts'
import { refuse } from './refusals.ts'

/**
 * Retires a section (its items stay reachable) or merges it into another: items, sub-sections, its place on the home
 * page and its groups move, the old address leads on. What is under way is published where it leads, and what past
 * years counted stays. Throws: Refusal not_allowed, not_found, section_ended, section_merge_invalid.
 */
export function endSection(
  platform: Platform,
  staff: Staff,
  id: number,
  { mergedIntoId }: SectionEnd,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.manage_sections')
    const { ended, target } = await lockSections(tx, id, mergedIntoId)
    const above = { from: id, to: target?.id ?? ended.parent_id, grandparent: ended.parent_id }
    await moveSubsections(tx, above)
    if (target) await moveInto(tx, ended, target, platform.clock.today())
    const status = target ? 'merged' : 'retired'
    await tx
      .updateTable('sections')
      .set({ status, merged_into_id: mergedIntoId, shortcut_position: null })
      .where('id', '=', id)
      .execute()
    const tags = [id, ...(target ? [target.id] : [])].map((section) => `section:${section}`)
    await platform.cache.touch(tx, ['site', 'items', ...tags])
    const subject = { kind: 'section', id }
    record(tx, {
      actor: actorOf(staff),
      action: `publishing.section_${status}`,
      subject,
      detail: { mergedIntoId },
    })
  })
}

/** Both in the order of their ids, so that two people merging them into each other wait in line. */
async function lockSections(tx: Tx, id: number, mergedIntoId: number | null) {
  const rows = await tx
    .selectFrom('sections')
    .select(['id', 'status', 'parent_id', 'shortcut_position'])
    .where('id', 'in', mergedIntoId === null ? [id] : [id, mergedIntoId])
    .orderBy('id')
    .forUpdate()
    .execute()
  const ended = rows.find((row) => row.id === id)
  if (!ended) throw refuseGenerally('not_found')
  if (ended.status === 'merged' || (ended.status === 'retired' && mergedIntoId === null))
    throw refuse('section_ended')
  const target = rows.find((row) => row.id === mergedIntoId)
  if (mergedIntoId !== null && (mergedIntoId === id || target?.status !== 'active'))
    throw refuse('section_merge_invalid')
  return { ended, target }
}
type Locked = Awaited<ReturnType<typeof lockSections>>['ended']

/** Sub-sections go along; the branch that holds the new parent itself goes one step up, so that no loop arises. */
async function moveSubsections(
  tx: Tx,
  above: { from: number; to: number | null; grandparent: number | null },
) {
  await sql`
    with recursive up as (
      select id, parent_id from sections where id = ${above.to}
      union select parent.id, parent.parent_id from up join sections parent on parent.id = up.parent_id
    )
    update sections set parent_id = case when id in (select id from up)
      then ${above.grandparent}::bigint else ${above.to}::bigint end
    where parent_id = ${above.from}`.execute(tx)
}

async function moveInto(tx: Tx, ended: Locked, target: Locked, today: Day) {
  for (const table of ['articles', 'published_articles'] as const)
    await tx.updateTable(table).set({ section_id: target.id }).where('section_id', '=', ended.id).execute()
  // Whoever was merged here before leads on in one hop.
  await tx
    .updateTable('sections')
    .set({ merged_into_id: target.id })
    .where('merged_into_id', '=', ended.id)
    .execute()
  if (target.shortcut_position === null && ended.shortcut_position !== null)
    await tx
      .updateTable('sections')
      .set({ shortcut_position: ended.shortcut_position })
      .where('id', '=', target.id)
      .execute()
  await sql`
    insert into section_group_members (group_key, section_id, counts_from)
    select group_key, ${target.id}, ${today}::date from section_group_members where section_id = ${ended.id}
    on conflict do nothing`.execute(tx)
}
