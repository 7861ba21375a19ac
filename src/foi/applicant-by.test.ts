import { expect, it } from 'vitest'
import { day, fixedClock } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { readBoard } from './board/board.ts'
import { builtCase } from './builders.ts'
import { clockEvent } from './clock/event.ts'
import { sendFeeNotice } from './fee/send-fee-notice.ts'
import { readRegister, readRequest } from './read-request.ts'
import { recordClockEvent } from './record-clock-event.ts'

it('case, register and board name the applicant’s own day, and whether it is over', async () => {
  const platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  const [officer, supervisor] = [
    await testStaff(platform, 'foi_officer'),
    await testStaff(platform, 'supervisor'),
  ]
  const { id: asked } = await builtCase(platform, officer, '2026-02-25')
  const { id: charged } = await builtCase(platform, officer, '2026-02-25')
  const notice = { kind: 'correction_notice', on: '2026-03-02', items: '年度', respondBy: '2026-03-20' }
  await recordClockEvent(platform, officer, asked, clockEvent.parse(notice))
  const fee = { on: day('2026-03-02'), method: 'per_page', quantity: 31, way: '凭缴款码缴入国库' } as const
  await sendFeeNotice(platform, officer, charged, fee)
  // Twenty working days after 03-02 end on 03-30.
  const until = new Map([
    [asked, { kind: 'correction', on: '2026-03-20', lapsed: false }],
    [charged, { kind: 'payment', on: '2026-03-30', lapsed: false }],
  ])
  const { items } = await readRegister(platform, officer, {})
  for (const [id, by] of until) {
    expect((await readRequest(platform, officer, id)).applicantBy).toEqual(by)
    expect(items.find((row) => row.id === id)?.applicantBy).toEqual(by)
  }
  expect((await readBoard(platform, supervisor)).pressing).toEqual([])
  const later = { ...platform, clock: fixedClock('2026-03-30T10:00:00+08:00') }
  expect((await readBoard(later, supervisor)).pressing).toMatchObject([
    { id: asked, applicantBy: { kind: 'correction', on: '2026-03-20', lapsed: true } },
  ])
})
