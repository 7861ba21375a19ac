import type { Db, Tx } from '#platform/db'
import type { MovedDate } from './contract.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/**
 * What a module says about its open items when a notice is loaded; app.ts hands it to `calendarWith`, so that the
 * calendar knows no module. A clock that is replayed has nothing to save.
 */
export type DueDates = {
  key: string
  label: string
  /** Open items whose date differs between the two calendars; a day that no notice covers is null. */
  moved(db: Db | Tx, before: WorkingCalendar, after: WorkingCalendar): Promise<MovedDate[]>
  save?(tx: Tx, moved: readonly MovedDate[]): Promise<void>
}
