import { expect, it } from 'vitest'
import { sql } from '#platform/db'
import { commandsIn } from '../../test/command.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { builtContent, builtSection } from '../publishing/builders.ts'
import { createArticle } from '../publishing/create-article.ts'
import { publishInEmergency } from '../publishing/emergency.ts'
import { publishedFingerprints } from '../publishing/published-fingerprints.ts'
import { checkProgress, endProgress, noteProgress } from './check-progress.ts'
import { findBrokenLink } from './verify-chain.ts'

const platform = await testPlatform()
const staff = await testStaff(platform, 'author', 'publisher')
const sectionId = await builtSection(platform)
const { id } = await createArticle(platform, staff, builtContent(sectionId))
await publishInEmergency(platform, staff, id, '测试所需的紧急发布')

/** As somebody with the database's own password could. */
const tamper = (statement: string) =>
  platform.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db)
    await sql.raw(statement).execute(db)
    await sql`set session_replication_role = origin`.execute(db)
  })
const gongkai = commandsIn({ DATABASE_URL: platform.databaseUrl, DATA_DIR: platform.config.dataDir })
async function verify(...args: string[]) {
  const { status, stdout } = await gongkai('verify', ...args)
  return { status, out: stdout }
}

it('an audit entry can be neither changed nor removed through the front door', async () => {
  for (const statement of ['update audit_entries set actor_name = actor_name', 'delete from audit_entries'])
    await expect(sql.raw(statement).execute(platform.db)).rejects.toThrow('append-only')
})

it('prints data as data with --json', async () => {
  const { status, out } = await verify('--json')
  const { promises, newestEntry } = JSON.parse(out)
  expect([status, newestEntry]).toEqual([0, expect.stringMatching(/^\d+:[0-9a-f]{64}$/)])
  expect(promises.length).toBeGreaterThan(2)
  expect(
    promises.every(({ holds, wrong }: { holds: boolean; wrong: unknown }) => holds && wrong === null),
  ).toBe(true)
})

it('holds as written', async () => {
  const { status, out } = await verify()
  const promises = out.trim().split('\n')
  expect(promises).toEqual(
    expect.arrayContaining(['audit chain: ok', 'audit anchors: ok', 'published items: ok']),
  )
  expect(promises.at(-1)).toMatch(/^newest audit entry: \d+:[0-9a-f]{64}$/)
  expect([status, promises.slice(0, -1).filter((line) => !line.endsWith(': ok'))]).toEqual([0, []])
})

it('names an item whose public page was changed behind our back', async () => {
  await tamper(`update published_articles set title = '换过的标题' where article_id = ${id}`)
  expect(await verify()).toMatchObject({
    status: 1,
    out: expect.stringContaining(`article ${id}: the public page`),
  })
  await tamper(
    `update published_articles set title = '${builtContent(sectionId).title}' where article_id = ${id}`,
  )
})

it.each([
  'summary',
  'document_number',
  'source_name',
  'source_url',
  'effectiveness',
  'link_url',
  'cover_alt',
])('names an item whose %s was changed, and holds again when it is put back', async (column) => {
  const { rows } = await sql<{ was: string | null }>`
    select ${sql.ref(column)} as was from published_articles where article_id = ${id}`.execute(platform.db)
  const was = rows[0]?.was ?? null
  await tamper(`update published_articles set ${column} = '换过' where article_id = ${id}`)
  expect(await publishedFingerprints.run(platform)).toBe(
    `article ${id}: the public page differs from its revision`,
  )
  const back = was === null ? 'null' : `'${was}'`
  await tamper(`update published_articles set ${column} = ${back} where article_id = ${id}`)
  expect(await publishedFingerprints.run(platform)).toBeUndefined()
})

it('names an item to which a file was added', async () => {
  await tamper(`insert into published_attachments (article_id, position, file_id, name, media_type, size_bytes, role)
    values (${id}, 1, 1, '添上的.pdf', 'application/pdf', 1, 'attachment')`)
  expect(await publishedFingerprints.run(platform)).toContain(`article ${id}: the public page`)
  await tamper(`delete from published_attachments where article_id = ${id}`)
})

it('says how far a check that runs has read, until it ends or breaks off', async () => {
  const seen: unknown[] = []
  const note = async (readTo: number) => {
    await noteProgress(platform.db, { readTo, newest: 2 })
    seen.push(await checkProgress(platform.db))
  }
  expect(await findBrokenLink(platform.db, note, 1)).toBeUndefined()
  expect(seen.slice(0, 2)).toEqual([1, 2].map((readTo) => ({ readTo, newest: 2 })))
  await sql`update audit_check_progress set at = now() - interval '2 minutes'`.execute(platform.db)
  expect(await checkProgress(platform.db)).toBeUndefined()
  await note(1)
  await endProgress(platform.db)
  expect(await checkProgress(platform.db)).toBeUndefined()
})

it('names the first broken link: changed, then missing', async () => {
  await tamper("update audit_entries set actor_name = '别人' where id = 2")
  expect(await findBrokenLink(platform.db)).toEqual({ id: 2, reason: 'changed after it was written' })
  expect(await verify()).toMatchObject({ status: 1, out: expect.stringContaining('audit chain: entry 2') })
  await tamper('delete from audit_entries where id = 1')
  expect(await findBrokenLink(platform.db)).toEqual({ id: 1, reason: 'missing' })
})
