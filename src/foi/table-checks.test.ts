import { describe, expect, it } from 'vitest'
import { outcomes } from './contract.ts'
import type { RemedyTable } from './remedy-table.ts'
import { type RequestTable, requestRows } from './request-table.ts'
import { remedyTableFaults, requestTableFaults } from './table-checks.ts'

/** Every outcome once for each kind of applicant; two carried in, one carried on. */
function balanced(): RequestTable {
  const cells = (count: number) => [...Array(6).fill(count), 6 * count] as number[]
  const table = Object.fromEntries(requestRows.map((row) => [row, cells(1)])) as RequestTable
  return {
    ...table,
    total: cells(outcomes.length),
    carried_in: cells(2),
    new: cells(outcomes.length - 1),
  }
}
/** Adds to cells and tells which checks then fail; column 7 is the sum. */
function broken(...cells: [row: keyof RequestTable, column: number][]): string[] {
  const table = balanced()
  for (const [row, column] of cells) table[row][column - 1] = (table[row][column - 1] ?? 0) + 1
  const before = { ...balanced(), carried_out: [2, 2, 2, 2, 2, 2, 12] }
  return requestTableFaults(table, before)
}

describe('rules.md 2.5: each check of table three fails alone', () => {
  it('a balanced table passes', () => expect(broken()).toEqual([]))
  it('T3-1: what came in is what ended or goes on', () =>
    expect(broken(['new', 1], ['new', 7])).toEqual(['T3-1 column 1', 'T3-1 column 7']))
  it('T3-2: the total is the sum of the outcomes', () =>
    expect(broken(['granted', 2], ['granted', 7])).toEqual(['T3-2 column 2', 'T3-2 column 7']))
  it('T3-3: six kinds of applicant make the total', () =>
    expect(broken(['new', 3], ['carried_out', 3], ['new', 7], ['carried_out', 4], ['new', 4])).toEqual([
      'T3-1 column 7',
      'T3-3 row new',
      'T3-3 row carried_out',
    ]))
  it('T3-4: carried in is what the year before carried out', () =>
    expect(broken(['carried_in', 4], ['carried_out', 4], ['carried_in', 7], ['carried_out', 7])).toEqual([
      'T3-4 column 4',
      'T3-4 column 7',
    ]))
})

describe('T4-1: four results make the total of each group', () => {
  const table = (): RemedyTable => ({
    reconsideration: [1, 2, 3, 4, 10],
    lawsuit_direct: [0, 0, 0, 0, 0],
    lawsuit_after_reconsideration: [1, 0, 0, 1, 2],
  })
  it('a balanced table passes', () => expect(remedyTableFaults(table())).toEqual([]))
  it.each([
    ['reconsideration', 0],
    ['lawsuit_direct', 3],
    ['lawsuit_after_reconsideration', 4],
  ] as const)('%s, cell %i', (group, cell) => {
    const wrong = table()
    wrong[group][cell] = (wrong[group][cell] ?? 0) + 1
    expect(remedyTableFaults(wrong)).toEqual([`T4-1 ${group}`])
  })
})
