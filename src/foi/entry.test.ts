import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { deadlinesOf } from './alerts/deadlines.ts'
import { listMyAlerts } from './alerts/my-alerts.ts'
import { openCases } from './alerts/open-cases.ts'
import { raiseAlerts } from './alerts/raise-alerts.ts'
import { readBoard } from './board/board.ts'
import { builtCase } from './builders.ts'
import { completeApplicant } from './complete-applicant.ts'
import { completionInput, likeInput } from './contract.ts'
import { caseCalendar } from './events.ts'
import { readRegister, readRequest, readSealed } from './read-request.ts'
import { findLikeEntry } from './similar.ts'

// 2026-03-02 is a Monday.
let platform: Platform
let officer: Staff
const refused = (code: string) => expect.objectContaining({ code })
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
})

describe('Order 711 art. 30: paper that lacks something is registered and asked for', () => {
  it('without a number of a proof and without a way to call, and matches nobody by what is missing', async () => {
    const nothing = { identityNumber: '', telephone: '' } as const
    const first = await builtCase(platform, officer, '2026-02-26', { ...nothing, name: '李甲' })
    const { id } = await builtCase(platform, officer, '2026-02-26', { ...nothing, name: '王乙' })
    const view = await readRequest(platform, officer, id)
    expect(view.request.lacks).toEqual(['identity', 'contact'])
    // Seven working days after 02-26: 02-27 28 03-02 03 04 05 06.
    expect(view.correctBy).toBe('2026-03-06')
    expect(view.similar.find((other) => other.id === first.id)?.sameApplicant).toBe(false)
    const { items } = await readRegister(platform, officer, {})
    expect(items.find((row) => row.id === id)?.lacks).toHaveLength(2)
  })
  it('what is brought later is sealed; a wrong number is refused; then nothing_lacking', async () => {
    const { id } = await builtCase(platform, officer, '2026-02-26', {
      identityNumber: '',
      address: '江城市某路1号',
    })
    expect((await readRequest(platform, officer, id)).request.lacks).toEqual(['identity'])
    const complete = (identityNumber: string) =>
      completeApplicant(
        platform,
        officer,
        id,
        completionInput.parse({ identityKind: 'identity_card', identityNumber }),
      )
    await expect(complete('110105194912310021')).rejects.toEqual(refused('identity_number_invalid'))
    await complete('11010519491231002X')
    expect((await readRequest(platform, officer, id)).request.lacks).toEqual([])
    expect((await readSealed(platform, officer, id)).applicant).toMatchObject({
      identityNumber: '11010519491231002X',
      telephone: '13800138000',
      address: '江城市某路1号',
    })
    await expect(complete('11010519491231002X')).rejects.toEqual(refused('nothing_lacking'))
  })
})

it('the same application is found while it is entered, and nothing is kept', async () => {
  const words = { description: '申请公开轨道交通三号线的初步设计批复文件' }
  const { id } = await builtCase(platform, officer, '2026-02-26', {
    ...words,
    identityKind: 'passport',
    identityNumber: 'LIKE1',
  })
  const count = async () => (await platform.db.selectFrom('foi_requests').select('id').execute()).length
  const before = await count()
  const like = (more: object) => findLikeEntry(platform, likeInput.parse({ ...words, ...more }))
  expect(await like({ identityNumber: 'like1' })).toMatchObject([{ id, sameApplicant: true }])
  expect(await like({ identityNumber: 'OTHER' })).toMatchObject([{ id, sameApplicant: false }])
  expect(await like({ description: '完全不同的一件事情的会议纪要' })).toEqual([])
  expect(await count()).toBe(before)
})

describe('Order 711 art. 31 (3): what is not confirmed yet', () => {
  it('is on the board and in the alerts: on the day, on the next working day after a day off, then too late', async () => {
    const later = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
    const [staff, chief] = [await testStaff(later, 'foi_officer'), await testStaff(later, 'supervisor')]
    const waiting = { channel: 'letter', receivedOn: null } as const
    const { id: today } = await builtCase(later, staff, '2026-03-02', waiting)
    // Sunday 03-01: to be confirmed on Monday.
    const { id: sunday } = await builtCase(later, staff, '2026-03-01', waiting)
    const { id: old } = await builtCase(later, staff, '2026-02-27', waiting)
    const board = await readBoard(later, chief)
    expect([board.open, board.unconfirmed, board.lights.overdue, board.lights.days1]).toEqual([3, 3, 1, 2])
    expect(board.pressing[0]).toMatchObject({ id: old, confirmBy: '2026-02-27', urgency: 'overdue' })
    const { items } = await readRegister(later, staff, {})
    expect(items.map((row) => [row.id, row.confirmBy])).toEqual([
      [old, '2026-02-27'],
      [sunday, '2026-03-02'],
      [today, '2026-03-02'],
    ])
    await raiseAlerts(later, { today: day('2026-03-02') })
    const levels = (await listMyAlerts(later, staff)).items.map((alert) => [
      alert.requestId,
      alert.kind,
      alert.level,
    ])
    expect(levels).toContainEqual([old, 'receipt', 'overdue'])
    expect(levels).toContainEqual([today, 'receipt', 'days1'])
    const [one] = (await openCases(later.db)).filter(({ request }) => request.id === sunday)
    if (!one) throw new Error('no case')
    expect(deadlinesOf(await caseCalendar(later.db), one, day('2026-03-03'))).toMatchObject([
      { kind: 'receipt', dueOn: '2026-03-02', level: 'overdue' },
    ])
  })
})
