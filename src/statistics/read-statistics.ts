import { assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Db } from '#platform/db'
import { breakdownOf, getDimension } from './breakdown.ts'
import type {
  BreakdownQuery,
  BreakdownView,
  FiguresView,
  FigureView,
  MadeOfView,
  PeriodQuery,
  RowsQuery,
  RowsView,
} from './contract.ts'
import { dimensions, subjectOf } from './dimension.ts'
import { countedBy, figureOf, yearEarlier } from './figures.ts'
import type { Indicator, Period } from './indicator.ts'
import { getIndicator, indicators } from './indicators.ts'
import { madeOf } from './made-of.ts'
import { partNameOf } from './part-names.ts'
import { refuse } from './refusals.ts'
import { type RowFilter, recordIdOf, rowsOf } from './rows.ts'
import { sourceText } from './source-text.ts'
import { listYears } from './years.ts'

/** Every figure of a period beside the same days a year earlier. Throws: Refusal not_allowed, period_reversed. */
export async function readFigures({ db }: Platform, staff: Staff, query: PeriodQuery): Promise<FiguresView> {
  assertCan(staff, 'statistics.read')
  const period = periodOf(query)
  const figures: FigureView[] = []
  for (const indicator of indicators) figures.push(await viewOf(db, indicator, period))
  const parts = [...Map.groupBy(figures, (figure) => partNameOf(figure.key))]
  return { years: await listYears(db), parts: parts.map(([name, members]) => ({ name, figures: members })) }
}

/** One figure in groups. A figure whose rows cannot be grouped has no groups. Throws: Refusal not_allowed, not_found, period_reversed. */
export async function readBreakdown(
  { db }: Platform,
  staff: Staff,
  query: BreakdownQuery,
): Promise<BreakdownView> {
  assertCan(staff, 'statistics.read')
  const [indicator, period] = [getIndicator(query.key), periodOf(query)]
  const subject = subjectOf(countedBy(indicator))
  const known = dimensions[subject].map(({ key, label, ordered }) => ({
    key,
    label,
    ordered: ordered ?? false,
  }))
  const groups = known.length
    ? await breakdownOf(db, indicator, period, getDimension(indicator, query.by))
    : []
  return {
    ...(await viewOf(db, indicator, period)),
    subject,
    dimensions: known,
    by: query.by,
    groups,
    madeOf: await partsOf(db, indicator, period),
  }
}

/** The rows behind a figure or one of its groups, fifty at a time. Throws: Refusal not_allowed, not_found, period_reversed. */
export async function readRows({ db }: Platform, staff: Staff, query: RowsQuery): Promise<RowsView> {
  assertCan(staff, 'statistics.read')
  const indicator = getIndicator(query.key)
  const filter = filterOf(indicator, query)
  const { items, next } = await rowsOf(db, indicator, periodOf(query), { after: query.after, filter })
  const subject = subjectOf(countedBy(indicator))
  return {
    items: items.map(({ id, title, day, record_id }) => ({
      id,
      title,
      day,
      recordId: record_id ?? recordIdOf(subject, id),
    })),
    next,
  }
}

/** Throws: Refusal period_reversed. */
export function periodOf({ from, to }: PeriodQuery): Period {
  if (from > to) throw refuse('period_reversed')
  return { from, to }
}

export function filterOf(
  indicator: Indicator,
  { by, value }: { by?: string | undefined; value: string },
): RowFilter | undefined {
  return by === undefined ? undefined : { dimension: getDimension(indicator, by), value: value || null }
}

async function viewOf(db: Db, indicator: Indicator, period: Period): Promise<FigureView> {
  const { key, wording, unit } = indicator
  const source = sourceText(indicator.source, period.to)
  const value = await figureOf(db, indicator, period)
  const before = await figureOf(db, indicator, yearEarlier(period))
  return { key, wording, unit, source, value, before, comparable: unit !== '%' }
}

async function partsOf(db: Db, indicator: Indicator, period: Period): Promise<MadeOfView[]> {
  const parts: MadeOfView[] = []
  for (const { indicator: of, period: over } of madeOf(indicator, period)) {
    const { key, wording, unit } = of
    parts.push({ key, wording, unit, ...over, value: await figureOf(db, of, over) })
  }
  return parts
}
