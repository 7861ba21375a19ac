import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { type Known, maskKnown } from '#privacy'
import { listReplyFiles } from './store.ts'

/** What became known later, in the names that may be shown. Answers whether it was there. */
export async function maskReplyFileNames(
  tx: Tx,
  platform: Platform,
  letterId: number,
  known: readonly Known[],
): Promise<boolean> {
  let found = false
  for (const { id, namePublic } of await listReplyFiles(tx, platform, letterId)) {
    const name_public = maskKnown(namePublic, known)
    if (name_public === namePublic) continue
    found = true
    await tx.updateTable('letter_reply_files').set({ name_public }).where('id', '=', id).execute()
  }
  return found
}
