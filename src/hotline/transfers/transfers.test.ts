import { expect, it } from 'vitest'
import { fixedClock } from '#platform/clock'
import { hotlineCrew } from '../../../test/hotline-crew.ts'
import { signedIn } from '../../../test/sign-in.ts'
import { readAnalysis } from '../analysis.ts'
import { hotlineDesk } from '../desk.ts'

it('a transferred call has a department, a day, a card on its desk, and a result that is written once', async () => {
  const { platform, app, agent, supervisor, send, logged } = await hotlineCrew()
  const { db } = platform
  const [treasury, office] = (
    await db
      .insertInto('departments')
      .values([
        { code: 'treasury-x', name: '国库处' },
        { code: 'office-x', name: '办公室' },
      ])
      .returning('id')
      .execute()
  ).map(({ id }) => id)
  const officer = await signedIn(app, platform, 'correspondence_officer')
  const other = await signedIn(app, platform, 'correspondence_officer')
  const seat = (person: typeof officer, department_id: number | undefined) =>
    db.updateTable('staff').set({ department_id }).where('id', '=', person.staff.id).execute()
  await seat(officer, treasury)
  await seat(other, office)
  const words = {
    kind: 'policy_consultation',
    content: '我是张三，补助什么时候发？',
    callerName: '张三',
    outcome: 'transferred',
  }
  expect((await send(agent, 'POST', '/calls', { ...words, unitId: 999_999 })).json().code).toBe(
    'unit_unknown',
  )
  const { id } = (await send(agent, 'POST', '/calls', { ...words, unitId: treasury })).json()
  const old = await logged({ forwardedTo: '区财政局' })

  // 2018-06-15 is a Friday, the 18th the Dragon Boat holiday; the fastest mailbox promises seven working days.
  const waiting = (await send(officer, 'GET', '/transfers')).json().items
  expect(waiting).toEqual([
    expect.objectContaining({ id, unit: '国库处', dueOn: '2018-06-27', resultOn: null, late: false }),
  ])
  expect(JSON.stringify(waiting)).not.toContain('张三')
  expect((await send(other, 'GET', '/transfers')).json().items).toEqual([])
  expect((await send(agent, 'GET', '/transfers')).json().items).toHaveLength(1)
  const card = async (staff: object, at: string) =>
    (await hotlineDesk({ ...platform, clock: fixedClock(at) }, staff as never)).find(
      ({ key }) => key === 'call_transfers',
    )
  const [theirs, others] = [treasury, office].map((departmentId, nth) => ({
    ...(nth ? other : officer).staff,
    departmentId,
  }))
  expect(await card(theirs ?? {}, '2018-06-20T09:00:00+08:00')).toMatchObject({ count: 1, overdue: 0 })
  expect(await card(theirs ?? {}, '2018-06-28T09:00:00+08:00')).toMatchObject({ count: 1, overdue: 1 })
  expect(await card(others ?? {}, '2018-06-28T09:00:00+08:00')).toBeUndefined()
  const late = { ...platform, clock: fixedClock('2018-06-28T09:00:00+08:00') }
  const period = { from: '2018-06-01', until: '2018-06-30' } as never
  expect((await readAnalysis(late, supervisor.staff, period)).transfers).toEqual([
    { name: '国库处', count: 1, open: 1, overdue: 1, late: 0 },
  ])

  expect((await send(officer, 'POST', `/calls/${id}/unsealing`)).json().caller.name).toBe('张三')
  const result = { result: '已回电告知张三，月底前发放。' }
  expect((await send(other, 'POST', `/calls/${id}/result`, result)).json().code).toBe('not_your_unit')
  expect((await send(officer, 'POST', `/calls/${id}/result`, result)).statusCode).toBe(204)
  expect((await send(officer, 'POST', `/calls/${id}/result`, result)).json().code).toBe('not_transferred')
  expect((await send(agent, 'POST', `/calls/${old}/result`, result)).json().code).toBe('not_transferred')
  expect((await send(officer, 'POST', `/calls/${id}/unsealing`)).json().code).toBe('not_your_unit')
  const done = (await send(officer, 'GET', '/transfers?settled=true')).json().items
  expect(done).toEqual([
    expect.objectContaining({ id, resultOn: '2018-06-15', settledBy: officer.staff.name }),
  ])
  expect(done[0].result).not.toContain('张三')
  const { items } = (await send(supervisor, 'GET', '/calls')).json()
  expect(items.find((row: { id: number }) => row.id === old)).toMatchObject({
    forwardedTo: '区财政局',
    unitId: null,
  })
})
