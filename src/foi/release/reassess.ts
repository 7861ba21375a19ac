import type { Staff } from '#people'
import type { Platform } from '#platform'
import { addDays, type Day } from '#platform/clock'
import { type Db, sql, type Tx } from '#platform/db'
import type { Outcome } from '../contract.ts'
import { caseCalendar } from '../events.ts'
import { assertWithinCalendar } from '../fact-day.ts'
import { moveRequest } from '../move-request.ts'
import { isRefusal } from '../outcome-rules.ts'
import { assertCan } from '../permission.ts'
import { refuse } from '../refusals.ts'
import { valuesOn } from '../uncertain/value-store.ts'
import type { ReassessmentInput, WithheldQuery } from './contract.ts'

/** Whether withheld information may be disclosed by now. Law: Order 711 art. 18. Throws: Refusal not_withheld, reassessment_dates, date_beyond_calendar. */
export function reassess(
  platform: Platform,
  staff: Staff,
  id: number,
  input: ReassessmentInput,
): Promise<void> {
  return moveRequest(platform, staff, id, 'reassess', async (tx, request) => {
    if (!request.outcome || !isRefusal(request.outcome)) throw refuse('not_withheld')
    const { on, result, reason, nextOn } = input
    const from = (await lastReassessedOn(tx, id)) ?? request.answeredOn
    const impossible = on > platform.clock.today() || (from !== null && on < from)
    if (impossible || (nextOn !== null && nextOn <= on)) throw refuse('reassessment_dates')
    assertWithinCalendar(nextOn, (await caseCalendar(tx)).horizon, 'nextOn')
    const still = result === 'still_withheld'
    await tx
      .insertInto('foi_reassessments')
      .values({
        request_id: id,
        on_day: on,
        result,
        reason,
        next_on: still ? (nextOn ?? (await lookAgainOn(tx, on))) : null,
        decided_by: staff.id,
        decided_at: platform.clock.now(),
      })
      .execute()
    return { kind: 'reassessed', on, detail: { result, reason } }
  })
}

/** The law says "from time to time": what the agency has set on the day. Law: Order 711 art. 18. */
async function lookAgainOn(tx: Tx, on: Day): Promise<Day | null> {
  const values = await valuesOn(tx, on)
  return values ? addDays(on, values.lookAgainAfter) : null
}

async function lastReassessedOn(tx: Tx, requestId: number): Promise<Day | null> {
  const row = await tx
    .selectFrom('foi_reassessments')
    .select((eb) => eb.fn.max('on_day').as('on'))
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  return row?.on ?? null
}

export type Withheld = {
  id: number
  number: string
  words: string
  outcome: Outcome
  answeredOn: Day
  lastOn: Day | null
  nextOn: Day
}

/** Withheld information, the longest not looked at first, page by page; `due`: what is to be looked at by now. Throws: Refusal not_allowed. */
export async function listWithheld(
  { db, clock }: Platform,
  staff: Staff,
  { due, after }: WithheldQuery = {},
  limit = 50,
): Promise<{ items: Withheld[]; next: string | null }> {
  assertCan(staff, 'foi.read')
  const [afterDay, afterId] = after?.split('_') ?? []
  const { rows } = await sql<Withheld>`
    select id, number, words, outcome, "answeredOn", "lastOn", "nextOn" from (${withheld}) listed
    where (${due !== true} or "nextOn" <= ${clock.today()}::date)
      and (${after === undefined} or ("nextOn", id) > (${afterDay ?? null}::date, ${afterId ?? null}::bigint))
    order by "nextOn", id
    limit ${limit + 1}`.execute(db)
  const items = rows.slice(0, limit)
  const end = items.at(-1)
  return { items, next: rows.length > limit && end ? `${end.nextOn}_${end.id}` : null }
}

export type DueReassessment = {
  id: number
  number: string
  nextOn: Day
  handlerId: number | null
  departmentId: number | null
}

/** What is to be looked at by now, for desk and alerts. */
export async function listDueReassessments(db: Db | Tx, today: Day): Promise<DueReassessment[]> {
  const { rows } = await sql<DueReassessment>`
    select id, number, "nextOn", "handlerId", "departmentId" from (${withheld}) listed
    where "nextOn" <= ${today}::date order by "nextOn", id`.execute(db)
  return rows
}

/** Answered, withheld in whole or in part, and not found fit for disclosure since. */
const withheld = sql`
    select request.id, request.number, request.description_masked as words, request.outcome,
      request.answered_on as "answeredOn", last.on_day as "lastOn",
      request.handler_id as "handlerId", request.department_id as "departmentId",
      coalesce(last.next_on, request.answered_on + (select look_again_after::integer from foi_uncertain_values
        where from_day <= request.answered_on order by from_day desc limit 1)) as "nextOn"
    from foi_requests request
    left join lateral (
      select on_day, next_on, result from foi_reassessments
      where request_id = request.id order by id desc limit 1
    ) last on true
    where request.answered_on is not null
      and (request.outcome like 'refused\\_%' or request.outcome = 'partly_granted')
      and last.result is distinct from 'may_be_disclosed'`
