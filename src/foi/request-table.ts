import { day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'
import { applicantKinds, outcomes } from './contract.ts'

/** Rows of table three in the form's order. Source: rules.md 2.3 (form of 2021). */
export const requestRows = ['new', 'carried_in', ...outcomes, 'total', 'carried_out'] as const
export type RequestRow = (typeof requestRows)[number]
/** Six kinds of applicant, then their sum. */
export type RequestTable = Record<RequestRow, number[]>

/**
 * Table three of a year, counted in one pass. It balances by construction:
 * a case that came in or was open before is answered this year or carried out.
 */
export async function requestTable(db: Db | Tx, year: number): Promise<RequestTable> {
  const table = Object.fromEntries(requestRows.map((row) => [row, Array(7).fill(0)])) as RequestTable
  for (const { applicant_kind, row, count } of await counted(db, year)) {
    const column = applicantKinds.indexOf(applicant_kind as (typeof applicantKinds)[number])
    add(table[row as RequestRow], column, count)
    if (row !== 'new' && row !== 'carried_in' && row !== 'carried_out') add(table.total, column, count)
  }
  return table
}

function add(cells: number[], column: number, count: number) {
  cells[column] = (cells[column] ?? 0) + count
  cells[6] = (cells[6] ?? 0) + count
}

async function counted(db: Db | Tx, year: number) {
  const { from, to } = { from: day(`${year}-01-01`), to: day(`${year}-12-31`) }
  const facts = db.selectFrom('foi_request_facts')
  const grouped = facts
    .where('received_on', '<=', to)
    .where((eb) => eb.or([eb('answered_on', 'is', null), eb('answered_on', '>=', from)]))
    .select((eb) => [
      'applicant_kind',
      eb.case().when('received_on', '>=', from).then('new').else('carried_in').end().as('arrival'),
      eb
        .case()
        .when(eb.and([eb('answered_on', 'is not', null), eb('answered_on', '<=', to)]))
        .then(eb.ref('outcome'))
        .else('carried_out')
        .end()
        .as('end'),
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy(['applicant_kind', 'arrival', 'end'])
  const rows = await grouped.execute()
  return rows.flatMap(({ applicant_kind, arrival, end, count }) => [
    { applicant_kind, row: arrival, count },
    { applicant_kind, row: end ?? 'carried_out', count },
  ])
}
