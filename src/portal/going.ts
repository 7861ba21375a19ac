import { type Day, instantOf, isDay } from '#platform/clock'
import type { Going, Place } from './store.ts'

/** `older` and `newer` as the paging links wrote them, `year` and `month` as the form sent them; anything else is the first page. */
export type GoingQuery = { after?: string; before?: string; year?: string; month?: string }

export function goingOf({ after, before, year, month }: GoingQuery): Going {
  if (after) return { older: placeOf(after) }
  if (before) return { newer: placeOf(before) }
  return { older: endOfMonth(year, month) }
}

/** `after` as the paging link wrote it; anything else is the first page. */
export function placeOf(after: string | undefined): Place | undefined {
  const [at = '', id = ''] = (after ?? '').split('_')
  const instant = new Date(at)
  const readable = isDay(at.slice(0, 10)) && !Number.isNaN(instant.getTime()) && /^\d{1,15}$/.test(id)
  return readable ? { at: instant, id: Number(id) } : undefined
}

export const placeText = (item: { published_at: Date; article_id: number }) =>
  `${item.published_at.toISOString()}_${item.article_id}`

/** The list goes on with the last item of the month; of the year when no month is chosen. */
function endOfMonth(year = '', month = ''): Place | undefined {
  if (!/^(?:19|20)\d\d$/.test(year)) return undefined
  const at = /^(?:[1-9]|1[0-2])$/.test(month) ? Number(month) : 12
  const next = at === 12 ? `${Number(year) + 1}-01-01` : `${year}-${String(at + 1).padStart(2, '0')}-01`
  return isDay(next) ? { at: instantOf(next as Day, '00:00'), id: 0 } : undefined
}
