import { type RemedyTable, type RequestTable, remedyTable, requestTable } from '#foi'
import type { Db, Tx } from '#platform/db'

/** Tables three and four of a year. Source: rules.md 2.3 and 2.4. */
export async function yearTables(
  db: Db | Tx,
  year: number,
): Promise<{ requests: RequestTable; remedies: RemedyTable }> {
  return { requests: await requestTable(db, year), remedies: await remedyTable(db, year) }
}
