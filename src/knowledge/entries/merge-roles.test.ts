import { beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles, type Staff } from '#people'
import type { Platform } from '#platform'
import { testPlatform } from '../../../test/platform.ts'
import { testStaff } from '../../../test/staff.ts'
import { type EntryStatus, entryStatuses } from '../contract.ts'
import { mergeEntry } from './merge-entries.ts'
import { getEntry } from './store.ts'

let platform: Platform
const people = new Map<Role, Staff>()
beforeAll(async () => {
  platform = await testPlatform()
  for (const role of roles) people.set(role, await testStaff(platform, role))
})

/** An entry in a status, straight into the table: how it got there is tested elsewhere. */
async function entryIn(status: EntryStatus): Promise<number> {
  const writer = people.get('hotline_agent')?.id ?? 0
  const reviewed = { reviewed_by: people.get('supervisor')?.id, reviewed_at: platform.clock.now() }
  const { id } = await platform.db
    .insertInto('knowledge_entries')
    .values({
      topic: '补助',
      question: '补助怎样申请',
      answer: '到窗口申请。',
      audience: 'public',
      status,
      owner_id: writer,
      written_by: writer,
      ...(status === 'draft' ? {} : reviewed),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Who may is asked first, then what is merged, then what it is merged into. */
function expected(role: Role, status: EntryStatus, into: EntryStatus): string {
  if (role !== 'supervisor') return 'not_allowed'
  if (status === 'retired') return 'entry_move'
  return into === 'reviewed' ? '' : 'merged_into_unused'
}

describe.each(entryStatuses)('an entry that is %s', (status) => {
  describe.each(entryStatuses)('merged into one that is %s', (into) => {
    it.each(roles)('by %s', async (role) => {
      const [id, intoId] = [await entryIn(status), await entryIn(into)]
      const code = await mergeEntry(platform, people.get(role) as Staff, id, intoId).then(
        () => '',
        (refusal) => refusal.code,
      )
      expect(code).toBe(expected(role, status, into))
      const { status: after, mergedIntoId } = await getEntry(platform.db, id)
      expect([after, mergedIntoId]).toEqual(code ? [status, null] : ['retired', intoId])
    })
  })
})
