import { describe, expect, it } from 'vitest'
import { addDays, day, dayOf, daysBetween, instantOf, isDay, weekdayOf } from './index.ts'

describe('days in Asia/Shanghai', () => {
  it('the Shanghai day starts at 16:00 UTC of the day before', () => {
    expect(dayOf(new Date('2026-01-30T15:59:59Z'))).toBe('2026-01-30')
    expect(dayOf(new Date('2026-01-30T16:00:00Z'))).toBe('2026-01-31')
    expect(instantOf(day('2026-01-31'), '08:30').toISOString()).toBe('2026-01-31T00:30:00.000Z')
  })
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'today', '0000-01-01', '1899-12-31', '2200-01-01'])(
    '%j is not a day',
    (text) => {
      expect(isDay(text)).toBe(false)
      expect(() => day(text)).toThrow(RangeError)
    },
  )
  it('adds and counts calendar days over month, leap day and year', () => {
    expect(addDays(day('2020-02-28'), 2)).toBe('2020-03-01')
    expect(addDays(day('2019-01-01'), -1)).toBe('2018-12-31')
    expect(daysBetween(day('2018-12-29'), day('2019-01-01'))).toBe(3)
    expect(weekdayOf(day('2018-12-29'))).toBe(6)
  })
})
