import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../../test/platform.ts'
import { testStaff } from '../../../test/staff.ts'
import { builtCase } from '../builders.ts'
import { costsInput } from '../contract.ts'
import { importRequests } from '../import-requests.ts'
import { readRequest } from '../read-request.ts'
import { recordCosts } from './record-costs.ts'

let platform: Platform
let officer: Staff
const refused = (code: string) => expect.objectContaining({ code })
const facts = async () => {
  const rows = await platform.db.selectFrom('foi_fee_facts').select(['number', 'paid_on', 'amount']).execute()
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }))
}
beforeAll(async () => {
  platform = await testPlatform({ now: '2018-06-15T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
})

describe('Order 492 art. 27: costs of search, copies and post', () => {
  it('are kept with the day of payment and move no date', async () => {
    const { id, number } = await builtCase(platform, officer, '2018-06-04')
    const before = (await readRequest(platform, officer, id)).due?.dueOn
    await recordCosts(platform, officer, id, { on: day('2018-06-11'), amount: 12.34 })
    const { due, events } = await readRequest(platform, officer, id)
    expect(due?.dueOn).toBe(before)
    expect(events.at(-1)).toMatchObject({ kind: 'costs_paid', on: '2018-06-11', detail: { amount: 12.34 } })
    expect(await facts()).toContainEqual({ number, paid_on: '2018-06-11', amount: 12.34 })
  })

  it('of tomorrow, of before the receipt: event_in_future, costs_before_receipt', async () => {
    const { id } = await builtCase(platform, officer, '2018-06-04')
    const on = (text: string) => recordCosts(platform, officer, id, { on: day(text), amount: 5 })
    await expect(on('2018-06-16')).rejects.toEqual(refused('event_in_future'))
    await expect(on('2018-06-03')).rejects.toEqual(refused('costs_before_receipt'))
    const reader = await testStaff(platform, 'statistician')
    await expect(recordCosts(platform, reader, id, { on: day('2018-06-11'), amount: 5 })).rejects.toEqual(
      refused('not_allowed'),
    )
  })

  it('are not taken under Order 711: costs_new_rules', async () => {
    const later = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
    const staff = await testStaff(later, 'foi_officer')
    const { id } = await builtCase(later, staff, '2026-02-25')
    await expect(recordCosts(later, staff, id, { on: day('2026-03-02'), amount: 5 })).rejects.toEqual(
      refused('costs_new_rules'),
    )
  })

  it.each([0, -1, 1.005, 2_000_000, '5', null])('%j is no amount', (amount) =>
    expect(costsInput.safeParse({ on: '2018-06-11', amount }).success).toBe(false),
  )
})

it('come with a case that is taken over, or the line says why not', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'gongkai-costs-')), 'foi.jsonl')
  const line = (number: string, more: object) =>
    JSON.stringify({
      number,
      received_on: '2017-12-20',
      answered_on: '2018-01-05',
      channel: 'letter',
      applicant_kind: 'business',
      description: '申请公开资料',
      outcome: 'granted',
      ...more,
    })
  const costs = { costs_yuan: '30.5', costs_paid_on: '2018-01-08' }
  const lines = [
    line('paid', costs),
    line('free', {}),
    line('half', { costs_yuan: 3 }),
    line('early', { ...costs, costs_paid_on: '2017-12-19' }),
    line('future', { ...costs, costs_paid_on: '2018-06-16' }),
  ]
  writeFileSync(path, lines.join('\n'))
  const report = await importRequests(platform, path)
  expect(JSON.stringify(report)).toContain('only together')
  expect(JSON.stringify(report)).toContain('costs_paid_on is before received_on')
  expect(JSON.stringify(report)).toContain('costs_paid_on is in the future')
  const kept = await platform.db
    .selectFrom('foi_requests')
    .select('number')
    .where('import_key', 'is not', null)
    .execute()
  expect(kept.map(({ number }) => number).sort()).toEqual(['free', 'paid'])
  expect(await facts()).toContainEqual({ number: 'paid', paid_on: '2018-01-08', amount: 30.5 })
})
