import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applicantKinds, outcomes, type RequestTable, requestRows, requestTableFaults } from '#foi'
import { commandsIn } from '../../test/command.ts'
import { testPlatform } from '../../test/platform.ts'

/** Tables that agencies published lie outside the project and are never copied into it; where they lie, they are tried. */
const published = process.env.PUBLISHED_TABLES ?? '/work/shared/data/annual-reports.jsonl'
type Published = { title: string; requests: RequestTable }

/** A table of the same shape, made up: every row and column has a number of its own. */
function madeUp(): RequestTable {
  const cells = (row: number) => applicantKinds.map((_, column) => (row * 3 + column * 5) % 4)
  const summed = (six: number[]) => [...six, six.reduce((sum, count) => sum + count, 0)]
  const ended = outcomes.map((_, row) => cells(row))
  const total = applicantKinds.map((_, column) => ended.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  const [carriedIn, carriedOut] = [
    [3, 0, 1, 2, 0, 4],
    [0, 2, 0, 1, 5, 0],
  ]
  const received = total.map((count, at) => count + (carriedOut[at] ?? 0) - (carriedIn[at] ?? 0))
  return {
    ...(Object.fromEntries(outcomes.map((row, at) => [row, summed(ended[at] ?? [])])) as RequestTable),
    new: summed(received),
    carried_in: summed(carriedIn),
    total: summed(total),
    carried_out: summed(carriedOut),
  }
}

/** Cases that add up to a table: what was carried in came the year before, what is carried out is open. */
function casesOf(table: RequestTable, year: number): object[] {
  const times = <Value>(count: number | undefined, value: Value): Value[] => Array(count ?? 0).fill(value)
  return applicantKinds.flatMap((applicant_kind, column) => {
    const at = (row: keyof RequestTable) => table[row][column]
    const receipts = [...times(at('carried_in'), `${year - 1}-12-20`), ...times(at('new'), `${year}-03-01`)]
    const ends = [
      ...outcomes.flatMap((outcome) => times(at(outcome), { outcome, answered_on: `${year}-03-15` })),
      ...times(at('carried_out'), {}),
    ]
    return receipts.map((received_on, nth) => ({
      number: `${year}-${column}-${nth}`,
      received_on,
      channel: 'internet',
      applicant_kind,
      description: '申请公开资料',
      ...ends[nth],
    }))
  })
}

async function reported(table: RequestTable, year: number) {
  const { databaseUrl } = await testPlatform()
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-tables-'))
  const gongkai = commandsIn({ DATABASE_URL: databaseUrl, DATA_DIR: folder })
  const file = join(folder, 'cases.jsonl')
  writeFileSync(
    file,
    casesOf(table, year)
      .map((row) => JSON.stringify(row))
      .join('\n'),
  )
  const imported = await gongkai('import', 'foi', file)
  const report = await gongkai('report', String(year), '--json')
  const verified = await gongkai('verify')
  return { imported, verified, requests: JSON.parse(report.stdout).tables.requests as RequestTable }
}

async function comesBack(table: RequestTable, year: number) {
  const { imported, verified, requests } = await reported(table, year)
  expect([imported.status, imported.stdout + imported.stderr]).toEqual([0, expect.any(String)])
  expect(Object.keys(requests).sort()).toEqual([...requestRows].sort())
  for (const row of requestRows) expect([row, requests[row]]).toEqual([row, table[row]])
  expect([verified.status, verified.stdout + verified.stderr]).toEqual([0, expect.any(String)])
}

describe('a published table comes back from cases: import, report, verify', () => {
  it.each([2018, 2021])('one that is made up, every row and column filled, %i', async (year) => {
    const table = madeUp()
    expect(requestTableFaults(table)).toEqual([])
    await comesBack(table, year)
  })
  describe.skipIf(!existsSync(published))('those that agencies published', () => {
    const tables = existsSync(published)
      ? readFileSync(published, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Published)
      : []
    it.each(tables.map(({ title, requests }) => [title, requests] as const))('%s', async (title, table) => {
      const year = Number(/(\d{4})年度/.exec(title)?.[1])
      expect(requestTableFaults(table)).toEqual([])
      await comesBack(table, year)
    })
  })
})
