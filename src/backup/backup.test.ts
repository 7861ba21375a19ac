import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Platform } from '#platform'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { findBrokenLink } from '../audit/verify-chain.ts'
import { builtCase } from '../foi/builders.ts'
import { readSealed } from '../foi/read-request.ts'
import { backUp } from './backup.ts'
import { backup } from './index.ts'
import { restore } from './restore.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-backup-'))
const path = join(folder, 'all.backup')
let from: Platform
let fileId: number
let caseId: number
beforeAll(async () => {
  from = await testPlatform()
  const officer = await testStaff(from, 'foi_officer')
  caseId = (await builtCase(from, officer, '2018-06-04')).id
  const rules = { accept: ['text'], limitBytes: 1000, sealed: true } as const
  const bytes = Buffer.from('证件')
  fileId = (await from.inTransaction((tx) => from.files.put(tx, { name: '证件.txt', bytes }, rules))).id
  await backUp(from, path)
})

describe('a backup', () => {
  it('restored elsewhere is the same agency: rows, sealed data, files, audit chain, and numbers go on', async () => {
    const to = await testPlatform()
    await restore(to, path)
    for (const table of ['staff', 'foi_requests', 'foi_events', 'audit_entries', 'mailboxes'] as const) {
      const rows = (db: Platform['db']) =>
        db
          .selectFrom(table)
          .selectAll()
          .orderBy(table === 'mailboxes' ? 'key' : 'id')
          .execute()
      expect(await rows(to.db)).toEqual(await rows(from.db))
    }
    expect(await findBrokenLink(to.db)).toBeUndefined()
    const { stream } = await to.files.open({ id: fileId })
    expect(Buffer.concat(await stream.toArray()).toString()).toBe('证件')
    const officer = await testStaff(to, 'foi_officer')
    expect((await readSealed(to, officer, caseId)).applicant?.name).toBe('张小明')
    expect((await builtCase(to, officer, '2018-06-05')).number).toBe('2018-0002')
  })

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['no backup', () => Buffer.from('something else')],
  ])('that is %s changes nothing', async (name, change) => {
    const to = await testPlatform()
    const broken = join(folder, name)
    writeFileSync(broken, change(readFileSync(path)))
    await expect(restore(to, broken)).rejects.toThrow(broken)
    expect(await to.db.selectFrom('staff').select('id').execute()).toEqual([])
  })

  it('does not go over an agency that is there, nor over a file', async () => {
    await expect(restore(from, path)).rejects.toThrow('not empty')
    const [write, read] = backup.commands
    expect(await write?.run(from, [path])).toBe(1)
    expect(await read?.run(from, [join(folder, 'missing')])).toBe(1)
    expect(await write?.run(from, [])).toBe(2)
  })
})
