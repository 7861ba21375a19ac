import type { Day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import type { HolidayNotice, MovedDate } from './contract.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/**
 * What a module says about its open items when a notice is loaded; app.ts hands it to `calendarWith`, so that the
 * calendar knows no module. A clock that is replayed has no date to save, only a line for the case's log.
 */
export type DueDates = {
  key: string
  label: string
  /** Open items whose date differs between the two calendars; a day that no notice covers is null. */
  moved(db: Db | Tx, before: WorkingCalendar, after: WorkingCalendar, today: Day): Promise<MovedDate[]>
  save?(tx: Tx, moved: readonly MovedDate[], cause: MoveCause): Promise<void>
}
/** The notice that moves the dates, and who loaded it when. */
export type MoveCause = Pick<HolidayNotice, 'source' | 'documentNumber' | 'version'> & {
  staffId: number
  at: Date
  today: Day
}
