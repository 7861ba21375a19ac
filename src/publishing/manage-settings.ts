import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { PublishingSettings } from './contract.ts'

/** Throws: Refusal not_allowed. */
export function saveSettings(platform: Platform, staff: Staff, settings: PublishingSettings): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'settings.manage')
    const row = { settings: JSON.stringify(settings), updated_at: platform.clock.now() }
    await tx
      .insertInto('publishing_settings')
      .values(row)
      .onConflict((on) => on.column('only_row').doUpdateSet(row))
      .execute()
    const subject = { kind: 'settings', id: 'publishing' }
    record(tx, { actor: actorOf(staff), action: 'publishing.save_settings', subject, detail: settings })
  })
}

export function listSubjectCategories({ db }: Platform) {
  return db.selectFrom('subject_categories').select('name').orderBy('position').orderBy('name').execute()
}

/** The whole list in its order; items keep the class they carry. Throws: Refusal not_allowed. */
export function saveSubjectCategories(
  platform: Platform,
  staff: Staff,
  names: readonly string[],
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'settings.manage')
    await tx.deleteFrom('subject_categories').execute()
    const rows = [...new Set(names)].map((name, position) => ({ name, position }))
    if (rows.length) await tx.insertInto('subject_categories').values(rows).execute()
    const subject = { kind: 'settings', id: 'subject_categories' }
    const detail = { count: rows.length }
    record(tx, { actor: actorOf(staff), action: 'publishing.save_subject_categories', subject, detail })
  })
}
