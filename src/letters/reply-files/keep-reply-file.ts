import { extname } from 'node:path'
import type { Staff } from '#people'
import { type Platform, refuse as refuseGenerally } from '#platform'
import type { Tx } from '#platform/db'
import type { FileKind, Upload } from '#platform/files'
import { maskFileName } from '#privacy'
import { listDispatches, mayDraft } from '../dispatches.ts'
import { knownOfLetter } from '../known.ts'
import { moveLetter } from '../move-letter.ts'
import { refuse } from '../refusals.ts'
import { insertReplyFile, listReplyFiles, type ReplyFile } from './store.ts'

/** Unit: bytes. */
export const replyFileLimitBytes = 20 * 1024 * 1024
export const replyFilesMost = 10
const accept: readonly FileKind[] = ['pdf', 'document', 'spreadsheet', 'image']
const readMost = 200_000

/** For the reply that is being written. A picture loses its metadata: the public may get it. Throws: Refusal other_department, reply_files_too_many and those of #platform/files. */
export function keepReplyFile(platform: Platform, staff: Staff, id: number, upload: Upload): Promise<void> {
  return moveLetter(platform, staff, id, 'attach_file', async (tx) => {
    await assertDrafts(tx, staff, id)
    const waiting = (await listReplyFiles(tx, platform, id)).filter(({ sent }) => !sent)
    if (waiting.length >= replyFilesMost) throw refuse('reply_files_too_many')
    const name = upload.name.normalize('NFC').trim().slice(0, 150)
    // The store's own list of names is not sealed: it gets a number.
    const plain = { ...upload, name: `答复附件${waiting.length + 1}${extname(name)}` }
    const rules = { accept, limitBytes: replyFileLimitBytes, sealed: true, withoutMetadata: true }
    const file = await platform.files.put(tx, plain, rules)
    const text = (await platform.files.textOf(file, tx)).text.slice(0, readMost)
    const namePublic = maskFileName(name, ...(await knownOfLetter(tx, platform, id)))
    const words = { name, namePublic, text }
    await insertReplyFile(tx, platform, { letterId: id, fileId: file.id, ...words, staffId: staff.id })
    return { kind: 'reply_file_kept', detail: { sha256: file.sha256 } }
  })
}

/** Whose reply it is, whose files. Throws: Refusal other_department. */
async function assertDrafts(tx: Tx, staff: Staff, id: number) {
  if (!mayDraft(staff, await listDispatches(tx, id))) throw refuse('other_department')
}

/** Only what has gone out with no reply. Throws: Refusal other_department, not_found. */
export function removeReplyFile(platform: Platform, staff: Staff, id: number, replyFileId: number) {
  return moveLetter(platform, staff, id, 'remove_file', async (tx) => {
    await assertDrafts(tx, staff, id)
    const file = await getReplyFile(tx, platform, id, replyFileId)
    if (file.sent) throw refuseGenerally('not_found')
    await tx.deleteFrom('letter_reply_files').where('id', '=', file.id).execute()
    await platform.files.remove(tx, { id: file.fileId })
    return { kind: 'reply_file_removed', detail: { sha256: file.sha256 } }
  })
}

async function getReplyFile(tx: Tx, platform: Platform, letterId: number, id: number): Promise<ReplyFile> {
  const found = (await listReplyFiles(tx, platform, letterId)).find((one) => one.id === id)
  if (!found) throw refuseGenerally('not_found')
  return found
}
