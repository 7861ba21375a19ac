import type { Platform } from '#platform'
import { outcomes } from './contract.ts'
import type { RemedyTable } from './remedy-table.ts'
import { type RequestTable, requestRows, requestTable } from './request-table.ts'

/** The checks that the form prints or implies; each answers what is wrong. Source: rules.md 2.5. */
export function requestTableFaults(table: RequestTable, before?: RequestTable): string[] {
  const faults: string[] = []
  const at = (row: keyof RequestTable, column: number) => table[row][column] ?? Number.NaN
  for (let column = 0; column < 7; column += 1) {
    const ended = at('total', column) + at('carried_out', column)
    if (at('new', column) + at('carried_in', column) !== ended) faults.push(`T3-1 column ${column + 1}`)
    const sum = outcomes.reduce((total, outcome) => total + at(outcome, column), 0)
    if (at('total', column) !== sum) faults.push(`T3-2 column ${column + 1}`)
    if (before && at('carried_in', column) !== before.carried_out[column])
      faults.push(`T3-4 column ${column + 1}`)
  }
  for (const row of requestRows) {
    const kinds = table[row].slice(0, 6).reduce((total, count) => total + count, 0)
    if (kinds !== table[row][6]) faults.push(`T3-3 row ${row}`)
  }
  return faults
}

export function remedyTableFaults(table: RemedyTable): string[] {
  return Object.entries(table).flatMap(([group, cells]) => {
    const [upheld = 0, corrected = 0, other = 0, pending = 0, total = 0] = cells
    return upheld + corrected + other + pending === total ? [] : [`T4-1 ${group}`]
  })
}

/** For `gongkai verify`: every year since the first request. */
export async function findTableFault({ db, clock }: Platform): Promise<string | undefined> {
  const first = await db
    .selectFrom('foi_requests')
    .select((eb) => eb.fn.min('received_on').as('day'))
    .executeTakeFirst()
  if (!first?.day) return undefined
  let before: RequestTable | undefined
  for (let year = Number(first.day.slice(0, 4)); year <= Number(clock.today().slice(0, 4)); year += 1) {
    const table = await requestTable(db, year)
    const [fault] = requestTableFaults(table, before)
    if (fault) return `table three of ${year}: ${fault}`
    before = table
  }
  return undefined
}
