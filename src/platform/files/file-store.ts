import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Db, Tx } from '#platform/db'
import { seal, unseal } from '#platform/seal'
import { typeOf } from './file-type.ts'
import type { Files, StoredFile } from './index.ts'
import { localFolder } from './local-folder.ts'
import { refuse } from './refusals.ts'
import { textOfBytes } from './text-of.ts'

const purpose = 'stored file'

/**
 * Files in a folder under their SHA-256, sealed ones encrypted (and apart, so that a public file never serves sealed bytes).
 * The row is written in the caller's transaction; bytes without a row are harmless and are the same bytes next time.
 */
export function fileStore(given: { db: Db; folder: string; secretKey: string }): Files {
  const folder = localFolder(given.folder)
  const keyOf = ({ sha256, sealed }: { sha256: string; sealed: boolean }) =>
    `${sealed ? 'sealed' : 'plain'}/${sha256.slice(0, 2)}/${sha256}`
  const find = async (db: Db | Tx, id: number) => {
    const row = await db.selectFrom('stored_files').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw refuse('file_gone')
    return row
  }
  const bytesOf = async (row: { sha256: string; sealed: boolean }) => {
    const kept = await folder.get(keyOf(row)).catch(() => {
      throw refuse('file_gone')
    })
    return row.sealed ? unseal(given.secretKey, purpose, kept) : kept
  }
  return {
    put: async (tx, { name, bytes }, { accept, limitBytes, sealed = false }) => {
      if (bytes.length === 0) throw refuse('file_empty')
      if (bytes.length > limitBytes) throw refuse('file_too_large')
      const { mediaType } = await typeOf(name, bytes, accept)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await folder.put(keyOf({ sha256, sealed }), sealed ? seal(given.secretKey, purpose, bytes) : bytes)
      const row = {
        name: name.normalize('NFC').trim(),
        media_type: mediaType,
        size_bytes: bytes.length,
        sha256,
        sealed,
      }
      const { id } = await tx.insertInto('stored_files').values(row).returning('id').executeTakeFirstOrThrow()
      return stored({ id, ...row })
    },
    open: async ({ id }, range) => {
      const row = await find(given.db, id)
      const bytes = await bytesOf(row)
      const part = range ? bytes.subarray(range.from, range.to + 1) : bytes
      return { file: stored(row), stream: Readable.from([part]) }
    },
    textOf: async ({ id }, tx) => {
      const row = await find(tx ?? given.db, id)
      return textOfBytes(row.media_type, await bytesOf(row))
    },
  }
}

type Row = { id: number; name: string; media_type: string; size_bytes: number; sha256: string }
const stored = ({ id, name, media_type, size_bytes, sha256 }: Row): StoredFile => ({
  id,
  name,
  mediaType: media_type,
  sizeBytes: size_bytes,
  sha256,
})
