import { expect, it } from 'vitest'
import { day, fixedClock } from '#platform/clock'
import { testPlatform } from '../../../test/platform.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { testStaff } from '../../../test/staff.ts'
import { createApp } from '../../app.ts'
import { listMyAlerts } from '../alerts/my-alerts.ts'
import { raiseAlerts } from '../alerts/raise-alerts.ts'
import { approveAnswer, builtCase } from '../builders.ts'
import { answerInput } from '../contract.ts'
import { deliverAnswer } from '../deliver-answer.ts'
import { foiDesk } from '../desk.ts'
import { draftAnswer } from '../draft-answer.ts'
import { listWithheld, reassess } from './reassess.ts'

it('what is to be looked at again reaches desk and alerts, and the list goes on page by page', async () => {
  const platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  const [officer, supervisor] = [
    await testStaff(platform, 'foi_officer'),
    await testStaff(platform, 'supervisor'),
  ]
  const ids: number[] = []
  for (let made = 0; made < 3; made += 1) {
    const { id } = await builtCase(platform, officer, '2026-02-25')
    const answer = answerInput.parse({ outcome: 'refused_internal', body: '属于内部事务信息，不予公开。' })
    await draftAnswer(platform, officer, id, answer)
    await approveAnswer(platform, supervisor, id)
    await deliverAnswer(platform, officer, id, { on: day('2026-03-02'), by: 'counter', proof: '当面签收' })
    ids.push(id)
  }
  const cardOf = async (at = platform) =>
    (await foiDesk(at, officer)).find(({ key }) => key === 'foi_reassess')
  expect(await cardOf()).toBeUndefined()
  expect(await raiseAlerts(platform, { today: day('2026-03-02') })).toBe(0)
  const first = await listWithheld(platform, officer, {}, 2)
  const second = await listWithheld(platform, officer, { after: first.next ?? '' }, 2)
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
  expect(second.next).toBeNull()

  // A year on: 2027-03-02.
  const on = day('2027-03-03')
  const later = { ...platform, clock: fixedClock('2027-03-03T10:00:00+08:00') }
  expect(await cardOf(later)).toMatchObject({ count: 3, overdue: 3, href: '/requests/withheld?due=true' })
  expect(await raiseAlerts(later, { today: on })).toBe(6)
  expect(await raiseAlerts(later, { today: on })).toBe(0)
  const alerted = async () => (await listMyAlerts(later, officer)).items
  expect((await alerted()).map(({ kind, dueOn }) => [kind, dueOn])).toEqual(
    Array(3).fill(['reassessment', '2027-03-02']),
  )
  const looked = { on, result: 'still_withheld', reason: '情形没有变化。', nextOn: null } as const
  await reassess(later, officer, ids[0] ?? 0, looked)
  expect(await cardOf(later)).toMatchObject({ count: 2 })
  expect(await alerted()).toHaveLength(2)
  const app = await createApp(later)
  const { headers } = await signedIn(app, later, 'foi_officer')
  const read = async (query: string) => app.inject({ url: `/api/staff/foi/withheld?${query}`, headers })
  expect((await read('due=true')).json().items).toHaveLength(2)
  expect((await read('after=nonsense')).statusCode).toBe(400)
})
