import { assertCan, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import type { KeptDraftInput } from './contract.ts'
import { findKeptDraft, forgetKeptDraft, storeKeptDraft } from './kept-draft-store.ts'

/**
 * Keeps what a person typed and did not save, over what they typed before. It makes no revision and voids no approval, and
 * each person has their own, so that two people on one item overwrite nothing.
 * Throws: Refusal not_allowed, not_found.
 */
export async function keepDraft(
  platform: Platform,
  staff: Staff,
  id: number,
  { version, values }: KeptDraftInput,
): Promise<{ at: Date }> {
  assertCan(staff, 'publishing.write')
  const at = platform.clock.now()
  const kept = { articleId: id, staffId: staff.id, version, form: JSON.stringify(values), at }
  if (!(await storeKeptDraft(platform.db, kept))) throw refuse('not_found')
  return { at }
}

/** Throws: Refusal not_allowed. */
export function dropDraft(platform: Platform, staff: Staff, id: number): Promise<void> {
  assertCan(staff, 'publishing.write')
  return forgetKeptDraft(platform.db, id, staff.id)
}

/** What the person left unsaved; nobody is shown another's. */
export async function readKeptDraft({ db }: Platform, staff: Staff, id: number) {
  const row = await findKeptDraft(db, id, staff.id)
  return row
    ? { at: row.kept_at, version: row.version, values: JSON.parse(row.form) as Record<string, unknown> }
    : null
}
