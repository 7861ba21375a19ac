import { type Day, weekdayOf } from '#platform/clock'
import type { HolidayNotice, NoticeDay, NoticeInput } from './contract.ts'
import { refuse } from './refusals.ts'

/** The statutory holidays. Source: 全国年节及纪念日放假办法 (2013 and 2024); rules.md 7. */
const statutory = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const
/** A notice may name the last days of the December before (29 to 31 December 2018: New Year 2019). */
const earliest = (year: number) => `${year - 1}-12-25`

/** What cannot be right in a list of days, by its place in the list (from 0). */
export function wrongDays(year: number, days: readonly NoticeDay[]): { at: number; reason: string }[] {
  const seen = new Set<Day>()
  return days.flatMap(({ day, kind }, at) => {
    const before = seen.has(day)
    seen.add(day)
    if (before) return [{ at, reason: `${day} 重复出现` }]
    if (day < earliest(year) || day > `${year}-12-31`)
      return [{ at, reason: `${day} 不在 ${year} 年（含上一年12月25日以后）` }]
    if (kind === 'make_up' && ![0, 6].includes(weekdayOf(day)))
      return [{ at, reason: `${day} 本来就是周一至周五，不会是调休上班` }]
    return []
  })
}

/** Throws: Refusal notice_days_wrong, with the lines. */
export function assertDays(input: NoticeInput) {
  const wrong = wrongDays(input.year, input.days)
  if (wrong.length)
    throw refuse(
      'notice_days_wrong',
      Object.fromEntries(wrong.map(({ at, reason }) => [`days.${at}`, `第 ${at + 1} 行：${reason}`])),
    )
}

/** The next version of a year; an amendment keeps the holidays of the version in force that it does not name. */
export function nextVersion(input: NoticeInput, inForce: HolidayNotice | undefined): HolidayNotice {
  const named = new Set(input.days.map(({ name }) => name))
  const kept = (days: Record<string, string>) =>
    input.covers === 'named_holidays'
      ? Object.entries(days).filter(([, name]) => !named.has(name))
      : ([] as [string, string][])
  const listed = new Set<string>(input.days.map(({ day }) => day))
  const merged = (kind: NoticeDay['kind'], before: Record<string, string> = {}) =>
    Object.fromEntries(
      [
        ...kept(before).filter(([day]) => !listed.has(day)),
        ...input.days.filter((row) => row.kind === kind).map(({ day, name }) => [day, name] as const),
      ].sort(([one], [other]) => (one < other ? -1 : 1)),
    )
  return {
    year: input.year,
    version: (inForce?.version ?? 0) + 1,
    issuedOn: input.issuedOn,
    source: input.source,
    documentNumber: input.documentNumber,
    url: input.url,
    daysOff: merged('off', inForce?.daysOff),
    makeUpWorkdays: merged('make_up', inForce?.makeUpWorkdays),
  }
}

/** What is allowed but odd: a holiday without a day. 中秋 inside 国庆 (2020) is such a case and is right. */
export function warningsFor(notice: HolidayNotice): string[] {
  const names = Object.values(notice.daysOff).join(' ')
  const missing = statutory.filter((name) => !names.includes(name))
  return missing.length ? [`没有列出 ${missing.join('、')} 的放假日，请核对通知原文。`] : []
}
