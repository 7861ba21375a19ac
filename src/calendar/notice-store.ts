import type { Db, Tx } from '#platform/db'
import { builtInNotices } from './built-in-notices.ts'
import { type HolidayNotice, holidayNotice } from './contract.ts'

/** Names the state of the list: another one when a notice was loaded. Undefined before the first use. */
export async function latestStamp(db: Db | Tx): Promise<string | undefined> {
  const row = await db
    .selectFrom('holiday_notices')
    .select('stamp')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.stamp
}

/** Every version of every year, with the stamp of this very list. */
export async function listNotices(db: Db | Tx): Promise<{ notices: HolidayNotice[]; stamp: string }> {
  const rows = await db.selectFrom('holiday_notices').selectAll().orderBy('id').execute()
  const last = rows.at(-1)
  if (!last) {
    await seed(db)
    return listNotices(db)
  }
  return { notices: rows.map(fromRow), stamp: last.stamp }
}

type Row = {
  year: number
  version: number
  issued_on: string | null
  source: string
  document_number: string
  url: string
  days_off: unknown
  make_up_workdays: unknown
}
function fromRow(row: Row): HolidayNotice {
  return holidayNotice.parse({
    year: row.year,
    version: row.version,
    issuedOn: row.issued_on,
    source: row.source,
    documentNumber: row.document_number,
    url: row.url,
    daysOff: row.days_off,
    makeUpWorkdays: row.make_up_workdays,
  })
}

/** Two nodes may come here at once; the second waits for the first and adds nothing. */
async function seed(db: Db | Tx) {
  await db
    .insertInto('holiday_notices')
    .values(builtInNotices.map((notice) => toRow(notice)))
    .onConflict((conflict) => conflict.columns(['year', 'version']).doNothing())
    .execute()
}

export async function insertNotice(tx: Tx, notice: HolidayNotice, loadedBy: number, at: Date) {
  const { id } = await tx
    .insertInto('holiday_notices')
    .values({ ...toRow(notice), loaded_by: loadedBy, loaded_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const toRow = (notice: HolidayNotice) => ({
  year: notice.year,
  version: notice.version,
  issued_on: notice.issuedOn,
  source: notice.source,
  document_number: notice.documentNumber,
  url: notice.url,
  days_off: JSON.stringify(notice.daysOff),
  make_up_workdays: JSON.stringify(notice.makeUpWorkdays),
})

/** For people: who loaded which version when, and whether it is the one in force. */
export async function listLoaded(db: Db) {
  const rows = await db
    .selectFrom('holiday_notices as notice')
    .leftJoin('staff', 'staff.id', 'notice.loaded_by')
    .selectAll('notice')
    .select('staff.name as loaded_by_name')
    .orderBy('notice.year', 'desc')
    .orderBy('notice.version', 'desc')
    .execute()
  const items = rows.map((row, at) => ({
    ...fromRow(row),
    inForce: rows[at - 1]?.year !== row.year,
    loadedBy: row.loaded_by_name,
    loadedAt: row.loaded_at,
  }))
  const last = rows.reduce((one, other) => (other.id > one.id ? other : one))
  return { items, stamp: last.stamp }
}
