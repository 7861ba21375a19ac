import { can, type Desk, type DeskCard } from '#people'
import type { Day } from '#platform/clock'
import type { Db } from '#platform/db'
import { countMyAlerts } from './alerts/my-alerts.ts'
import { dueOn } from './due-dates.ts'
import { type CaseEvent, caseCalendar, listEvents } from './events.ts'
import { confirmBy } from './receipt.ts'
import { listUnanswered } from './store.ts'

const shared = { group: '依申请公开', unit: '件' }

/** Open requests with their next date, receipts to confirm, answers to approve. Law: Order 711 art. 33. */
export const foiDesk: Desk = async ({ db, clock }, staff) => {
  if (!can(staff, 'foi.read')) return []
  const [{ dates, unconfirmed }, counts, alerts] = await Promise.all([
    openDates(db, clock.today()),
    countWaiting(db),
    countMyAlerts(db, staff.id),
  ])
  const today = clock.today()
  const overdue = dates.filter((date) => date !== null && date < today).length
  const nextDue = dates.filter((date) => date !== null && date >= today).sort()[0] ?? null
  const open = { key: 'foi_open', label: '未办结的公开申请', href: '/requests?open=true' }
  const cards: DeskCard[] = [{ ...shared, ...open, count: counts.open, overdue, nextDue }]
  cards.push({
    ...shared,
    ...{ key: 'foi_alerts', label: '公开申请期限提醒', href: '/requests/alerts' },
    count: alerts,
  })
  if (can(staff, 'foi.handle'))
    cards.push({
      ...shared,
      ...{ key: 'foi_submitted', label: '待确认收到的公开申请', href: '/requests?status=submitted' },
      count: counts.submitted,
      overdue: unconfirmed,
    })
  if (can(staff, 'foi.approve'))
    cards.push({
      ...shared,
      ...{ key: 'foi_in_approval', label: '公开申请答复待审批', href: '/requests?status=in_approval' },
      count: counts.in_approval,
    })
  return cards.filter(({ count }) => count > 0)
}

/** The date of each open case, in two queries; and how many receipts should have been confirmed by now. */
async function openDates(db: Db, today: Day): Promise<{ dates: (Day | null)[]; unconfirmed: number }> {
  const [calendar, requests] = [await caseCalendar(db), await listUnanswered(db)]
  const [received, waiting] = [
    requests.filter(({ receivedOn }) => receivedOn !== null),
    requests.filter(({ receivedOn }) => receivedOn === null),
  ]
  const events = await listEvents(
    db,
    received.map(({ id }) => id),
  )
  const byCase = Map.groupBy(events, (event: CaseEvent) => event.requestId)
  return {
    dates: received.map((request) => dueOn(calendar, request, byCase.get(request.id) ?? [])),
    unconfirmed: waiting.filter(({ arrivedOn }) => today > confirmBy(calendar, arrivedOn)).length,
  }
}

function countWaiting(db: Db) {
  return db
    .selectFrom('foi_requests')
    .select((eb) => [
      eb.fn.countAll<number>().as('open'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'in_approval').as('in_approval'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'submitted').as('submitted'),
    ])
    .where('answered_on', 'is', null)
    .executeTakeFirstOrThrow()
}
