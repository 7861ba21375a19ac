import { beforeAll, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../../test/platform.ts'
import { testStaff } from '../../../test/staff.ts'
import { approveAnswer, builtCase } from '../builders.ts'
import { answerInput } from '../contract.ts'
import { deliverAnswer } from '../deliver-answer.ts'
import { makeLetter } from '../documents/make-letter.ts'
import { draftAnswer } from '../draft-answer.ts'
import { reassess } from '../release/reassess.ts'
import { eraseCase } from './erase-case.ts'
import { exportPerson } from './export-person.ts'

let platform: Platform
let officer: Staff
let supervisor: Staff
const today = day('2026-03-02')
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
async function approved(identityNumber: string) {
  const { id } = await builtCase(platform, officer, '2026-02-26', {
    identityKind: 'passport',
    identityNumber,
    telephone: `13900139${identityNumber.slice(-3)}`,
  })
  const body = '属于内部事务信息，依法不予公开。'
  await draftAnswer(platform, officer, id, answerInput.parse({ outcome: 'refused_internal', body }))
  await approveAnswer(platform, supervisor, id)
  return id
}

it('hands over an answer and its letter once the person was sent them, a notice at once', async () => {
  const id = await approved('GIVEN101')
  await makeLetter(platform, officer, id, 'receipt')
  await makeLetter(platform, officer, id, 'answer')
  const given = async () => {
    const [one] = (await exportPerson(platform, officer, id)).cases
    return [one?.letters.map(({ letter }) => letter), one?.answers.length]
  }
  expect(await given()).toEqual([['登记回执'], 0])
  await deliverAnswer(platform, officer, id, { on: today, by: 'counter', proof: '当面签收' })
  expect(await given()).toEqual([['登记回执', '不予公开告知书'], 1])
})

it('erasing cleans the reason of a later look at what was withheld', async () => {
  const id = await approved('GIVEN102')
  await deliverAnswer(platform, officer, id, { on: today, by: 'counter', proof: '当面签收' })
  const reason = '张小明来电13800138000，仍属内部事务'
  await reassess(platform, officer, id, { on: today, result: 'still_withheld', reason, nextOn: null })
  await platform.inTransaction((tx) => eraseCase(platform, tx, id))
  const kept = await platform.db
    .selectFrom('foi_reassessments')
    .select('reason')
    .where('request_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(kept.reason).toBe('**来电**，仍属内部事务')
})
