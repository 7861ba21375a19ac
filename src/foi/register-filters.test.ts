import { expect, it } from 'vitest'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { builtCase } from './builders.ts'
import { requestListQuery } from './contract.ts'
import { assignRequest } from './handle-request.ts'
import { readRegister } from './read-request.ts'

it('the register is narrowed by department, handler, channel and year', async () => {
  const platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  const officer = await testStaff(platform, 'foi_officer')
  const { id: departmentId } = await platform.db
    .insertInto('departments')
    .values({ code: 'law', name: '法规处', position: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  await platform.db
    .updateTable('staff')
    .set({ department_id: departmentId })
    .where('id', '=', officer.id)
    .execute()
  const given = await builtCase(platform, officer, '2026-02-25')
  const letter = { channel: 'letter', arrival: 'ordinary', receivedOn: null } as const
  const waiting = await builtCase(platform, officer, '2025-12-31', letter)
  const old = await builtCase(platform, officer, '2025-12-31')
  await assignRequest(platform, officer, given.id, {
    departmentId,
    handlerId: officer.id,
    internalDueOn: null,
  })
  const found = async (query: Record<string, string>) => {
    const { items } = await readRegister(platform, officer, requestListQuery.parse(query))
    return items.map(({ id }) => id).sort((a, b) => a - b)
  }
  expect(await found({ departmentId: `${departmentId}` })).toEqual([given.id])
  expect(await found({ handlerId: `${officer.id}` })).toEqual([given.id, old.id])
  expect(await found({ channel: 'letter' })).toEqual([waiting.id])
  expect(await found({ year: '2025' })).toEqual([waiting.id, old.id])
  expect(await found({ year: '2025', channel: 'in_person' })).toEqual([old.id])
  expect(await found({ year: '2026' })).toEqual([given.id])
})
