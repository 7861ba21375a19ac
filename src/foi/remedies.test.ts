import { expect, it } from 'vitest'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { builtCase } from './builders.ts'

it('all remedies in one list: the undecided first, one without a case too', async () => {
  const platform = await testPlatform({ now: '2026-03-20T10:00:00+08:00' })
  const { id, number } = await builtCase(platform, await testStaff(platform, 'foi_officer'), '2026-02-25')
  const app = await createApp(platform)
  const { headers } = await signedIn(app, platform, 'foi_officer')
  const url = '/api/staff/foi/remedies'
  const file = async (payload: object) =>
    (await app.inject({ method: 'POST', url, headers, payload })).json<{ id: number }>().id
  const decided = await file({ requestId: id, kind: 'complaint', filedOn: '2026-03-01' })
  const later = await file({ requestId: id, kind: 'reconsideration', filedOn: '2026-03-10' })
  const alone = await file({ requestId: null, kind: 'complaint', filedOn: '2026-03-05', note: '未主动公开' })
  const result = { result: 'upheld', decidedOn: '2026-03-15' }
  await app.inject({ method: 'PUT', url: `${url}/${decided}/result`, headers, payload: result })
  const { items } = (await app.inject({ url, headers })).json()
  expect(items).toMatchObject([
    { id: alone, requestId: null, number: null, result: null, note: '未主动公开' },
    { id: later, requestId: id, number, result: null },
    { id: decided, number, result: 'upheld', decided_on: '2026-03-15' },
  ])
  const author = await signedIn(app, platform, 'author')
  expect((await app.inject({ url, headers: author.headers })).statusCode).toBe(403)
})
