import readXlsxFile from 'read-excel-file/node'
import { beforeAll, expect, it } from 'vitest'
import { record } from '#audit'
import { sql } from '#platform/db'
import { allowedRoles } from '../../test/allowed-roles.ts'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { createApp } from '../app.ts'

const platform = await testPlatform({ now: '2026-11-25T10:00:00+08:00' })
const app = await createApp(platform)
let headers: { cookie: string }
const get = (path: string) => app.inject({ url: `/api/staff/audit${path}`, headers })

beforeAll(async () => {
  headers = (await signedIn(app, platform, 'audit_administrator')).headers
  await platform.inTransaction(async (tx) => {
    for (let id = 1; id <= 120; id++) {
      const actor = { kind: 'staff', id: 900, name: id % 2 ? '甲' : '乙' } as const
      record(tx, {
        actor,
        action: 'foi.extend',
        subject: { kind: 'foi_request', id },
        detail: { note: '=1+1' },
      })
    }
    record(tx, { actor: { kind: 'citizen' }, action: 'foireign.other', subject: { kind: 'letter', id: 7 } })
  })
})

it('pages through everything of one person, newest first, none twice and none lost', async () => {
  const seen: number[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: { items: { subjectId: string }[]; next: string | null } = (
      await get(`/entries?actor=%E7%94%B2${after && `&after=${after}`}`)
    ).json()
    seen.push(...page.items.map((item) => Number(item.subjectId)))
    after = page.next
  }
  expect(seen).toEqual(Array.from({ length: 60 }, (_, at) => 119 - 2 * at))
})

it.each([
  ['action=foi.extend', 120],
  ['action=foi', 120],
  ['subjectKind=letter&subjectId=7', 1],
  ['action=foi&subjectId=7', 1],
  ['actor=nobody', 0],
  ['action=foi&from=2099-01-01', 0],
  ['action=foi&to=2018-01-01', 0],
  ['action=foi&from=2018-01-01&to=2099-01-01', 120],
])('filters by %s: %i', async (query, count) => {
  const csv = (await get(`/entries/export?${query}`)).body.trim().split('\n')
  expect(csv).toHaveLength(count + 1)
})

it('sorts both ways', async () => {
  const ids = (await get('/entries?sort=id&action=foi')).json().items.map(({ id }: { id: number }) => id)
  expect(ids).toEqual([...ids].sort((one, other) => one - other))
})

it('an export is itself on the record, with what was asked', async () => {
  await get('/entries/export?action=foi&format=xlsx')
  const [last] = (await get('/entries?action=audit.export')).json().items
  expect(last).toMatchObject({ subjectKind: 'audit', subjectId: 'xlsx', detail: { action: 'foi' } })
  const { detail } = (await get(`/entries/${last.id}`)).json()
  expect(detail).toEqual(last.detail)
})

it('exports a workbook, and no cell that a spreadsheet would run', async () => {
  const answer = await get('/entries/export?action=foi&format=xlsx')
  const sheet = await readXlsxFile(answer.rawPayload)
  const rows = Array.isArray(sheet[0]) ? sheet : (sheet[0] as unknown as { data: unknown[][] }).data
  expect(rows).toHaveLength(121)
  expect(answer.headers['content-disposition']).toContain('2026-11-25.xlsx')
})

it('says when the chain was checked, and names the entry that was changed', async () => {
  expect((await get('/state')).json()).toMatchObject({
    check: null,
    actions: expect.arrayContaining(['foi.extend']),
  })
  const check = () => app.inject({ method: 'POST', url: '/api/staff/audit/checks', headers })
  expect((await check()).json()).toMatchObject({ brokenId: null })
  await platform.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db)
    await sql`update audit_entries set actor_name = '别人' where id = 3`.execute(db)
    await sql`set session_replication_role = origin`.execute(db)
  })
  await check()
  expect((await get('/state')).json().check).toMatchObject({
    brokenId: 3,
    reason: 'changed after it was written',
  })
})

it('an entry that is not there is not found', async () => {
  expect((await get('/entries/999999')).statusCode).toBe(404)
})

it('only the audit administrator reads, exports and checks', async () => {
  const allowed = await allowedRoles(app, platform)
  for (const url of ['/entries', '/entries/1', '/entries/export', '/state', '/checks/running'])
    expect(await allowed({ method: 'GET', url: `/api/staff/audit${url}` })).toEqual(['audit_administrator'])
  expect(await allowed({ method: 'POST', url: '/api/staff/audit/checks' })).toEqual(['audit_administrator'])
})
