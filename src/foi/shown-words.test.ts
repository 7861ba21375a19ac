import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { sql } from '#platform/db'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { approveAnswer, builtCase } from './builders.ts'
import { clockEvent } from './clock/event.ts'
import { confirmReceipt } from './confirm-receipt.ts'
import { answerInput } from './contract.ts'
import { deliverAnswer } from './deliver-answer.ts'
import { draftAnswer } from './draft-answer.ts'
import { giveBackRequest, recordSearch } from './handle-request.ts'
import { readRequest, readSealed } from './read-request.ts'
import { recordClockEvent } from './record-clock-event.ts'

let platform: Platform
let officer: Staff
let supervisor: Staff
const today = day('2026-03-02')
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})

describe('the log of a case names nobody, PIPL art. 51', () => {
  it('whatever staff wrote is starred for everybody who reads the case', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-25')
    await recordSearch(platform, officer, id, { on: today, place: '张小明的档案', result: '张小明无记录' })
    await giveBackRequest(platform, officer, id, '张小明（13800138000）归别处')
    const notice = {
      kind: 'correction_notice',
      on: today,
      items: '请张小明写明年度',
      respondBy: '2026-03-20',
    }
    await recordClockEvent(platform, officer, id, clockEvent.parse(notice))
    const log = JSON.stringify((await readRequest(platform, supervisor, id)).events)
    expect(log).not.toMatch(/张小明|13800138000/)
    for (const part of ['张**的档案', '张**无记录', '归别处', '写明年度', '2026-03-20'])
      expect(log).toContain(part)
  })
  it('note and proof lie starred, whole only under the seal, opened on the record', async () => {
    const waiting = { channel: 'letter', receivedOn: null } as object
    const { id } = await builtCase(platform, officer, '2026-02-25', waiting)
    const note = '3月2日与张小明电话13800138000确认'
    await confirmReceipt(platform, officer, id, { receivedOn: today, note })
    await draftAnswer(
      platform,
      officer,
      id,
      answerInput.parse({ outcome: 'granted', body: '现予公开，请来窗口领取。' }),
    )
    await approveAnswer(platform, supervisor, id)
    await deliverAnswer(platform, officer, id, { on: today, by: 'counter', proof: '张小明签收' })
    const { rows } = await sql<{ words: string }>`
      select detail::text as words from foi_events where request_id = ${id}
      union all select confirmation_note from foi_requests where id = ${id}`.execute(platform.db)
    expect(rows.map(({ words }) => words).join()).not.toMatch(/张小明|13800138000/)
    const { written } = await readSealed(platform, officer, id)
    expect(written.map(({ words }) => words)).toEqual([note, '张小明签收'])
    const noted = { receivedOn: '2026-02-25', confirmationNote: '张小明电话确认' } as object
    const entered = await builtCase(platform, officer, '2026-02-25', noted)
    const log = JSON.stringify((await readRequest(platform, officer, entered.id)).events)
    expect(log).toContain('张**电话确认')
  })
})
