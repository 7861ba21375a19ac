import { expect, it } from 'vitest'
import { day } from '#platform/clock'
import { builtInNotices } from './built-in-notices.ts'
import { CalendarGap } from './calendar-gap.ts'
import { calendarOf, dayKind, isWorkingDay } from './working-calendar.ts'
import { addWorkingDays, explainDays, sameOrNextWorkingDay, workingDaysBetween } from './working-days.ts'

const calendar = calendarOf(builtInNotices)

// The ten vectors of rules.md 7 (day one is the day after receipt), the double one as two rows.
const vectors = [
  ['2018-02-07', 15, '2018-03-05'],
  ['2018-02-07', 30, '2018-03-26'],
  ['2018-04-27', 15, '2018-05-21'],
  ['2018-09-20', 15, '2018-10-17'],
  ['2018-12-20', 15, '2019-01-11'],
  ['2018-12-29', 20, '2019-01-29'],
  ['2019-01-25', 15, '2019-02-20'],
  ['2019-04-26', 7, '2019-05-08'],
  ['2019-05-15', 20, '2019-06-13'],
  ['2019-05-15', 40, '2019-07-11'],
  ['2019-09-25', 20, '2019-10-28'],
] as const

it.each(vectors)('%s and %i working days end on %s', (from, count, due) => {
  expect(addWorkingDays(calendar, day(from), count)).toBe(due)
  expect(workingDaysBetween(calendar, day(from), day(due))).toBe(count)
})

// Received 2026-02-13; make-up days 02-14 and 02-28 count; 02-15 to 02-23 are off: the 20th working day is 03-19.
it('Spring Festival 2026 with both make-up days', () => {
  const due = addWorkingDays(calendar, day('2026-02-13'), 20)
  expect(workingDaysBetween(calendar, day('2026-02-13'), due)).toBe(20)
  expect(dayKind(calendar, day('2026-02-14'))).toEqual({ working: true, reason: 'make_up', name: '春节' })
})

it.each([
  ['2018', 250],
  ['2019', 250],
])('%s has %i working days', (year, count) => {
  expect(workingDaysBetween(calendar, day(`${Number(year) - 1}-12-31`), day(`${year}-12-31`))).toBe(count)
})

it.each([
  ['2018-12-29', true, 'make_up'], // Saturday, worked for New Year 2019
  ['2018-12-31', false, 'holiday'], // Monday, named by the notice of 2019
  ['2019-05-03', false, 'holiday'], // Friday, off since the amendment of 2019-03-22
  ['2020-01-31', false, 'holiday'], // Friday, off since the extension of 2020-01-27
  ['2015-09-03', false, 'holiday'], // Thursday, the 70th anniversary
  ['2018-02-10', false, 'weekend'],
  ['2018-02-11', true, 'make_up'], // Sunday
])('%s: working %s because of %s', (text, working, reason) => {
  expect(dayKind(calendar, day(text))).toMatchObject({ working, reason })
})

it('an amended notice changes only what it changes', () => {
  const before = calendarOf(builtInNotices.filter((notice) => !(notice.year === 2019 && notice.version > 1)))
  expect(addWorkingDays(before, day('2019-04-26'), 7)).toBe('2019-05-08')
  expect(isWorkingDay(before, day('2019-05-03'))).toBe(true)
  expect(isWorkingDay(before, day('2019-04-28'))).toBe(false)
})

it('says which days were skipped and why', () => {
  expect(explainDays(calendar, day('2018-06-15'), day('2018-06-19'))).toEqual([
    { day: '2018-06-16', kind: { working: false, reason: 'weekend' } },
    { day: '2018-06-17', kind: { working: false, reason: 'weekend' } },
    { day: '2018-06-18', kind: { working: false, reason: 'holiday', name: '端午' } },
  ])
})

it('a period that ends on a day off rolls forward', () => {
  expect(sameOrNextWorkingDay(calendar, day('2018-10-01'))).toBe('2018-10-08')
  expect(addWorkingDays(calendar, day('2018-10-01'), 0)).toBe('2018-10-08')
})

it('refuses to guess beyond the horizon, and nonsense counts', () => {
  expect(() => addWorkingDays(calendar, day('2026-12-30'), 20)).toThrow(CalendarGap)
  expect(() => isWorkingDay(calendar, day('2007-12-31'))).toThrow(CalendarGap)
  expect(() => addWorkingDays(calendar, day('2018-01-02'), 1.5)).toThrow(RangeError)
  const gap = builtInNotices.filter((notice) => notice.year !== 2012)
  expect(() => calendarOf(gap)).toThrow(/missing/)
})
