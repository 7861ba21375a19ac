import type { Readable } from 'node:stream'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { storageOf } from '#platform/files'
import { type FilePiece, type Line, writeArchive } from './archive.ts'
import { readJobs } from './jobs.ts'
import { listMigrations, listTables, readRows } from './tables.ts'

/** Unit: bytes. Local files come in pieces of 64 KiB; a line of each would be many. */
const pieceBytes = 1024 * 1024

/** Everything, files included, as of one moment. The secret key is not in it: keep SECRET_KEY (or DATA_DIR/secret-key) apart. */
export async function backUp(platform: Platform, path: string): Promise<void> {
  await platform.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => writeArchive(path, linesOf(platform, tx)))
}

async function* linesOf({ config }: Platform, tx: Tx): AsyncGenerator<Line> {
  yield { kind: 'head', format: 2, migrations: await listMigrations(tx) }
  for (const table of await listTables(tx))
    for await (const rows of readRows(tx, table))
      yield { kind: 'rows', table: table.name, columns: table.columns, rows }
  for await (const jobs of readJobs(tx)) yield { kind: 'jobs', jobs }
  const storage = storageOf(config)
  for await (const key of storage.list()) {
    const stream = await storage.open(key)
    // Removed since it was listed: its row is gone, too.
    if (stream) yield* piecesOf(key, stream)
  }
}

async function* piecesOf(key: string, stream: Readable): AsyncGenerator<FilePiece> {
  let held: Buffer[] = []
  let size = 0
  const piece = (last: boolean): FilePiece => ({
    kind: 'file',
    key,
    base64: Buffer.concat(held).toString('base64'),
    last,
  })
  for await (const chunk of stream) {
    held.push(chunk)
    size += chunk.length
    if (size < pieceBytes) continue
    yield piece(false)
    held = []
    size = 0
  }
  yield piece(true)
}
