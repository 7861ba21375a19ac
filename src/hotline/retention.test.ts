import { expect, it } from 'vitest'
import { hotlineCrew } from '../../test/hotline-crew.ts'
import { eraseCalls } from './retention-command.ts'

it('calls that ended long enough ago forget who called and what was said; counts and masked words stay, what waits is kept', async () => {
  const { platform, agent, send, logged } = await hotlineCrew()
  const { db } = platform
  const old = await logged({ callerName: '张三', callerTelephone: '13912345678' })
  const { id: unit_id } = await db
    .insertInto('departments')
    .values({ code: 'x', name: '国库处' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const [open, awaiting] = [await logged({ callerName: '张三' }), await logged({ callerName: '张三' })]
  await db.updateTable('calls').set({ unit_id }).where('id', '=', open).execute()
  await db
    .updateTable('calls')
    .set({ outcome: 'turned_into_request', awaits_registration: true })
    .where('id', '=', awaiting)
    .execute()
  const facts = () => db.selectFrom('call_facts').selectAll().orderBy('row_id').execute()
  const before = await facts()
  const by = { kind: 'system', name: 'test' } as const
  expect(await eraseCalls(platform, 1, by)).toBe(0)
  const later = { ...platform, clock: { ...platform.clock, today: () => '2019-06-15' as never } }
  expect(await eraseCalls(later, 1, by)).toBe(1)
  expect(await eraseCalls(later, 1, by)).toBe(0)
  const rows = await db.selectFrom('calls').selectAll().orderBy('id').execute()
  expect(rows.map(({ id, erased_at }) => [id, erased_at !== null])).toEqual([
    [old, true],
    [open, false],
    [awaiting, false],
  ])
  expect(rows[0]).toMatchObject({ caller_sealed: null, caller_key: null, content_sealed: null })
  expect(rows[0]?.content_masked).toContain('补助什么时候发')
  expect(await facts()).toEqual(before)
  const told = await db
    .selectFrom('audit_entries')
    .select(['subject_id', 'detail'])
    .where('action', '=', 'hotline.erase_person')
    .execute()
  expect(told).toEqual([{ subject_id: String(old), detail: { years: 1 } }])
  const refused = async (path: string, payload?: object) =>
    (await send(agent, 'POST', `/calls/${old}/${path}`, payload)).json().code
  expect(await refused('unsealing')).toBe('call_erased')
  const { key } = await db.selectFrom('mailboxes').select('key').limit(1).executeTakeFirstOrThrow()
  expect(await refused('letter', { mailbox: key, subject: '补助到账', consents: false })).toBe('call_erased')
  expect((await send(agent, 'GET', '/calls')).json().items).toHaveLength(3)
})
