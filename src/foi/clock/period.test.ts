import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../../test/platform.ts'
import { testStaff } from '../../../test/staff.ts'
import { builtCase } from '../builders.ts'
import { sendConsultation } from '../consultations/consult.ts'
import { consultationInput } from '../contract.ts'
import { sendFeeNotice } from '../fee/send-fee-notice.ts'
import { readRequest } from '../read-request.ts'
import { readTracking } from '../track-request.ts'
import { trackingPage } from '../tracking-page.ts'
import type { Period } from './period.ts'

// 2026-02-13 is a Friday; the Spring Festival is off from 02-15 to 02-23, the Saturdays 02-14 and 02-28 are worked.
let platform: Platform
let officer: Staff
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-02-14T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
})
const read = (id: number) => readRequest(platform, officer, id)
/** The numbers run from one to the last day; what is skipped says why. */
function expectCounted(period: Period | null | undefined, until: string, count: number) {
  expect(period?.until).toBe(until)
  expect(period?.days.at(-1)).toMatchObject({ day: until, number: count })
  const numbers = (period?.days ?? []).flatMap(({ number }) => (number === null ? [] : [number]))
  expect(numbers).toEqual(Array.from({ length: count }, (_, at) => at + 1))
}

describe('every date of a case explains itself', () => {
  it('the notice for a correction: seven working days, make-up days counted, the holiday named with its notice', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-13')
    const { correct } = (await read(id)).periods
    expectCounted(correct, '2026-03-02', 7)
    expect(correct?.days[0]).toMatchObject({ day: '2026-02-14', number: 1, reason: 'make_up' })
    expect(correct?.days[3]).toMatchObject({ number: null, reason: 'holiday', name: '春节' })
    expect(correct?.days[3]?.notice?.source).toBeTruthy()
  })
  it('an opinion: fifteen, and the payment: twenty', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-13')
    const asked = { kind: 'third_party', name: '某企业', letter: '征求意见', on: '2026-02-14' }
    await sendConsultation(platform, officer, id, consultationInput.parse(asked))
    expectCounted((await read(id)).consultations[0]?.period, '2026-03-13', 15)
    const other = await builtCase(platform, officer, '2026-02-13')
    const notice = { on: day('2026-02-14'), method: 'per_page', quantity: 101, way: '缴入国库' } as const
    await sendFeeNotice(platform, officer, other.id, notice)
    expectCounted((await read(other.id)).periods.pay, '2026-03-20', 20)
    const page = String(
      trackingPage(
        await readTracking(platform, other.id),
        { number: '', code: '' },
        { values: {}, errors: {} },
      ),
    )
    expect(page).toContain('2026-03-20是怎样算出来的')
    expect(page).toContain('自收费通知（2026-02-14）的次日起 20 个工作日内缴费')
  })
  it('the confirmation: the day of arrival, or why the next working day', async () => {
    const later = { ...platform, clock: { ...platform.clock, today: () => day('2026-02-25') } }
    const waiting = { channel: 'letter', arrival: 'ordinary', receivedOn: null } as const
    const { id } = await builtCase(later, officer, '2026-02-22', waiting)
    const { confirm } = (await read(id)).periods
    expectCounted(confirm, '2026-02-24', 1)
    expect(confirm?.days[0]).toMatchObject({ day: '2026-02-22', number: null, reason: 'holiday' })
  })
})
