import type { WorkingCalendar } from '#calendar'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import type { Job } from '#platform/queue'
import { dueOn } from './clock/replay.ts'
import { type CaseEvent, caseCalendar, clockOf, listEvents, packOf } from './events.ts'
import { valuesOfCase } from './uncertain/value-store.ts'

type Received = Parameters<typeof packOf>[0]

/** Whether an answer on this day was in time, by the clock of its case; while somebody was awaited it was. Law: Order 492 art. 24; Order 711 art. 33. */
export function isInTime(
  calendar: WorkingCalendar,
  request: Received,
  events: readonly CaseEvent[],
  answeredOn: Day,
): boolean {
  const due = dueOn(calendar, packOf(request), clockOf(calendar, request, events))
  return due === null || answeredOn <= due
}

/** The same for a case that is being closed; one that was handled again keeps the verdict on its first answer (ADR 0025). */
export async function closesInTime(
  tx: Tx,
  request: Received & { id: number; firstAnsweredOn: Day | null },
  answeredOn: Day,
): Promise<{ closed_in_time?: boolean }> {
  if (request.firstAnsweredOn) return {}
  const events = await listEvents(tx, [request.id])
  return { closed_in_time: isInTime(await caseCalendar(tx), request, events, answeredOn) }
}

const casesAtOnce = 500

/** Cases that were closed before the verdict was kept are judged once; a run that was missed does no harm. */
export const judgeClosingsJob: Job<never> = {
  name: 'foi.judge-closings',
  schedule: '20 1 * * *',
  run: async (platform) => void (await judgeClosings(platform)),
}

/** Answers how many were judged. */
export async function judgeClosings(platform: Platform): Promise<number> {
  for (let judged = 0; ; ) {
    const rows = await unjudged(platform.db)
    if (rows.length === 0) return judged
    const calendar = await caseCalendar(platform.db)
    const events = await listEvents(
      platform.db,
      rows.map(({ id }) => id),
    )
    const byCase = Map.groupBy(events, ({ requestId }) => requestId)
    for (const { id, receivedOn, rules, uncertain, answeredOn } of rows) {
      const closed_in_time = isInTime(
        calendar,
        { receivedOn, rules: rules as Received['rules'], uncertain },
        untilFirstAnswer(byCase.get(id) ?? []),
        answeredOn as Day,
      )
      await platform.db
        .updateTable('foi_requests')
        .set({ closed_in_time })
        .where('id', '=', id)
        .where('closed_in_time', 'is', null)
        .execute()
    }
    judged += rows.length
  }
}

function untilFirstAnswer(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const reopened = events.findIndex(({ kind }) => kind === 'reopened')
  return reopened < 0 ? events : events.slice(0, reopened)
}

const unjudged = (db: Db) =>
  db
    .selectFrom('foi_request_facts')
    .innerJoin('foi_requests', 'foi_requests.id', 'row_id')
    .select(['foi_requests.id', 'foi_requests.received_on as receivedOn', 'rules'])
    .select(valuesOfCase.as('uncertain'))
    .select('foi_request_facts.answered_on as answeredOn')
    .where('foi_request_facts.answered_on', 'is not', null)
    .where('foi_requests.closed_in_time', 'is', null)
    .orderBy('foi_requests.id')
    .limit(casesAtOnce)
    .execute()
