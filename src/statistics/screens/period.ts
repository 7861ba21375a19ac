import dayjs, { type Dayjs } from 'dayjs'
import { useSearchParams } from 'wouter'

export const spans = ['year', 'quarter', 'month', 'days'] as const
export type SpanKind = (typeof spans)[number]
export type ChosenPeriod = { kind: SpanKind; from: string; to: string }

const dayForm = 'YYYY-MM-DD'
const monthsOf = { year: 12, quarter: 3, month: 1 }

/** The span that contains a day: a year, a quarter, a month. Free days are kept as they were. */
export function spanAround(kind: SpanKind, at: Dayjs, before: ChosenPeriod): ChosenPeriod {
  if (kind === 'days') return { ...before, kind }
  const months = monthsOf[kind]
  const start = at.startOf('month').subtract(at.month() % months, 'month')
  return {
    kind,
    from: start.format(dayForm),
    to: start.add(months, 'month').subtract(1, 'day').format(dayForm),
  }
}

/** The period in the address, so that a link names a view; at first the year that is over. */
export function usePeriod(): [ChosenPeriod, (next: ChosenPeriod) => void, URLSearchParams] {
  const [search, setSearch] = useSearchParams()
  const lastYear = dayjs().year() - 1
  const kind = spans.find((known) => known === search.get('span')) ?? 'year'
  const period = {
    kind,
    from: search.get('from') ?? `${lastYear}-01-01`,
    to: search.get('to') ?? `${lastYear}-12-31`,
  }
  const choose = (next: ChosenPeriod) =>
    setSearch((known) => {
      const changed = new URLSearchParams(known)
      changed.set('span', next.kind)
      changed.set('from', next.from)
      changed.set('to', next.to)
      changed.delete('value')
      return changed
    })
  return [period, choose, search]
}

export const periodText = ({ kind, from, to }: ChosenPeriod) => {
  const start = dayjs(from)
  if (kind === 'year') return `${start.year()}年`
  if (kind === 'quarter') return `${start.year()}年第${Math.floor(start.month() / 3) + 1}季度`
  return kind === 'month' ? `${start.year()}年${start.month() + 1}月` : `${from}至${to}`
}
