import type { Db, Tx } from '#platform/db'
import { type PublishingSettings, publishingSettings } from './contract.ts'

/** The agency's choices; what it never chose has its default. */
export async function readSettings(db: Db | Tx): Promise<PublishingSettings> {
  const row = await db.selectFrom('publishing_settings').select('settings').executeTakeFirst()
  return publishingSettings.parse(row?.settings ?? {})
}
