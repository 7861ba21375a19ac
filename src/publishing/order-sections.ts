import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { SectionOrder } from './contract.ts'
import { assertTree } from './manage-sections.ts'
import { refuse } from './refusals.ts'

/**
 * Puts the sections under one parent into this order; one that came from elsewhere moves in.
 * Throws: Refusal not_allowed, section_unknown, section_loop, section_closed.
 */
export function orderSections(
  platform: Platform,
  staff: Staff,
  { parentId, ids }: SectionOrder,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'publishing.manage_sections')
    const known = await tx.selectFrom('sections').select('id').where('id', 'in', ids).forUpdate().execute()
    if (known.length !== ids.length) throw refuse('section_unknown')
    for (const [position, id] of ids.entries()) {
      await assertTree(tx, id, parentId)
      await tx.updateTable('sections').set({ parent_id: parentId, position }).where('id', '=', id).execute()
    }
    await platform.cache.touch(tx, ['site', ...ids.map((id) => `section:${id}`)])
    const subject = { kind: 'section', id: parentId ?? 0 }
    record(tx, { actor: actorOf(staff), action: 'publishing.order_sections', subject, detail: { ids } })
  })
}
