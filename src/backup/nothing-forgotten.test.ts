import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { sql } from '#platform/db'
import { testPlatform } from '../../test/platform.ts'
import { backUp } from './backup.ts'
import { restore } from './restore.ts'
import { listTables } from './tables.ts'

/** As a later version may bring: a table, a generated column, a reference to itself. */
const addLater = (platform: Platform) =>
  sql`create table added_later (
    id bigint generated always as identity primary key,
    parent_id bigint references added_later (id),
    note text not null,
    note_length integer generated always as (length(note)) stored
  )`.execute(platform.db)
const path = join(mkdtempSync(join(tmpdir(), 'gongkai-backup-')), 'all.backup')
const big = Buffer.alloc(5 * 1024 * 1024, '大文件')
const letter = { to: 'zhang.san@example.com', subject: '答复', text: '您好' }
let from: Platform
let to: Platform
let fileId: number

beforeAll(async () => {
  ;[from, to] = [await testPlatform(), await testPlatform()]
  for (const platform of [from, to]) await addLater(platform)
  await sql`insert into added_later (parent_id, note) values (2, '一'), (null, '二')`.execute(from.db)
  const rules = { accept: ['text'], limitBytes: 10_000_000 } as const
  const whole = big.subarray(0, big.length - (big.length % 9))
  fileId = (await from.inTransaction((tx) => from.files.put(tx, { name: '大.txt', bytes: whole }, rules))).id
  await from.inTransaction((tx) => from.mail.sendLater(tx, letter))
  await from.inTransaction((tx) => from.queue.add(tx, 'test.broken', { of: 'yesterday' }))
  await sql`update pgboss.job set state = 'failed', completed_on = now(), output = '{"message":"away"}'
    where name = 'test.broken'`.execute(from.db)
  await backUp(from, path)
  await restore(to, path)
}, 120_000)

describe('a backup forgets nothing', () => {
  it('no table of any schema but the migrations’ own and the queue’s, which comes job by job', async () => {
    const { rows } = await sql<{ schema: string; name: string }>`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'pgboss')`.execute(
      from.db,
    )
    const kept = await from.inTransaction(listTables)
    const forgotten = rows.filter(
      ({ schema, name }) => schema !== 'public' || !kept.some((table) => table.name === name),
    )
    expect(forgotten).toEqual([{ schema: 'public', name: 'migrations' }])
  })

  it('a table that a later version brings, with its numbers going on', async () => {
    const rows = async ({ db }: Platform) =>
      (await sql`select * from added_later order by id`.execute(db)).rows
    expect(await rows(to)).toEqual(await rows(from))
    await sql`insert into added_later (note) values ('三')`.execute(to.db)
    expect((await rows(to)).at(-1)).toMatchObject({ id: 3, note_length: 1 })
  })

  it('a big file, in pieces', async () => {
    const [kept, given] = [await to.files.open({ id: fileId }), await from.files.open({ id: fileId })]
    expect((await buffer(kept.stream)).equals(await buffer(given.stream))).toBe(true)
  })

  it('mail that waits and work that failed', async () => {
    const jobs = async ({ db }: Platform) =>
      (
        await sql`select id, name, state, data, output, retry_limit from pgboss.job
          where name in ('mail.send', 'test.broken') order by name`.execute(db)
      ).rows
    expect(await jobs(to)).toEqual(await jobs(from))
    expect(await jobs(to)).toMatchObject([
      { name: 'mail.send', state: 'created' },
      { name: 'test.broken', state: 'failed' },
    ])
  })
})
