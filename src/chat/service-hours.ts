import { CalendarGap, isWorkingDay, type WorkingCalendar, workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import { type Day, dayOf, instantOf } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import type { ServiceHours } from './contract.ts'
import { countOnDuty } from './duty.ts'
import { readSettings } from './settings.ts'

/** `open`: a question goes to an agent; else it can become a letter. */
export type Service = { open: boolean; hours: ServiceHours; inHours: boolean; onDuty: number }

export async function readService(db: Db | Tx, { clock }: Platform): Promise<Service> {
  const now = clock.now()
  const [{ inUse, hours }, calendar, onDuty] = [
    await readSettings(db),
    await workingCalendar(db),
    await countOnDuty(db, now),
  ]
  const inHours = inUse && isServiceDay(calendar, dayOf(now)) && within(hours, now)
  return { open: inHours && onDuty > 0, hours, inHours, onDuty }
}

/** Both ends of the hours, Shanghai time; the last minute has passed when it is over. */
export function within(hours: ServiceHours, now: Date): boolean {
  const today = dayOf(now)
  return hours.some(({ from, until }) => now >= instantOf(today, from) && now < instantOf(today, until))
}

/** Of a year without a notice nobody knows: then it is the agents on duty who say whether there is service. */
function isServiceDay(calendar: WorkingCalendar, today: Day): boolean {
  try {
    return isWorkingDay(calendar, today)
  } catch (error) {
    if (error instanceof CalendarGap) return true
    throw error
  }
}
