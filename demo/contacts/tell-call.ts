import { callInput, logCall, settleTransfer } from '#hotline'
import type { Platform } from '#platform'
import { dayOf, weekdayOf } from '#platform/clock'
import { departments } from '../make-staff.ts'
import type { Diary } from './diary.ts'
import type { Office } from './letter-life.ts'
import type { PlannedCall } from './plan-calls.ts'

type Told = { diary: Diary; office: Office; entries: ReadonlyMap<string, number> }

/** One call, and what the department did about it that it was handed to. */
export function tellCall({ diary, office, entries }: Told, planned: PlannedCall): void {
  let id = 0
  diary.add(planned.at, async (then) => {
    id = await answer(then, planned, office, entries)
  })
  const code = departments.find(({ name }) => name === planned.unit)?.code
  if (!code) return
  const result = `${planned.unit}已回电，说明了办理要求。（模拟办理情况）`
  diary.add(someDaysAfter(planned.at), (then) =>
    settleTransfer(then, office.people.answersFor(code), id, { result }),
  )
}

async function answer(
  platform: Platform,
  { seat, kind, topic, content, answer, entry, unit, caller }: PlannedCall,
  { people, departments: ids }: Office,
  entries: ReadonlyMap<string, number>,
): Promise<number> {
  const from = entry === undefined ? undefined : entries.get(entry)
  const code = departments.find(({ name }) => name === unit)?.code
  const input = callInput.parse({
    kind,
    topic,
    content,
    answer,
    callerName: caller?.name,
    callerTelephone: caller?.telephone,
    outcome: unit ? 'transferred' : 'answered',
    unitId: code && ids.get(code),
    from: from === undefined ? undefined : { corpus: 'entries', entry: String(from) },
  })
  return (await logCall(platform, people.the(seat), input)).id
}

/** Three days later; one in seven or so takes two weeks and is late. Nobody answers on a weekend. */
function someDaysAfter(at: Date): Date {
  const days = at.getMinutes() % 7 === 0 ? 15 : 3
  const then = new Date(at.getTime() + days * 86_400_000)
  const weekday = weekdayOf(dayOf(then))
  return weekday === 0 || weekday === 6 ? new Date(then.getTime() + 2 * 86_400_000) : then
}
