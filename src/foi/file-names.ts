import { extname } from 'node:path'
import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import type { FileKind, StoredFile } from '#platform/files'
import { sealFileName, unsealFileName } from './sealed.ts'

type Upload = { name: string; bytes: Buffer }
/** Unit: characters. */
const longest = 150

/** Keeps a file and what its owner called it, both sealed; the store sees a neutral name. Throws: Refusal of #platform/files. */
export async function keepSealed(
  platform: Platform,
  tx: Tx,
  { name, bytes }: Upload,
  rules: { accept: readonly FileKind[]; limitBytes: number },
): Promise<StoredFile> {
  const neutral = { name: `文件${extname(name)}`, bytes }
  const file = await platform.files.put(tx, neutral, { ...rules, sealed: true })
  const given = name.normalize('NFC').trim().slice(-longest) || neutral.name
  await tx
    .insertInto('foi_file_names')
    .values({ file_id: file.id, name_sealed: sealFileName(platform, given) })
    .execute()
  return file
}

/** The same files under the names that they came with; whoever shows them to others masks them. */
export async function withNames<F extends { fileId: number; name: string }>(
  platform: Platform,
  db: Db | Tx,
  files: readonly F[],
): Promise<F[]> {
  if (files.length === 0) return []
  const rows = await db
    .selectFrom('foi_file_names')
    .selectAll()
    .where(
      'file_id',
      'in',
      files.map(({ fileId }) => fileId),
    )
    .execute()
  const given = new Map(rows.map((row) => [row.file_id, unsealFileName(platform, row.name_sealed)]))
  return files.map((file) => ({ ...file, name: given.get(file.fileId) ?? file.name }))
}

/** Of the files that stay when a person is forgotten: the information asked for is the agency's, how somebody called it is not. */
export async function forgetNames(tx: Tx, requestId: number): Promise<void> {
  await tx
    .deleteFrom('foi_file_names')
    .where('file_id', 'in', (eb) =>
      eb.selectFrom('foi_case_files').select('file_id').where('request_id', '=', requestId),
    )
    .execute()
}
