import { can, type Desk, type DeskCard, type Staff } from '#people'
import type { Day } from '#platform/clock'
import type { Db } from '#platform/db'
import { countMyAlerts } from './alerts/my-alerts.ts'
import { openCases } from './alerts/open-cases.ts'
import { type Awaited, awaitedOf, decidedBy, listDrafts } from './awaited-decisions.ts'
import { awaitedDecisions } from './contract.ts'
import { dueOn } from './due-dates.ts'
import { caseCalendar } from './events.ts'
import { awaitedLabels } from './labels.ts'
import { confirmBy } from './receipt.ts'
import { listDueReassessments } from './release/reassess.ts'

const shared = { group: '依申请公开', unit: '件' }

/** Open requests with their next date, receipts to confirm, and what this person decides. Law: Order 711 art. 33. */
export const foiDesk: Desk = async ({ db, clock }, staff) => {
  if (!can(staff, 'foi.read')) return []
  const today = clock.today()
  const [{ dates, submitted, inApproval, awaited }, alerts, withheld] = await Promise.all([
    openWork(db, staff, today),
    countMyAlerts(db, staff.id),
    listDueReassessments(db, today),
  ])
  const dated = (ids: Iterable<number>) => datesAmong(dates, ids, today)
  const open = { key: 'foi_open', label: '未办结的公开申请', href: '/requests?open=true' }
  const cards: DeskCard[] = [{ ...shared, ...open, count: dates.size, ...dated(dates.keys()) }]
  cards.push({
    ...shared,
    ...{ key: 'foi_alerts', label: '公开申请期限提醒', href: '/requests/alerts' },
    ...alerts,
  })
  if (can(staff, 'foi.handle'))
    cards.push({
      ...shared,
      ...{ key: 'foi_submitted', label: '待确认收到的公开申请', href: '/requests?status=submitted' },
      ...submitted,
    })
  if (can(staff, 'foi.approve'))
    cards.push({
      ...shared,
      ...{ key: 'foi_in_approval', label: '公开申请答复待审批', href: '/requests?status=in_approval' },
      count: inApproval.length,
      ...dated(inApproval),
    })
  for (const decision of awaitedDecisions.filter((one) => can(staff, decidedBy[one])))
    cards.push({
      ...shared,
      ...{ key: `foi_awaits_${decision}`, label: `公开申请：${awaitedLabels[decision]}` },
      href: `/requests?awaits=${decision}`,
      count: awaited[decision].length,
      ...dated(awaited[decision]),
    })
  cards.push({
    ...shared,
    ...{ key: 'foi_reassess', label: '不予公开事项应评估', href: '/requests/withheld?due=true' },
    count: withheld.length,
    overdue: withheld.filter(({ nextOn }) => nextOn < today).length,
    oldest: withheld[0]?.nextOn ?? null,
  })
  return cards.filter(({ count }) => count > 0)
}

type OpenWork = {
  /** The date of each open case; null before its receipt, and while the applicant is awaited. */
  dates: Map<number, Day | null>
  /** With the receipts that should have been confirmed by now. */
  submitted: { count: number; overdue: number; oldest: Day | null }
  inApproval: number[]
  awaited: Awaited
}

async function openWork(db: Db, staff: Staff, today: Day): Promise<OpenWork> {
  const [calendar, cases, drafts] = [await caseCalendar(db), await openCases(db), await listDrafts(db)]
  const waiting = cases.filter(({ request }) => request.receivedOn === null)
  const submitted = cases.filter(({ request }) => request.status === 'submitted')
  const dateOf = ({ request, events }: (typeof cases)[number]) => dueOn(calendar, request, events)
  return {
    dates: new Map(cases.map((one) => [one.request.id, dateOf(one)])),
    submitted: {
      count: submitted.length,
      overdue: waiting.filter(({ request }) => today > confirmBy(calendar, request.arrivedOn)).length,
      oldest: submitted.map(({ request }) => request.arrivedOn).sort()[0] ?? null,
    },
    inApproval: cases
      .filter(({ request }) => request.status === 'in_approval')
      .map(({ request }) => request.id),
    awaited: awaitedOf(calendar, cases, drafts, { staff, today }),
  }
}

function datesAmong(dates: ReadonlyMap<number, Day | null>, ids: Iterable<number>, today: Day) {
  const known = [...ids].flatMap((id) => dates.get(id) ?? [])
  return {
    overdue: known.filter((date) => date < today).length,
    nextDue: known.filter((date) => date >= today).sort()[0] ?? null,
  }
}
