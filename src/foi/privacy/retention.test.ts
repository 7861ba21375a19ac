import { expect, it } from 'vitest'
import { day } from '#platform/clock'
import { sql } from '#platform/db'
import { testPlatform } from '../../../test/platform.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { testStaff } from '../../../test/staff.ts'
import { createApp } from '../../app.ts'
import { builtCase } from '../builders.ts'
import { eraseExpired } from './erase-person.ts'
import { countExpired, everyExpired } from './retention.ts'

it('a thousand cases are no bound: all are listed, counted and erased, one batch after the other', async () => {
  const platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  const officer = await testStaff(platform, 'foi_officer')
  const numbers: string[] = []
  for (let made = 0; made < 5; made += 1)
    numbers.push((await builtCase(platform, officer, '2026-02-25')).number)
  // Two on one day, where a page ends.
  await sql`update foi_requests set status = 'archived', outcome = 'granted', received_on = '2014-05-01',
    answered_on = date '2014-05-20' + (id / 2)::integer`.execute(platform.db)
  const before = day('2016-03-02')
  const listed = []
  for await (const { number } of everyExpired(platform.db, before, 2)) listed.push(number)
  expect(listed).toEqual(numbers)
  const app = await createApp(platform)
  const { headers } = await signedIn(app, platform, 'supervisor')
  expect((await app.inject({ url: '/api/staff/foi/retention', headers })).json()).toMatchObject({ total: 5 })
  expect(await eraseExpired(platform, 10, { kind: 'system', name: 'retention' }, 2)).toBe(5)
  expect(await countExpired(platform.db, before)).toBe(0)
})
