import type { Platform } from '#platform'
import { sql, type Tx } from '#platform/db'
import { BrokenBackup, type Line, readArchive } from './archive.ts'
import { fileRestorer } from './restore-file.ts'
import { listMigrations, listTables, restartSequences, writeRows } from './tables.ts'

/** The database already holds an agency's work. */
export class NotEmpty extends Error {}

/**
 * Puts a backup into an empty installation of the same version; all of the database in one transaction, or nothing.
 * The whole file is checked before anything is written. Throws: BrokenBackup, NotEmpty.
 */
export async function restore(platform: Platform, path: string): Promise<void> {
  for await (const _ of readArchive(path));
  await platform.inTransaction(async (tx) => {
    const used = await tx.selectFrom('audit_entries').select('id').limit(1).executeTakeFirst()
    if (used) throw new NotEmpty('the database is not empty; restore needs an empty one')
    const tables = await listTables(tx)
    // Rows come table by table, not in the order of their references; the triggers guard what people do, not this.
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const { name } of tables) await sql`delete from ${sql.table(name)}`.execute(tx)
    const restoreFile = fileRestorer(platform.config)
    for await (const line of readArchive(path)) await take(platform, tx, line, restoreFile)
    await restartSequences(tx, tables)
    await platform.cache.forget(tx, ['*'])
  })
}

async function take(
  { queue }: Platform,
  tx: Tx,
  line: Line,
  restoreFile: ReturnType<typeof fileRestorer>,
): Promise<void> {
  if (line.kind === 'head') {
    const here = await listMigrations(tx)
    if (line.format !== 2 || here.join() !== line.migrations.join())
      throw new BrokenBackup('the backup is of another version: install that version, restore, then upgrade')
  } else if (line.kind === 'rows') await writeRows(tx, { name: line.table, columns: line.columns }, line.rows)
  else if (line.kind === 'jobs') for (const job of line.jobs) await queue.takeOver(tx, job)
  else if (line.kind === 'file') await restoreFile(line)
}
