import { day } from '#platform/clock'
import type { Db, Tx } from '#platform/db'

/** Column groups of table four and their cells. Source: rules.md 2.4. */
export const remedyGroups = ['reconsideration', 'lawsuit_direct', 'lawsuit_after_reconsideration'] as const
export const remedyCells = ['upheld', 'corrected', 'other', 'pending', 'total'] as const
export type RemedyTable = Record<(typeof remedyGroups)[number], number[]>

/**
 * Table four of a year, as table three counts: what was filed in it or still undecided when it began, by its result on its last
 * day. A remedy that is decided a year later shows 尚未审结 first, and its result in the year of the decision (inferred: the form
 * has no column for what was carried over).
 */
export async function remedyTable(db: Db | Tx, year: number): Promise<RemedyTable> {
  const table: RemedyTable = {
    reconsideration: [0, 0, 0, 0, 0],
    lawsuit_direct: [0, 0, 0, 0, 0],
    lawsuit_after_reconsideration: [0, 0, 0, 0, 0],
  }
  const [from, to] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const rows = await db
    .selectFrom('foi_remedies')
    .select((eb) => [
      'kind',
      eb.case().when('decided_on', '<=', to).then(eb.ref('result')).else('pending').end().as('cell'),
      eb.fn.countAll<number>().as('count'),
    ])
    .where('filed_on', '<=', to)
    .where((eb) => eb.or([eb('decided_on', 'is', null), eb('decided_on', '>=', from)]))
    .where('kind', '!=', 'complaint')
    .groupBy(['kind', 'cell'])
    .execute()
  for (const { kind, cell, count } of rows) {
    const cells = table[kind as (typeof remedyGroups)[number]]
    const at = remedyCells.indexOf((cell ?? 'pending') as (typeof remedyCells)[number])
    cells[at] = (cells[at] ?? 0) + count
    cells[4] = (cells[4] ?? 0) + count
  }
  return table
}
