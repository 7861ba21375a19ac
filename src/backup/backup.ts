import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { fileFolder } from '#platform/files'
import { type Line, writeArchive } from './archive.ts'
import { listMigrations, listTables, readRows } from './tables.ts'

/** Everything, files included, as of one moment. The secret key is not in it: keep SECRET_KEY (or DATA_DIR/secret-key) apart. */
export async function backUp(platform: Platform, path: string): Promise<void> {
  await platform.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => writeArchive(path, linesOf(platform, tx)))
}

async function* linesOf({ config }: Platform, tx: Tx): AsyncGenerator<Line> {
  yield { kind: 'head', format: 1, migrations: await listMigrations(tx) }
  for (const table of await listTables(tx))
    for await (const rows of readRows(tx, table))
      yield { kind: 'rows', table: table.name, columns: table.columns, rows }
  const folder = fileFolder(config)
  for (const file of await filesIn(folder))
    yield { kind: 'file', key: relative(folder, file), base64: (await readFile(file)).toString('base64') }
}

/** Finished files only; none when nothing was ever uploaded. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
