import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day, fixedClock } from '#platform/clock'
import { testPlatform } from '../../../test/platform.ts'
import { testStaff } from '../../../test/staff.ts'
import { builtCase } from '../builders.ts'
import { sendConsultation } from '../consultations/consult.ts'
import { consultationInput, valuesInput } from '../contract.ts'
import { packOf } from '../events.ts'
import { sendFeeNotice } from '../fee/send-fee-notice.ts'
import { readRequest } from '../read-request.ts'
import { reassess } from '../release/reassess.ts'
import { getRequest } from '../store.ts'
import { setValues } from './set-values.ts'
import { listValues } from './value-store.ts'

let platform: Platform
let officer: Staff
let chief: Staff
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
  chief = await testStaff(platform, 'supervisor')
})
const refused = (code: string) => expect.objectContaining({ code })
const given = (more: object = {}) =>
  valuesInput.parse({
    fromDay: '2026-03-03',
    opinionWithin492: 10,
    payWithin: 5,
    feeFrom: '2026-03-05',
    lookAgainAfter: 180,
    basis: '核对原文',
    ...more,
  })
const later = (on: string) => ({ ...platform, clock: fixedClock(`${on}T10:00:00+08:00`) })

describe('what is not certain is the agency’s setting, from a day on', () => {
  it('begins as before, is set by who decides, never backwards: not_allowed, values_back_dated', async () => {
    expect(await listValues(platform.db)).toMatchObject([
      {
        fromDay: '2008-05-01',
        opinionWithin492: 15,
        payWithin: 20,
        feeFrom: '2021-01-01',
        lookAgainAfter: 365,
      },
    ])
    await expect(setValues(platform, officer, given())).rejects.toEqual(refused('not_allowed'))
    await expect(setValues(platform, chief, given({ fromDay: '2026-03-01' }))).rejects.toEqual(
      refused('values_back_dated'),
    )
  })
  it('cases received before keep theirs; later ones count with the new ones', async () => {
    const before = await builtCase(platform, officer, '2026-03-02')
    const fee = { on: day('2026-03-02'), method: 'per_page', quantity: 101, way: '缴入国库' } as const
    await sendFeeNotice(platform, officer, before.id, fee)
    const payUntil = async () => (await readRequest(platform, officer, before.id)).periods.pay?.until
    expect(await payUntil()).toBe('2026-03-30')
    await setValues(platform, chief, given())
    expect(await payUntil()).toBe('2026-03-30')
    const soon = later('2026-03-06')
    const early = await builtCase(soon, officer, '2026-03-04')
    const notice = { ...fee, on: day('2026-03-06') }
    await expect(sendFeeNotice(soon, officer, early.id, notice)).rejects.toEqual(
      refused('fee_before_measure'),
    )
    const after = await builtCase(soon, officer, '2026-03-05')
    await sendFeeNotice(soon, officer, after.id, notice)
    // Five working days after 03-06, a Friday.
    expect((await readRequest(soon, officer, after.id)).periods.pay?.until).toBe('2026-03-13')
  })
  it('what the law states is not touched: fifteen working days for an opinion under Order 711', async () => {
    const soon = later('2026-03-06')
    const { id } = await builtCase(soon, officer, '2026-03-05')
    const asked = { kind: 'third_party', name: '某企业', letter: '征求意见', on: '2026-03-06' }
    await sendConsultation(soon, officer, id, consultationInput.parse(asked))
    expect((await readRequest(soon, officer, id)).consultations[0]?.dueOn).toBe('2026-03-27')
    const request = await getRequest(platform.db, id)
    expect(packOf(request).opinionWithin).toBe(15)
    expect(packOf({ ...request, rules: '492' }).opinionWithin).toBe(10)
  })
  it('when withheld information is looked at again, counted from what was set on the day', async () => {
    const soon = later('2026-03-06')
    const { id } = await builtCase(soon, officer, '2026-03-05')
    const ended = { status: 'answered', outcome: 'refused_internal', answered_on: day('2026-03-06') }
    await platform.db.updateTable('foi_requests').set(ended).where('id', '=', id).execute()
    const look = {
      on: day('2026-03-06'),
      result: 'still_withheld',
      reason: '仍需保密',
      nextOn: null,
    } as const
    await reassess(soon, officer, id, look)
    const { next_on } = await platform.db
      .selectFrom('foi_reassessments')
      .select('next_on')
      .where('request_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(next_on).toBe('2026-09-02')
  })
})
