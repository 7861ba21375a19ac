/** A calendar day in Asia/Shanghai, written 'YYYY-MM-DD'. Plain string comparison orders days. */
export type Day = string & { readonly __brand: 'Day' }

/** No record of an agency is older or lies farther ahead: another year is a slip of the pen, and year 0 no database keeps. */
const pattern = /^(?:19|20|21)\d\d-\d{2}-\d{2}$/

/** Parses a day. Throws: RangeError when the text is not a real calendar day of the years 1900 to 2199. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a calendar day: ${text}`)
  return text
}

export function isDay(text: string): text is Day {
  return pattern.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
}

/** The Shanghai day that contains an instant. China has kept UTC+8 without daylight saving since 1992. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10) as Day
}

/** The instant at which a Shanghai day begins, plus a time of day 'HH:mm'. */
export function instantOf(onDay: Day, time = '00:00'): Date {
  return new Date(`${onDay}T${time}:00+08:00`)
}

/** Unit: calendar days; negative counts backwards. */
export function addDays(from: Day, days: number): Day {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as Day
}

/** Unit: calendar days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(onDay: Day): number {
  return new Date(`${onDay}T00:00:00Z`).getUTCDay()
}

export function yearOf(onDay: Day): number {
  return Number(onDay.slice(0, 4))
}

/** 2019年5月15日: without leading zeros, as GB/T 9704 writes a date. */
export function dayInWords(onDay: Day): string {
  const [year, month, date] = onDay.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const dayMs = 86_400_000
const shanghaiOffsetMs = 8 * 3_600_000
