import type { Staff } from '#people'
import type { Platform } from '#platform'
import { daysBetween } from '#platform/clock'
import { openCases } from '../alerts/open-cases.ts'
import { caseCalendar, dueDateOf } from '../events.ts'
import { assertCan } from '../permission.ts'
import { type NextDate, nextDateOf, type Urgency, urgencies } from '../urgency.ts'

export type Lights = Record<Urgency, number>
export type Load = { id: number | null; name: string; open: number; lights: Lights }
/** Unit: calendar days since receipt. */
export const ageBands = [7, 14, 28, 60] as const

/** Every open case under its light, by handler and by department, and how old they are. */
export async function readBoard({ db, clock }: Platform, staff: Staff) {
  assertCan(staff, 'foi.approve')
  const [cases, calendar, names, departments] = await Promise.all([
    openCases(db),
    caseCalendar(db),
    db.selectFrom('staff').select(['id', 'name']).execute(),
    db.selectFrom('departments').select(['id', 'name']).execute(),
  ])
  const today = clock.today()
  const lit = cases.map(({ request, events }) => {
    const due = dueDateOf(calendar, request, events, today)
    return { request, ...nextDateOf(calendar, request, { due, events }, today) }
  })
  const rank = (urgency: Urgency) => urgencies.indexOf(urgency)
  const pressing = lit
    .filter(({ urgency, applicantBy }) => rank(urgency) >= rank('days5') || applicantBy?.lapsed === true)
    .sort((one, other) => dateOf(one).localeCompare(dateOf(other)))
    .slice(0, 50)
    .map(
      ({
        request: { id, number, descriptionMasked, handlerId },
        dueOn,
        provisional,
        confirmBy,
        applicantBy,
        urgency,
      }) => ({
        id,
        number,
        descriptionMasked,
        handlerName: names.find((row) => row.id === handlerId)?.name ?? null,
        dueOn,
        provisional,
        confirmBy,
        applicantBy,
        urgency,
      }),
    )
  return {
    open: lit.length,
    unconfirmed: lit.filter(({ confirmBy }) => confirmBy !== null).length,
    lights: lightsOf(lit),
    byHandler: loads(lit, ({ request }) => request.handlerId, names, '待接收'),
    byDepartment: loads(lit, ({ request }) => request.departmentId, departments, '未交办到处室'),
    ages: agesOf(lit.map(({ request }) => daysBetween(request.receivedOn ?? request.arrivedOn, today))),
    pressing,
  }
}

const dateOf = ({ dueOn, confirmBy, applicantBy }: NextDate): string =>
  dueOn ?? confirmBy ?? applicantBy?.on ?? ''

type Lit = { request: Awaited<ReturnType<typeof openCases>>[number]['request']; urgency: Urgency }

function lightsOf(lit: readonly { urgency: Urgency }[]): Lights {
  const lights = Object.fromEntries(urgencies.map((urgency) => [urgency, 0])) as Lights
  for (const { urgency } of lit) lights[urgency] += 1
  return lights
}

function loads<One extends Lit>(
  lit: readonly One[],
  keyOf: (one: One) => number | null,
  names: readonly { id: number; name: string }[],
  nobody: string,
): Load[] {
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  return [...Map.groupBy(lit, keyOf)]
    .map(([id, ones]) => ({
      id,
      name: id === null ? nobody : (nameOf.get(id) ?? String(id)),
      open: ones.length,
      lights: lightsOf(ones),
    }))
    .sort((one, other) => other.open - one.open)
}

/** How many are at most so old; the last band is the rest. */
function agesOf(ages: readonly number[]): { upTo: number | null; count: number }[] {
  const bounds = [...ageBands, null]
  return bounds.map((upTo, at) => {
    const above = at === 0 ? -1 : (bounds[at - 1] as number)
    return { upTo, count: ages.filter((age) => age > above && (upTo === null || age <= upTo)).length }
  })
}
