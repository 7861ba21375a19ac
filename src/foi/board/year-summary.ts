import { workingCalendar, workingDaysBetween } from '#calendar'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { dueOn } from '../clock/replay.ts'
import type { Outcome } from '../contract.ts'
import { type CaseEvent, caseCalendar, clockOf, listEvents, packOf } from '../events.ts'
import { assertCan } from '../permission.ts'
import { valuesOfCase } from '../uncertain/value-store.ts'

/**
 * A year's answered cases: by outcome, extended, in time, and how long they took. A case is in time when its own clock says so
 * on the day of the answer; each figure is a count of rows. A case that was handled again counts with its first answer (ADR 0025).
 */
export async function yearSummary({ db }: Platform, staff: Staff, year: number) {
  assertCan(staff, 'foi.read')
  const rows = await db
    .selectFrom('foi_request_facts')
    .innerJoin('foi_requests', 'foi_requests.id', 'foi_request_facts.row_id')
    .select(['foi_requests.id', 'foi_requests.received_on', 'foi_requests.rules'])
    .select(valuesOfCase.as('uncertain'))
    .select(['foi_request_facts.answered_on', 'foi_request_facts.outcome'])
    .where('foi_request_facts.answered_on', '>=', day(`${year}-01-01`))
    .where('foi_request_facts.answered_on', '<=', day(`${year}-12-31`))
    .execute()
  const received = await db
    .selectFrom('foi_requests')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('received_on', '>=', day(`${year}-01-01`))
    .where('received_on', '<=', day(`${year}-12-31`))
    .executeTakeFirstOrThrow()
  const events = Map.groupBy(
    await listEvents(
      db,
      rows.map(({ id }) => id),
    ),
    ({ requestId }) => requestId,
  )
  const [calendar, known] = [await caseCalendar(db), await workingCalendar(db)]
  let [inTime, extended, workingDays] = [0, 0, 0]
  const outcomes: Partial<Record<Outcome, number>> = {}
  for (const row of rows) {
    const log = untilFirstAnswer(events.get(row.id) ?? [])
    const { received_on: receivedOn, uncertain } = row
    const request = { receivedOn, rules: row.rules as '492' | '711' | null, uncertain }
    const due = dueOn(calendar, packOf(request), clockOf(calendar, request, log))
    if (due === null || (row.answered_on ?? '') <= due) inTime += 1
    if (log.some(({ kind }) => kind === 'extension')) extended += 1
    if (row.received_on && row.answered_on)
      workingDays += workingDaysBetween(known, row.received_on, row.answered_on)
    const outcome = row.outcome as Outcome
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  }
  const answered = rows.length
  const averageWorkingDays = answered ? Math.round((10 * workingDays) / answered) / 10 : null
  return { year, received: received.count, answered, inTime, extended, averageWorkingDays, outcomes }
}

function untilFirstAnswer(log: readonly CaseEvent[]): readonly CaseEvent[] {
  const reopened = log.findIndex(({ kind }) => kind === 'reopened')
  return reopened < 0 ? log : log.slice(0, reopened)
}
