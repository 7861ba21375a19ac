import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import type { Job } from '#platform/queue'
import { caseCalendar } from '../events.ts'
import { alertKindLabels, alertLevelLabels } from '../labels.ts'
import { type DueReassessment, listDueReassessments } from '../release/reassess.ts'
import { type AlertLevel, type DeadlineKind, deadlinesOf } from './deadlines.ts'
import { openCases } from './open-cases.ts'

type Recipient = { id: number; email: string | null; departmentId: number | null; supervises: boolean }
type Raised = {
  request_id: number
  kind: DeadlineKind
  part: number
  level: AlertLevel
  due_on: Day
  staff_id: number
}

/**
 * Half time, then 5, 3 and 1 working days before, and when it is too late: told once to the handler (or whoever may take the
 * case) and to the supervisors. It compares dates, so a missed day is made up for and a second run adds nothing. Answers how many.
 */
export function raiseAlerts(platform: Platform, { today }: { today: Day }): Promise<number> {
  return platform.inTransaction(async (tx) => {
    const [cases, calendar, recipients, withheld] = [
      await openCases(tx),
      await caseCalendar(tx),
      await listRecipients(tx),
      await listDueReassessments(tx, today),
    ]
    const wanted = cases.flatMap((one) =>
      deadlinesOf(calendar, one, today).flatMap(({ level, dueOn, kind, part }) =>
        level === null
          ? []
          : toldTo(one.request, recipients).map(
              ({ id }): Raised => ({
                request_id: one.request.id,
                kind,
                part,
                level,
                due_on: dueOn,
                staff_id: id,
              }),
            ),
      ),
    )
    const looked = withheld.flatMap((item) =>
      toldTo(item, recipients).map(({ id }) => reassessmentOf(item, id)),
    )
    const raised = await keep(tx, [...wanted, ...looked], today)
    const numberOf = new Map(
      [...cases.map(({ request }) => request), ...withheld].map(({ id, number }) => [id, number]),
    )
    for (const alert of raised) {
      const to = recipients.find(({ id }) => id === alert.staff_id)?.email
      if (to) await platform.mail.sendLater(tx, mailOf(to, numberOf.get(alert.request_id) ?? '', alert))
    }
    return raised.length
  })
}

/** Withheld information is looked at again from time to time. Law: Order 711 art. 18. */
const reassessmentOf = ({ id, nextOn }: DueReassessment, staffId: number): Raised => ({
  request_id: id,
  kind: 'reassessment',
  part: 0,
  level: 'overdue',
  due_on: nextOn,
  staff_id: staffId,
})

async function keep(tx: Tx, wanted: readonly Raised[], today: Day): Promise<Raised[]> {
  const raised: Raised[] = []
  for (let from = 0; from < wanted.length; from += 1000)
    raised.push(
      ...((await tx
        .insertInto('foi_alerts')
        .values(wanted.slice(from, from + 1000).map((row) => ({ ...row, raised_on: today })))
        .onConflict((conflict) => conflict.doNothing())
        .returning(['request_id', 'kind', 'part', 'level', 'due_on', 'staff_id'])
        .execute()) as Raised[]),
    )
  return raised
}

/** No words of the request and no name: a mail leaves the house. */
function mailOf(to: string, number: string, { kind, level, due_on }: Raised) {
  const what = `申请 ${number} ${alertKindLabels[kind]}：${alertLevelLabels[level]}（${due_on}）`
  return { to, subject: `依申请公开期限提醒：${number}`, text: `${what}\n请登录工作台办理。` }
}

async function listRecipients(db: Db | Tx): Promise<Recipient[]> {
  const rows = await db
    .selectFrom('staff')
    .innerJoin('staff_roles', 'staff_roles.staff_id', 'staff.id')
    .select(['staff.id', 'staff.email', 'staff.department_id as departmentId', 'staff_roles.role'])
    .where('staff.active', '=', true)
    .where('staff_roles.role', 'in', ['foi_officer', 'supervisor'])
    .execute()
  const byId = Map.groupBy(rows, ({ id }) => id)
  return [...byId.values()].map((roles) => ({
    id: roles[0]?.id ?? 0,
    email: roles[0]?.email ?? null,
    departmentId: roles[0]?.departmentId ?? null,
    supervises: roles.some(({ role }) => role === 'supervisor'),
  }))
}

function toldTo(
  { handlerId, departmentId }: { handlerId: number | null; departmentId: number | null },
  recipients: readonly Recipient[],
): Recipient[] {
  if (handlerId !== null) return recipients.filter(({ id, supervises }) => id === handlerId || supervises)
  return recipients.filter(
    (one) => one.supervises || departmentId === null || one.departmentId === departmentId,
  )
}

export const raiseAlertsJob: Job<never> = {
  name: 'foi.raise-alerts',
  schedule: '30 7 * * *',
  run: async (platform) => void (await raiseAlerts(platform, { today: platform.clock.today() })),
}
