import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { builtCase } from './builders.ts'
import { applicantKinds, outcomes } from './contract.ts'
import { replies2014 } from './form-2014.ts'
import { importRequests } from './import-requests.ts'
import { requestTable } from './request-table.ts'
import { unsealDescription } from './sealed.ts'
import { findTableFault, requestTableFaults } from './table-checks.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-import-'))
let files = 0
const file = (rows: (object | string)[]) => {
  const path = join(folder, `${++files}.jsonl`)
  writeFileSync(path, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'))
  return path
}
const row = (number: string, more = {}) => ({
  number,
  received_on: '2018-03-01',
  channel: 'internet',
  applicant_kind: 'natural_person',
  description: '申请公开补贴办法，电话13800138000',
  ...more,
})

describe('import foi', () => {
  it('names each bad row by line and reason, keeps the good ones, imports nothing twice', async () => {
    const platform = await testPlatform()
    const path = file([
      row('1'),
      'no json',
      row('2', { outcome: 'granted' }),
      row('3', { answered_on: '2018-03-02' }),
      row('4', { outcome: 'granted', answered_on: '2018-02-28' }),
      row('5', { received_on: '2030-01-01' }),
      row('6', { received_on: '2008-04-30' }),
      row('7', { channel: 'pigeon' }),
      row('8', { received_on: '2018-02-30' }),
      row('9', { description: '长'.repeat(40_001) }),
      row('10', { outcome: 'granted', answered_on: '2018-07-01' }),
      row('11', { outcome: 'granted', answered_on: '2018-03-01' }),
      row('1'),
    ])
    const report = await importRequests(platform, path)
    expect(report.imported).toBe(2)
    expect(report.already).toBe(1)
    expect(report.bad.map(({ line, reason }) => [line, reason.slice(0, 40)])).toEqual([
      [2, 'not a JSON object'],
      [3, 'outcome is given but answered_on is miss'],
      [4, 'answered_on is given but outcome is miss'],
      [5, 'answered_on is before received_on'],
      [6, 'received_on is in the future'],
      [7, 'received_on is before 2008-05-01, when O'],
      [8, expect.stringContaining('channel')],
      [9, 'received_on is not a day (YYYY-MM-DD)'],
      [10, 'description is too long'],
      [11, 'answered_on is in the future'],
    ])
    expect((await importRequests(platform, path)).imported).toBe(0)
  })

  it('takes a detail only with an outcome that it can stand beside; without one it counts as stated', async () => {
    const platform = await testPlatform()
    const closed = { answered_on: '2018-03-02' }
    const details: [string, string | undefined][] = [
      ['granted', 'does_not_exist'],
      ['refused_state_secret', 'already_public'],
      ['granted', undefined],
      ['granted', 'already_public'],
      ['refused_third_party', undefined],
      ['refused_third_party', 'trade_secret'],
      ['unavailable_not_held', undefined],
      ['unavailable_not_held', 'other_agency'],
    ]
    const rows = details.map(([outcome, outcome_detail], at) =>
      row(`${at}`, { ...closed, outcome, outcome_detail }),
    )
    const report = await importRequests(platform, file(rows))
    expect(report.bad.map(({ reason }) => reason)).toEqual([
      'outcome_detail does_not_exist does not go with outcome granted (allowed: provided, already_public)',
      'outcome_detail already_public does not go with outcome refused_state_secret (allowed: none)',
    ])
    const counted = Object.entries(await replies2014(platform.db, 2018)).filter(([, count]) => count > 0)
    expect(Object.fromEntries(counted)).toEqual({
      granted: 1,
      already_public: 1,
      refused_privacy: 1,
      refused_trade_secret: 1,
      does_not_exist: 1,
      not_ours: 1,
    })
  })

  it('names each row whose number belongs to another case, and counts it', async () => {
    const platform = await testPlatform()
    const officer = await testStaff(platform, 'foi_officer')
    const own = await builtCase(platform, officer, '2018-03-01')
    await importRequests(platform, file([row('1'), row('2')]))
    const rows = [
      row('1'),
      row(own.number),
      row('1', { description: '申请公开另一份文件' }),
      row('2', { received_on: '2018-03-02' }),
      row('2', { outcome: 'granted', answered_on: '2018-03-20' }),
      row('3'),
      row('3', { channel: 'fax' }),
    ]
    const report = await importRequests(platform, file(rows))
    expect([report.imported, report.already]).toEqual([1, 1])
    expect(report.bad).toEqual([
      {
        line: 2,
        reason: expect.stringContaining(`number ${own.number} belongs to a case that was registered here`),
      },
      { line: 3, reason: expect.stringContaining('number 1 was taken over before with other contents') },
      { line: 4, reason: expect.stringContaining('number 2 was taken over before with other contents') },
      { line: 5, reason: expect.stringContaining('number 2 was taken over before without this answer') },
      { line: 7, reason: expect.stringContaining('number 3 was taken over before with other contents') },
    ])
    expect(report.imported + report.already + report.bad.length).toBe(rows.length)
  })

  it('seals the words as written and shows them masked', async () => {
    const platform = await testPlatform()
    await importRequests(platform, file([row('1')]))
    const kept = await platform.db.selectFrom('foi_requests').selectAll().executeTakeFirstOrThrow()
    expect(kept.description_masked).not.toContain('13800138000')
    expect(kept.description_sealed?.toString('utf8')).not.toContain('13800138000')
    expect(unsealDescription(platform, kept.description_sealed as Buffer)).toContain('13800138000')
  })
})

describe('table three', () => {
  it('gives back every cell of a table that the cases add up to', async () => {
    const platform = await testPlatform({ now: '2020-03-01T10:00:00+08:00' })
    let number = 0
    const cases: object[] = []
    const make = (count: number, more: object) => {
      for (let made = 0; made < count; made += 1) cases.push(row(String(++number), more))
    }
    // Each outcome and kind a different number of times; some from the year before, some carried on.
    outcomes.forEach((outcome, o) => {
      applicantKinds.forEach((applicant_kind, k) => {
        make(((o + 2 * k) % 3) + 1, {
          received_on: '2018-04-01',
          answered_on: '2018-12-31',
          outcome,
          applicant_kind,
        })
        make((o + k) % 2, { received_on: '2017-12-31', answered_on: '2018-01-01', outcome, applicant_kind })
      })
    })
    make(3, { received_on: '2018-12-31', applicant_kind: 'business' })
    make(2, {
      received_on: '2016-05-01',
      answered_on: '2019-01-01',
      outcome: 'granted',
      applicant_kind: 'research',
    })
    expect((await importRequests(platform, file(cases))).imported).toBe(cases.length)
    const [before, table, after] = await Promise.all(
      [2017, 2018, 2019].map((y) => requestTable(platform.db, y)),
    )
    if (!(before && table && after)) throw new Error('no tables')
    outcomes.forEach((outcome, o) => {
      const cells = applicantKinds.map((_, k) => ((o + 2 * k) % 3) + 1 + ((o + k) % 2))
      expect(table[outcome]).toEqual([...cells, cells.reduce((a, b) => a + b)])
    })
    expect(table.carried_out).toEqual([0, 3, 2, 0, 0, 0, 5])
    expect(table.carried_in[2]).toBe(10 + 2)
    expect(requestTableFaults(table, before)).toEqual([])
    expect(requestTableFaults(after, table)).toEqual([])
    expect(await findTableFault(platform)).toBeUndefined()
  })

  it.each([
    ['T3-1', (t: Awaited<ReturnType<typeof requestTable>>) => t.new],
    ['T3-2', (t: Awaited<ReturnType<typeof requestTable>>) => t.granted],
    ['T3-3', (t: Awaited<ReturnType<typeof requestTable>>) => t.carried_in],
  ])('a wrong cell fails %s', async (code, cells) => {
    const platform = await testPlatform()
    const table = await requestTable(platform.db, 2018)
    cells(table)[0] = 1
    expect(requestTableFaults(table).some((fault) => fault.startsWith(code))).toBe(true)
  })
})
