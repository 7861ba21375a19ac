import { sql, type Tx } from '#platform/db'

export type TableShape = { name: string; columns: string[] }

/** Every table of ours with the columns that can be written (a generated column fills itself). */
export async function listTables(tx: Tx): Promise<TableShape[]> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select tables.table_name as name, array_agg(columns.column_name::text order by columns.ordinal_position) as columns
    from information_schema.tables
    join information_schema.columns using (table_schema, table_name)
    where tables.table_schema = 'public' and tables.table_type = 'BASE TABLE' and columns.is_generated = 'NEVER'
      and tables.table_name <> 'migrations'
    group by tables.table_name order by tables.table_name`.execute(tx)
  return rows
}

/** Migrations that this database has seen, in order: a backup fits only the same ones. */
export async function listMigrations(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migrations order by name`.execute(tx)
  return rows.map(({ name }) => name)
}

/** Rows as JSON, a thousand at a time, from one cursor in the caller's snapshot. */
export async function* readRows(tx: Tx, table: TableShape): AsyncGenerator<object[]> {
  const columns = sql.join(table.columns.map((column) => sql.ref(column)))
  await sql`declare backup_rows no scroll cursor for select to_jsonb(r) as row from (select ${columns} from ${sql.table(table.name)}) r`.execute(
    tx,
  )
  for (;;) {
    const { rows } = await sql<{ row: object }>`fetch 1000 from backup_rows`.execute(tx)
    if (rows.length === 0) break
    yield rows.map(({ row }) => row)
  }
  await sql`close backup_rows`.execute(tx)
}

export async function writeRows(tx: Tx, table: TableShape, rows: readonly object[]): Promise<void> {
  const columns = sql.join(table.columns.map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table.name)} (${columns}) overriding system value
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table.name)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  )
}

/** Identity columns go on counting after the highest number that came in. */
export async function restartSequences(tx: Tx, tables: readonly TableShape[]): Promise<void> {
  const { rows: counting } = await sql<{ table_name: string; column_name: string }>`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'`.execute(tx)
  for (const { table_name: table, column_name: column } of counting) {
    if (!tables.some(({ name }) => name === table)) continue
    await sql`select setval(pg_get_serial_sequence(${table}, ${column}),
      coalesce((select max(${sql.ref(column)}) from ${sql.table(table)}), 0) + 1, false)`.execute(tx)
  }
}
