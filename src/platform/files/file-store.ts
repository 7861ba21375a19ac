import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { beforeCommit, type Db, sql, type Tx } from '#platform/db'
import { seal, unseal } from '#platform/seal'
import { bytesOf, inMemory } from './content.ts'
import { typeOf } from './file-type.ts'
import type { Files, StoredFile } from './index.ts'
import { inspect } from './inspect/inspect.ts'
import { withoutMetadata } from './metadata/without-metadata.ts'
import { receive } from './receive.ts'
import { refuse } from './refusals.ts'
import type { ByteRange, Storage } from './storage/index.ts'
import { textOfBytes } from './text/text-of.ts'

const purpose = 'stored file'

/**
 * Files under their SHA-256, sealed ones encrypted (and apart, so that a public file never serves sealed bytes).
 * The row is written in the caller's transaction; bytes without a row are harmless and are the same bytes next time.
 */
export function fileStore(given: {
  db: Db
  storage: Storage
  receivingFolder: string
  secretKey: string
}): Files {
  const { storage, secretKey } = given
  const find = async (db: Db | Tx, id: number) => {
    const row = await db.selectFrom('stored_files').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw refuse('file_gone')
    return row
  }
  const streamOf = async (row: { sha256: string; sealed: boolean }, range?: ByteRange): Promise<Readable> => {
    const kept = await storage.open(keyOf(row), row.sealed ? undefined : range)
    if (!kept) throw refuse('file_gone')
    if (!row.sealed) return kept
    // The seal covers the whole: it is opened whole. Personal papers are small.
    const plain = unseal(secretKey, purpose, await buffer(kept))
    return Readable.from([range ? plain.subarray(range.from, range.to + 1) : plain])
  }
  return {
    receive: (stream, limitBytes) => receive(given.receivingFolder, stream, limitBytes),
    put: async (tx, upload, rules) => {
      const { accept, limitBytes, sealed = false } = rules
      const sent = 'received' in upload ? upload.received : inMemory(upload.bytes)
      if (sent.sizeBytes === 0) throw refuse('file_empty')
      if (sent.sizeBytes > limitBytes) throw refuse('file_too_large')
      const { mediaType } = await typeOf(upload.name, sent, accept)
      await inspect(mediaType, sent)
      const asSent = sealed && !rules.withoutMetadata
      const content = asSent ? sent : await withoutMetadata(mediaType, sent)
      const { sha256, sizeBytes } = content
      const kept = sealed ? inMemory(seal(secretKey, purpose, await bytesOf(content))) : content
      await lockBytes(tx, sha256)
      await storage.put(keyOf({ sha256, sealed }), kept)
      const row = {
        name: upload.name.normalize('NFC').trim(),
        media_type: mediaType,
        size_bytes: sizeBytes,
        sha256,
        original_sha256: sent.sha256,
        sealed,
      }
      const { id } = await tx.insertInto('stored_files').values(row).returning('id').executeTakeFirstOrThrow()
      return stored({ id, ...row })
    },
    remove: async (tx, { id }) => {
      const row = await find(tx, id)
      await lockBytes(tx, row.sha256)
      await tx.deleteFrom('stored_files').where('id', '=', id).execute()
      const same = await tx
        .selectFrom('stored_files')
        .select('id')
        .where('sha256', '=', row.sha256)
        .where('sealed', '=', row.sealed)
        .executeTakeFirst()
      // Last in the transaction: a commit that fails after it leaves a row without bytes, never personal data without a row.
      if (!same) beforeCommit(tx, () => storage.remove(keyOf(row)))
    },
    open: async ({ id }, range) => {
      const row = await find(given.db, id)
      return { file: stored(row), stream: await streamOf(row, range) }
    },
    textOf: async ({ id }, tx) => {
      const row = await find(tx ?? given.db, id)
      return textOfBytes(row.media_type, await buffer(await streamOf(row)))
    },
  }
}

/** Keeping and removing the same bytes wait for each other. */
const lockBytes = (tx: Tx, sha256: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 1))`.execute(tx)

const keyOf = ({ sha256, sealed }: { sha256: string; sealed: boolean }) =>
  `${sealed ? 'sealed' : 'plain'}/${sha256.slice(0, 2)}/${sha256}`

type Row = {
  id: number
  name: string
  media_type: string
  size_bytes: number
  sha256: string
  original_sha256: string | null
}
const stored = ({ id, name, media_type, size_bytes, sha256, original_sha256 }: Row): StoredFile => ({
  id,
  name,
  mediaType: media_type,
  sizeBytes: size_bytes,
  sha256,
  originalSha256: original_sha256 ?? sha256,
})
