import { appendFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sql } from '#platform/db'
import { testPlatform } from '../../test/platform.ts'
import { anchor, findLostAnchor, headOf, parseAnchor, readAnchors } from './anchor.ts'
import { algorithmCommand, changeAlgorithm } from './change-algorithm.ts'
import { audit, record } from './index.ts'
import { findBrokenLink } from './verify-chain.ts'

const platform = await testPlatform()
const note = (action: string) =>
  platform.inTransaction(async (tx) =>
    record(tx, { actor: { kind: 'system', name: 'test' }, action, subject: { kind: 'test', id: 1 } }),
  )
const tamper = (statement: string) =>
  platform.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db)
    await sql.raw(statement).execute(db)
    await sql`set session_replication_role = origin`.execute(db)
  })
const algorithms = async () =>
  (await platform.db.selectFrom('audit_entries').select('algorithm').orderBy('id').execute()).map(
    (row) => row.algorithm,
  )

it('the hash may change midway, there and back; the chain holds across', async () => {
  await note('test.one')
  expect(await algorithmCommand.run(platform, ['sm3'])).toBe(0)
  await note('test.two')
  await changeAlgorithm(platform, 'sha256')
  await note('test.three')
  expect(await algorithms()).toEqual(['sha256', 'sm3', 'sm3', 'sha256', 'sha256'])
  expect(await findBrokenLink(platform.db)).toBeUndefined()
  expect(await algorithmCommand.run(platform, ['md5'])).toBe(2)
})

it('an SM3 entry that was changed is named', async () => {
  await tamper("update audit_entries set action = 'test.other' where id = 3")
  expect(await findBrokenLink(platform.db)).toEqual({ id: 3, reason: 'changed after it was written' })
  await tamper("update audit_entries set action = 'test.two' where id = 3")
})

it('an anchor shows that the newest entries were cut off, which the chain itself cannot', async () => {
  const [, anchors] = audit.verifications
  await anchor({ ...platform, config: { ...platform.config, auditMail: 'audit@example.gov.cn' } })
  const head = await headOf(platform.db)
  expect(await readAnchors(platform.config)).toEqual([head])
  await tamper('delete from audit_entries where id = 5')
  expect(await findBrokenLink(platform.db)).toBeUndefined()
  expect(await findLostAnchor(platform.db, [head ?? { id: 0, hash: '' }])).toEqual(head)
  expect(await anchors?.run(platform, {})).toContain('entry 5')
  await note('test.instead')
  expect(await anchors?.run(platform, {})).toContain('entry 5')
})

it('an anchor that somebody noted by hand counts as well', async () => {
  const other = await testPlatform()
  const [, anchors] = audit.verifications
  expect(await anchors?.run(other, { expect: `1:${'0'.repeat(64)}` })).toContain('entry 1')
  expect(await anchors?.run(other, { expect: 'nonsense' })).toContain('ID:HASH')
  expect(parseAnchor(`7:${'a'.repeat(64)}`)).toEqual({ id: 7, hash: 'a'.repeat(64) })
})

it('a line in the file that is no anchor is said', async () => {
  const file = join(platform.config.dataDir, 'audit-anchors.txt')
  expect(readFileSync(file, 'utf8')).toMatch(/^\S+ 5 [0-9a-f]{64}\n$/)
  appendFileSync(file, 'something else\n')
  await expect(readAnchors(platform.config)).rejects.toThrow('line 2 is no anchor')
  expect(readdirSync(platform.config.dataDir)).toContain('audit-anchors.txt')
})
