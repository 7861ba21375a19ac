import type { Db } from '#platform/db'
import { findSection, listSections } from './store.ts'

type Placed = { id: number; parent_id: number | null }

/** A section and everything below it: what a section that only gathers others lists. */
export function withBelow(sections: readonly Placed[], id: number): readonly number[] {
  const found = new Set([id])
  for (const above of found) for (const { id, parent_id } of sections) if (parent_id === above) found.add(id)
  return [...found]
}

/**
 * The same by code, a merged one being where it leads; [-1], which no section has, when there is no such section;
 * undefined when none is asked for.
 */
export async function sectionsOf(db: Db, code: string | undefined): Promise<readonly number[] | undefined> {
  if (code === undefined) return undefined
  const named = await findSection(db, code)
  return named ? withBelow(await listSections(db), named.merged_into_id ?? named.id) : [-1]
}
