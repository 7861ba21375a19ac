import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { FormFile } from '#platform/http'
import type { Job } from '#platform/queue'
import { keepSealed, withNames } from './file-names.ts'
import { refuse } from './refusals.ts'
import { digestOf } from './sealed.ts'

/** Unit: bytes. A photograph of a card, or a scan. */
export const proofLimitBytes = 10 * 1024 * 1024
const kept = /\.(?:pdf|jpe?g|png)$/i
/** Unit: milliseconds. A form that was not sent by then is forgotten. */
const draftLifetimeMs = 24 * 3600 * 1000

const digest = (platform: Platform, key: string) => digestOf(platform, 'draft', key)

/**
 * Keeps the identity proof of a form that is not sent yet, sealed, so that an error elsewhere in the form does not lose it.
 * A second one replaces the first. Throws: Refusal identity_proof_type, file_too_large, and those of #platform/files.
 */
export function keepDraftProof(platform: Platform, key: string, file: FormFile): Promise<void> {
  if (file.tooLarge) throw refuse('identity_proof_too_large')
  if (!kept.test(file.name)) throw refuse('identity_proof_type')
  return platform.inTransaction(async (tx) => {
    const { id } = await keepSealed(platform, tx, file, {
      accept: ['pdf', 'image'],
      limitBytes: proofLimitBytes,
    })
    const before = await takeDraftProof(platform, tx, key)
    if (before) await platform.files.remove(tx, before)
    await tx
      .insertInto('foi_draft_files')
      .values({ key_digest: digest(platform, key), file_id: id, added_at: platform.clock.now() })
      .execute()
  })
}

/** Its name, for the form that is shown again. */
export async function draftProofName(platform: Platform, key: string): Promise<string | undefined> {
  const row = await platform.db
    .selectFrom('foi_draft_files')
    .innerJoin('stored_files', 'stored_files.id', 'foi_draft_files.file_id')
    .select(['stored_files.id as fileId', 'stored_files.name'])
    .where('key_digest', '=', digest(platform, key))
    .executeTakeFirst()
  return row && (await withNames(platform, platform.db, [row]))[0]?.name
}

/** The draft's file, which is no draft any more. */
export async function takeDraftProof(
  platform: Platform,
  tx: Tx,
  key: string,
): Promise<{ id: number } | undefined> {
  const row = await tx
    .deleteFrom('foi_draft_files')
    .where('key_digest', '=', digest(platform, key))
    .returning('file_id')
    .executeTakeFirst()
  return row && { id: row.file_id }
}

/** Forms that were never sent leave nothing behind. Safe to run twice. Law: PIPL art. 19 (no longer than needed). */
export async function forgetDrafts(platform: Platform): Promise<number> {
  const before = new Date(platform.clock.now().getTime() - draftLifetimeMs)
  return platform.inTransaction(async (tx) => {
    const rows = await tx
      .deleteFrom('foi_draft_files')
      .where('added_at', '<', before)
      .returning('file_id')
      .execute()
    for (const { file_id } of rows) await platform.files.remove(tx, { id: file_id })
    return rows.length
  })
}

export const forgetDraftsJob: Job<never> = {
  name: 'foi.forget-drafts',
  schedule: '20 * * * *',
  run: async (platform) => void (await forgetDrafts(platform)),
}
