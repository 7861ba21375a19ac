import { CalendarGap, type DueDates, type MovedDate, type WorkingCalendar } from '#calendar'
import type { Day } from '#platform/clock'
import { type DatedMatter, datesOfCase } from './alerts/dates-of-case.ts'
import { type OpenCase, openCases } from './alerts/open-cases.ts'
import { asCaseCalendar, type CaseEvent, dueDateOf, insertEvent } from './events.ts'
import { alertKindLabels } from './labels.ts'

/**
 * Every date of an open case that a holiday notice moves: confirmation, answer, opinion, payment. The clock is replayed (ADR 0011):
 * no date is stored, but the case's log says what moved it.
 */
export const foiDueDates: DueDates = {
  key: 'foi',
  label: '依申请公开',
  moved: async (db, before, after, today) =>
    (await openCases(db)).flatMap((one) => movedOf(one, { before, after, today })),
  save: async (tx, moved, { source, documentNumber, version, staffId, at, today }) => {
    for (const [requestId, dates] of Map.groupBy(moved, ({ id }) => id))
      await insertEvent(tx, {
        ...{ requestId, kind: 'due_date_recomputed', on: today, staffId, at },
        detail: {
          notice: { source, documentNumber, version },
          dates: dates.map(({ what, before, after }) => ({ what, before, after })),
        },
      })
  },
}

function movedOf(
  one: OpenCase,
  { before, after, today }: { before: WorkingCalendar; after: WorkingCalendar; today: Day },
): MovedDate[] {
  const { id, number } = one.request
  const [were, are] = [knownDates(before, one, today), knownDates(after, one, today)]
  return [...new Map([...were, ...are])].flatMap(([key, { kind }]) => {
    const [was, is] = [were.get(key)?.dueOn ?? null, are.get(key)?.dueOn ?? null]
    const what = alertKindLabels[kind]
    return was === is ? [] : [{ id, number, href: `/requests/${id}`, what, before: was, after: is }]
  })
}

/** Without those that rest on days which no notice covers. */
function knownDates(calendar: WorkingCalendar, one: OpenCase, today: Day): Map<string, DatedMatter> {
  try {
    const dates = datesOfCase(asCaseCalendar(calendar), one, today)
    const known = dates.filter(({ dueOn }) => dueOn <= calendar.horizon)
    return new Map(known.map((date) => [`${date.kind} ${date.part}`, date]))
  } catch (error) {
    if (error instanceof CalendarGap) return new Map()
    throw error
  }
}

export function dueOn(
  calendar: WorkingCalendar,
  request: Parameters<typeof dueDateOf>[1],
  events: readonly CaseEvent[],
): Day | null {
  try {
    return dueDateOf(calendar, request, events)?.dueOn ?? null
  } catch (error) {
    if (error instanceof CalendarGap) return null
    throw error
  }
}
