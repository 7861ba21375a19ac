import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { checkRevision } from './check-revision.ts'
import type { ArticleContent } from './contract.ts'
import { insertDraft } from './create-article.ts'
import { hasErrors } from './pre-check.ts'
import { getRevision } from './revision-store.ts'
import { lockArticle } from './store.ts'
import { submitLocked } from './submit.ts'
import { keepUpload } from './upload-file.ts'

/**
 * Another module hands in an item with its files, in its own transaction and under its own permission; the review decides as always.
 * `submitted` is false when the pre-check has errors: the item waits as a draft. Throws: Refusal section_unknown, section_closed.
 */
export async function proposeArticle(
  platform: Platform,
  tx: Tx,
  staff: Staff,
  content: ArticleContent,
  files: readonly { name: string; bytes: Buffer }[],
): Promise<{ id: number; submitted: boolean }> {
  const attachments = [...content.attachments]
  for (const file of files) {
    const { id: fileId, name } = await keepUpload(platform, tx, staff, file)
    attachments.push({ fileId, name, role: 'attachment', alt: '' })
  }
  const { id } = await insertDraft(platform, tx, staff, { ...content, attachments })
  const article = await lockArticle(tx, id)
  if (hasErrors(await checkRevision(platform, tx, await getRevision(tx, article.headRevisionId))))
    return { id, submitted: false }
  await submitLocked(platform, tx, staff, article)
  return { id, submitted: true }
}
