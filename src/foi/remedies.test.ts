import { expect, it } from 'vitest'
import { day } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { builtCase } from './builders.ts'
import { closeConsultation, sendConsultation } from './consultations/consult.ts'
import { listConsultations } from './consultations/consultation-store.ts'
import { consultationInput } from './contract.ts'
import { readRequest } from './read-request.ts'
import { listAllRemedies, recordRemedy } from './remedies.ts'

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

it('notes are shown with people starred, in the list and in the case', async () => {
  const platform = await testPlatform({ now: '2026-03-20T10:00:00+08:00' })
  const officer = await testStaff(platform, 'foi_officer')
  const { id } = await builtCase(platform, officer, '2026-02-25', { name: '欧阳甲' })
  const party = { kind: 'third_party', name: '诸葛丁', contact: '', isPerson: true, on: '2026-03-02' }
  const letter = '欧阳甲申请公开诸葛丁的补助'
  await sendConsultation(platform, officer, id, consultationInput.parse({ ...party, letter }))
  const [asked] = await listConsultations(platform.db, [id])
  const opinion = {
    on: day('2026-03-03'),
    opinion: 'refuses',
    reasons: '诸葛丁来电13900139000不同意',
  } as const
  await closeConsultation(platform, officer, id, asked?.id ?? 0, opinion)
  const filed = { kind: 'complaint', filedOn: day('2026-03-10') } as const
  await recordRemedy(platform, officer, { ...filed, requestId: id, note: '欧阳甲来访' })
  await recordRemedy(platform, officer, { ...filed, requestId: null, note: '来电13800138000' })
  const { remedies, consultations } = await readRequest(platform, officer, id)
  const shown = JSON.stringify([remedies, consultations, await listAllRemedies(platform, officer)])
  for (const hidden of ['欧阳甲', '诸葛丁', '13800138000', '13900139000']) expect(shown).not.toContain(hidden)
  for (const kept of ['来访', '不同意', '的补助']) expect(shown).toContain(kept)
})
