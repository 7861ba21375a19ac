import { extname } from 'node:path'
import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import type { FileKind } from '#platform/files'
import { type Known, knownIn, mask, maskFileName, maskKnown } from '#privacy'
import { refuse } from './refusals.ts'
import { sealFileName, unsealFileName } from './sealed.ts'

/** Unit: bytes. What a telephone's camera or a scanner makes. */
export const attachmentLimitBytes = 10 * 1024 * 1024
/** More than any mailbox takes: past it the form is no form. */
export const attachmentsMost = 10
const accept: readonly FileKind[] = ['image', 'pdf', 'document', 'spreadsheet', 'text']

export type Upload = { name: string; bytes: Buffer; tooLarge: boolean }

/**
 * Keeps what came with a letter: bytes and name sealed, name and text masked for later; what one text tells is masked in all.
 * Answers what is known then. The file itself is never public.
 * Throws: Refusal attachments_too_many, file_too_large, file_type_refused, file_type_mismatch, file_empty.
 */
export async function keepAttachments(
  tx: Tx,
  platform: Platform,
  letterId: number,
  uploads: readonly Upload[],
  { most, known }: { most: number; known: readonly Known[] },
): Promise<Known[]> {
  if (uploads.length > most) throw refuse('attachments_too_many', { files: `最多可以上传${most}个附件。` })
  const files: { id: number; name: string; text: string }[] = []
  for (const [at, upload] of uploads.entries()) files.push(await keepFile(tx, platform, upload, at))
  const all = knownIn(
    files.flatMap(({ name, text }) => [[name, 'file'] as const, [text, 'citizen'] as const]),
    known,
  )
  for (const { id, name, text } of files)
    await tx
      .insertInto('letter_attachments')
      .values({
        letter_id: letterId,
        file_id: id,
        name_sealed: sealFileName(platform, name),
        name_public: maskFileName(name, ...all),
        text_public: mask(text, ...all),
      })
      .execute()
  return all
}

/** A file's own name may be somebody's: the store, which is not sealed, gets a number. */
async function keepFile(tx: Tx, platform: Platform, { name, bytes, tooLarge }: Upload, at: number) {
  const plainName = `附件${at + 1}${extname(name)}`
  const file = await platform.files.put(
    tx,
    { name: plainName, bytes: tooLarge ? Buffer.alloc(1) : bytes },
    { accept, limitBytes: tooLarge ? 0 : attachmentLimitBytes, sealed: true },
  )
  const text = (await platform.files.textOf(file, tx)).text.slice(0, 20_000)
  return { id: file.id, name: name.normalize('NFC').trim().slice(0, 150) || plainName, text }
}

export type Attachment = {
  id: number
  fileId: number
  namePublic: string
  textPublic: string
  shown: boolean
  nameSealed: Buffer
}

export async function listAttachments(db: Db | Tx, letterId: number): Promise<Attachment[]> {
  const rows = await db
    .selectFrom('letter_attachments')
    .selectAll()
    .where('letter_id', '=', letterId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fileId: row.file_id,
    namePublic: row.name_public,
    textPublic: row.text_public,
    shown: row.shown,
    nameSealed: row.name_sealed,
  }))
}

export const attachmentName = (platform: Platform, { nameSealed }: Attachment): string =>
  unsealFileName(platform, nameSealed)

/** What became known later, in the names and texts that may be shown. Answers whether it was there. */
export async function maskAttachments(tx: Tx, letterId: number, known: readonly Known[]): Promise<boolean> {
  let found = false
  for (const { id, namePublic, textPublic } of await listAttachments(tx, letterId)) {
    const masked = { name_public: maskKnown(namePublic, known), text_public: maskKnown(textPublic, known) }
    if (masked.name_public === namePublic && masked.text_public === textPublic) continue
    found = true
    await tx.updateTable('letter_attachments').set(masked).where('id', '=', id).execute()
  }
  return found
}
