import { LRUCache } from 'lru-cache'
import type { Db, Tx } from '#platform/db'
import { latestStamp, listNotices } from './notice-store.ts'
import { calendarOf, type WorkingCalendar } from './working-calendar.ts'

/** By stamp: a stamp belongs to one list of notices in one database, so nothing here can go stale. */
const known = new LRUCache<string, WorkingCalendar>({ max: 8 })

/**
 * The days as the loaded notices make them: the one door for whatever counts working days. Asks the database each time
 * whether a notice was loaded since (one row by key); a transaction sees what it has loaded itself.
 */
export async function workingCalendar(db: Db | Tx): Promise<WorkingCalendar> {
  const stamp = await latestStamp(db)
  const found = stamp && known.get(stamp)
  if (found) return found
  const list = await listNotices(db)
  const calendar = calendarOf(list.notices)
  known.set(list.stamp, calendar)
  return calendar
}
