import { beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '#people'
import type { Platform } from '#platform'
import type { App } from '#platform/http'
import { createApp } from '../../../src/app.ts'
import { testPlatform } from '../../../test/platform.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { type EntryAction, type EntryStatus, entryActions, entryStatuses } from '../contract.ts'

type Person = Awaited<ReturnType<typeof signedIn>>
let platform: Platform
let app: App
const people = new Map<Role | 'nobody', Person>()
let writer: Person
let owner: Person
beforeAll(async () => {
  platform = await testPlatform()
  app = await createApp(platform)
  writer = await signedIn(app, platform, 'hotline_agent')
  owner = await signedIn(app, platform, 'correspondence_officer')
  for (const role of roles) people.set(role, await signedIn(app, platform, role))
})

const words = { topic: '补助', question: '补助怎样申请', answer: '到窗口申请。', audience: 'public' }
/** An entry in a status, straight into the table: how it got there is tested elsewhere. */
async function entryIn(status: EntryStatus, ownerId: number): Promise<{ id: number; version: number }> {
  const reviewed = { reviewed_by: owner.staff.id, reviewed_at: platform.clock.now() }
  return platform.db
    .insertInto('knowledge_entries')
    .values({
      ...words,
      status,
      owner_id: ownerId,
      written_by: writer.staff.id,
      ...(status === 'draft' ? {} : reviewed),
    })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow()
}
const requests = {
  edit: (id: number, version: number) => ['PUT', `/${id}`, { ...words, version }],
  review: (id: number) => ['POST', `/${id}/review`, undefined],
  suspend: (id: number) => ['POST', `/${id}/suspension`, { reason: '口径有变' }],
  retire: (id: number) => ['POST', `/${id}/retirement`, { reason: '不再使用' }],
  hand_over: (id: number) => ['POST', `/${id}/owner`, { ownerId: writer.staff.id }],
} satisfies Record<EntryAction, (id: number, version: number) => [string, string, object | undefined]>

async function act(who: Person, action: EntryAction, { id, version }: { id: number; version: number }) {
  const [method, path, payload] = requests[action](id, version)
  const answer = await app.inject({
    method: method as 'POST',
    url: `/api/staff/knowledge/entries${path}`,
    headers: who.headers,
    ...(payload ? { payload } : {}),
  })
  return [answer.statusCode, answer.statusCode < 300 ? '' : answer.json().code]
}

/** Who may do what at all; the table of the README says in which status. */
const may: Record<EntryAction, readonly Role[]> = {
  edit: ['correspondence_officer', 'hotline_agent'],
  review: ['supervisor'],
  suspend: ['correspondence_officer', 'hotline_agent'],
  retire: ['supervisor'],
  hand_over: ['supervisor'],
}
const legal: Record<EntryStatus, readonly EntryAction[]> = {
  draft: ['edit', 'review', 'retire', 'hand_over'],
  reviewed: ['edit', 'suspend', 'retire', 'hand_over'],
  suspended: ['edit', 'review', 'retire', 'hand_over'],
  retired: [],
}

describe.each(entryStatuses)('an entry that is %s', (status) => {
  describe.each(entryActions)('%s', (action) => {
    it.each(roles)('%s', async (role) => {
      const entry = await entryIn(status, owner.staff.id)
      const who = people.get(role) as Person
      const allowed = may[action].includes(role)
      const expected = !allowed
        ? [403, 'not_allowed']
        : legal[status].includes(action)
          ? [204, '']
          : [409, 'entry_move']
      const read = await app.inject({
        url: `/api/staff/knowledge/entries/${entry.id}`,
        headers: who.headers,
      })
      const reads = [...may.edit, ...may.review].includes(role)
      expect(read.statusCode).toBe(reads ? 200 : 403)
      // What the screen offers is what the server does.
      if (reads) expect(read.json().abilities[action]).toBe(expected[0] === 204)
      expect(await act(who, action, entry)).toEqual(expected)
    })
  })
  it('its owner hands it over, unless it is retired', async () => {
    const expected = status === 'retired' ? [409, 'entry_move'] : [204, '']
    expect(await act(owner, 'hand_over', await entryIn(status, owner.staff.id))).toEqual(expected)
  })
  it('its writer does not review it', async () => {
    const both = await signedIn(app, platform, 'hotline_agent', 'supervisor')
    const entry = await entryIn(status, owner.staff.id)
    await platform.db
      .updateTable('knowledge_entries')
      .set({ written_by: both.staff.id, reviewed_by: null })
      .where('id', '=', entry.id)
      .execute()
    const expected = legal[status].includes('review') ? [403, 'own_words'] : [409, 'entry_move']
    expect(await act(both, 'review', entry)).toEqual(expected)
  })
})

it('nobody without a session reads or does anything', async () => {
  const entry = await entryIn('draft', owner.staff.id)
  const nobody = { staff: owner.staff, headers: { cookie: '' } }
  for (const action of entryActions) expect((await act(nobody, action, entry))[0]).toBe(401)
})
