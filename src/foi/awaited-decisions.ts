import { type Action, can, type Staff } from '#people'
import type { Day } from '#platform/clock'
import type { Db } from '#platform/db'
import { type OpenCase, openCases } from './alerts/open-cases.ts'
import { type AwaitedDecision, awaitedDecisions } from './contract.ts'
import { type CaseCalendar, type CaseEvent, caseCalendar } from './events.ts'
import { mayRecord } from './may-record.ts'
import { isRefusal } from './outcome-rules.ts'

/** Whose decision it is. Law: Order 711 art. 32, art. 33 ¶2, art. 35, art. 45. */
export const decidedBy = {
  extension: 'foi.approve',
  later_date: 'foi.approve',
  override: 'foi.approve',
  legal_review: 'foi.review_law',
} as const satisfies Record<AwaitedDecision, Action>

/** A draft that nobody read for its law yet. */
export type Draft = { requestId: number; draftedBy: number }
export type Awaited = Record<AwaitedDecision, number[]>

/**
 * The cases that wait for a decision, by what is to be decided. Who asked, or drafted, does not decide: their own are left out for
 * those who decide the others. What the clock would refuse (the due date has passed) waits no more. Throws: CalendarGap.
 */
export function awaitedOf(
  calendar: CaseCalendar,
  cases: readonly OpenCase[],
  drafts: readonly Draft[],
  { staff, today }: { staff: Staff; today: Day },
): Awaited {
  const others = (decision: AwaitedDecision, staffId: number | null) =>
    staffId !== staff.id || !can(staff, decidedBy[decision])
  const found = cases.flatMap((one) => {
    const { id } = one.request
    const draft = drafts.find(({ requestId }) => requestId === id)
    const proposal = openMatter(one.events, 'extension_proposed', 'extension')
    const weighed = openMatter(one.events, 'reasons_weighed', 'volume_date_set')
    const asked: [AwaitedDecision, boolean][] = [
      ['extension', proposal !== undefined && others('extension', proposal.staffId)],
      ['later_date', weighed?.detail.found === 'reasonable'],
      ['override', one.request.status === 'handling' && one.consultations.some(isRefused)],
      ['legal_review', draft !== undefined && others('legal_review', draft.draftedBy)],
    ]
    const takes = proposal || weighed ? mayRecord(calendar, one.request, one.events, today) : []
    const timely = (decision: AwaitedDecision) => {
      const kind = clockKind[decision]
      return kind === undefined || takes.includes(kind)
    }
    return asked
      .filter(([decision, waits]) => waits && timely(decision))
      .map(([decision]) => ({ decision, id }))
  })
  const idsOf = (decision: AwaitedDecision) =>
    found.filter((one) => one.decision === decision).map(({ id }) => id)
  return Object.fromEntries(awaitedDecisions.map((decision) => [decision, idsOf(decision)])) as Awaited
}

const clockKind: Partial<Record<AwaitedDecision, 'extension' | 'volume_date_set'>> = {
  extension: 'extension',
  later_date: 'volume_date_set',
}

/** Asked and not decided since; a reopened case begins anew. */
function openMatter(events: readonly CaseEvent[], asked: string, decided: string): CaseEvent | undefined {
  const last = events.findLast(({ kind }) => kind === asked || kind === decided || kind === 'reopened')
  return last?.kind === asked ? last : undefined
}

const isRefused = ({ kind, opinion, overrideReason }: OpenCase['consultations'][number]) =>
  kind === 'third_party' && opinion === 'refuses' && overrideReason === null

/** Answers that withhold something and wait for approval without a verdict of their law. */
export async function listDrafts(db: Db): Promise<Draft[]> {
  const rows = await db
    .selectFrom('foi_answers')
    .innerJoin('foi_requests', 'foi_requests.id', 'foi_answers.request_id')
    .distinctOn('foi_answers.request_id')
    .select(['foi_answers.request_id', 'foi_answers.outcome', 'drafted_by', 'legal_verdict'])
    .where('foi_requests.status', '=', 'in_approval')
    .orderBy('foi_answers.request_id')
    .orderBy('foi_answers.id', 'desc')
    .execute()
  return rows
    .filter((row) => row.legal_verdict === null && isRefusal(row.outcome as Parameters<typeof isRefusal>[0]))
    .map((row) => ({ requestId: row.request_id, draftedBy: row.drafted_by }))
}

export async function listAwaited(db: Db, today: Day, staff: Staff): Promise<Awaited> {
  const [calendar, cases, drafts] = [await caseCalendar(db), await openCases(db), await listDrafts(db)]
  return awaitedOf(calendar, cases, drafts, { staff, today })
}
