import { type Day, day, weekdayOf } from '#platform/clock'
import { CalendarGap } from './calendar-gap.ts'
import type { DayKind, HolidayNotice, NoticeReference } from './contract.ts'

/** The days as the notices in force make them. `from` and `horizon` are the first and last day that is known. */
export type WorkingCalendar = {
  daysOff: ReadonlyMap<Day, string>
  makeUpWorkdays: ReadonlyMap<Day, string>
  /** The notice in force that names the day; a date that explains itself cites it. */
  noticeOf: ReadonlyMap<Day, NoticeReference>
  from: Day
  horizon: Day
}

/** Takes the highest version of each year. Throws: RangeError when a year is missing in between, or there is none. */
export function calendarOf(notices: readonly HolidayNotice[]): WorkingCalendar {
  const inForce = new Map<number, HolidayNotice>()
  for (const notice of [...notices].sort((a, b) => a.version - b.version)) inForce.set(notice.year, notice)
  const years = [...inForce.keys()].sort((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) throw new RangeError('no holiday notice')
  if (last - first + 1 !== years.length)
    throw new RangeError('a year between the first and the last notice is missing')
  return {
    daysOff: daysIn(inForce, 'daysOff'),
    makeUpWorkdays: daysIn(inForce, 'makeUpWorkdays'),
    noticeOf: noticesByDay([...inForce.values()]),
    from: day(`${first}-01-01`),
    horizon: day(`${last}-12-31`),
  }
}

/** Throws: CalendarGap outside the known days. */
export function dayKind(calendar: WorkingCalendar, onDay: Day): DayKind {
  if (onDay < calendar.from || onDay > calendar.horizon) throw new CalendarGap(onDay)
  const makeUp = calendar.makeUpWorkdays.get(onDay)
  if (makeUp) return { working: true, reason: 'make_up', name: makeUp }
  const holiday = calendar.daysOff.get(onDay)
  if (holiday) return { working: false, reason: 'holiday', name: holiday }
  const weekday = weekdayOf(onDay)
  return weekday === 0 || weekday === 6
    ? { working: false, reason: 'weekend' }
    : { working: true, reason: 'weekday' }
}

/** 调休 Saturdays and Sundays count as working days. Throws: CalendarGap. */
export function isWorkingDay(calendar: WorkingCalendar, onDay: Day): boolean {
  return dayKind(calendar, onDay).working
}

function daysIn(
  inForce: ReadonlyMap<number, HolidayNotice>,
  list: 'daysOff' | 'makeUpWorkdays',
): Map<Day, string> {
  return new Map([...inForce.values()].flatMap((notice) => Object.entries(notice[list]) as [Day, string][]))
}

function noticesByDay(inForce: readonly HolidayNotice[]): Map<Day, NoticeReference> {
  return new Map(
    inForce.flatMap(({ year, version, source, documentNumber, daysOff, makeUpWorkdays }) => {
      const reference = { year, version, source, documentNumber }
      return Object.keys({ ...daysOff, ...makeUpWorkdays }).map((day) => [day as Day, reference] as const)
    }),
  )
}
