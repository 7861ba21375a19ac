import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { day } from '#platform/clock'
import { sql } from '#platform/db'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { builtInNotices } from './built-in-notices.ts'
import { workingCalendar } from './loaded-calendar.ts'
import { insertNotice, listNotices } from './notice-store.ts'
import { isWorkingDay } from './working-calendar.ts'

const platform = await testPlatform()
const staff = await testStaff(platform, 'system_administrator')
const year2026 = builtInNotices.find((notice) => notice.year === 2026)
if (!year2026) throw new Error('the notice of 2026 is missing')

it('starts with the notices of the software, once, however many ask at once', async () => {
  await Promise.all([1, 2, 3].map(() => workingCalendar(platform.db)))
  expect((await listNotices(platform.db)).notices).toEqual(builtInNotices)
})

it('counts with a notice from the moment it is loaded, in its own transaction first', async () => {
  const amended = { ...year2026, version: 2, daysOff: { ...year2026.daysOff, [day('2026-11-27')]: '测试' } }
  const friday = day('2026-11-27')
  await platform.inTransaction(async (tx) => {
    await insertNotice(tx, amended, staff.id, platform.clock.now())
    expect(isWorkingDay(await workingCalendar(tx), friday)).toBe(false)
    expect(isWorkingDay(await workingCalendar(platform.db), friday)).toBe(true)
  })
  expect(isWorkingDay(await workingCalendar(platform.db), friday)).toBe(false)
})

it('keeps every version: none is changed or removed', async () => {
  for (const statement of ["update holiday_notices set source = 'x'", 'delete from holiday_notices'])
    await expect(sql.raw(statement).execute(platform.db)).rejects.toThrow('append-only')
})

it('nothing but this module counts with the list of the software', () => {
  const files = globSync(['src/**/*.ts', 'demo/**/*.ts']).filter(
    (file) => !/\.test\.ts$|src\/calendar\//.test(file),
  )
  expect(files.filter((file) => /\bbuiltInNotices\b/.test(readFileSync(file, 'utf8')))).toEqual([])
})
