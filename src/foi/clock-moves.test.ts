import { beforeAll, describe, expect, it } from 'vitest'
import { builtInNotices, workingCalendar } from '#calendar'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day, fixedClock } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { raiseAlerts } from './alerts/raise-alerts.ts'
import { readBoard } from './board/board.ts'
import { builtCase } from './builders.ts'
import { clockEvent, type EventOf } from './clock/event.ts'
import { foiDueDates } from './due-dates.ts'
import { extend, proposeExtension, setLaterDate } from './extend.ts'
import { readRegister, readRequest } from './read-request.ts'
import { recordClockEvent } from './record-clock-event.ts'

const refused = (code: string) => expect.objectContaining({ code })
const event = (kind: string, on: string, more = {}) => clockEvent.parse({ kind, on, ...more })
const extension = (on: string, more = {}) =>
  event('extension', on, {
    workingDays: 15,
    reason: '需要汇总多年数据',
    toldOn: on,
    toldBy: 'post',
    ...more,
  }) as EventOf<'extension'>

describe('a holiday notice that is changed later', () => {
  it('moves the dates of recorded cases; register, board and alerts go on', async () => {
    const platform = await testPlatform({ now: '2019-05-20T10:00:00+08:00' })
    const officer = await testStaff(platform, 'foi_officer')
    const supervisor = await testStaff(platform, 'supervisor')
    // Fifteen working days after 04-09 end on 04-29 (Sunday 04-28 is worked): the extension of that day is in time.
    const { id } = await builtCase(platform, officer, '2019-04-09')
    const inTime = { ...platform, clock: fixedClock('2019-04-29T17:00:00+08:00') }
    await extend(inTime, supervisor, id, extension('2019-04-29'))
    const before = await workingCalendar(platform.db)
    // In May a third version works Saturday 04-27 too: the fifteenth day was 04-28, the thirtieth is a day earlier.
    const known = builtInNotices.findLast(({ year }) => year === 2019)
    await platform.db
      .insertInto('holiday_notices')
      .values({
        year: 2019,
        version: 3,
        issued_on: day('2019-05-17'),
        source: '测试通知',
        days_off: JSON.stringify(known?.daysOff),
        make_up_workdays: JSON.stringify({ ...known?.makeUpWorkdays, '2019-04-27': '测试' }),
      })
      .execute()
    const after = await workingCalendar(platform.db)
    expect(await foiDueDates.moved(platform.db, before, after, day('2019-05-20'))).toMatchObject([
      { id, before: '2019-05-22', after: '2019-05-21' },
    ])
    expect((await readRegister(platform, officer, {})).items[0]).toMatchObject({ dueOn: '2019-05-21' })
    expect((await readBoard(platform, supervisor)).lights.days1).toBe(1)
    expect(await raiseAlerts(platform, { today: day('2019-05-20') })).toBeGreaterThan(0)
    const { due } = await readRequest(platform, officer, id)
    expect(due?.days.find((counted) => counted.day === '2019-04-27')).toMatchObject({
      number: 14,
      reason: 'make_up',
      notice: { version: 3, source: '测试通知' },
    })
  })
})

describe('more time', () => {
  // 2026-03-02 is a Monday. Received 2026-02-25: due on 2026-03-24 (work 02-28).
  let platform: Platform
  let officer: Staff
  let supervisor: Staff
  const newCase = async () => (await builtCase(platform, officer, '2026-02-25')).id
  beforeAll(async () => {
    platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
    officer = await testStaff(platform, 'foi_officer')
    supervisor = await testStaff(platform, 'supervisor')
  })

  it('is not granted by who asked for it: own_extension', async () => {
    const both = await testStaff(platform, 'foi_officer', 'supervisor')
    const id = await newCase()
    await proposeExtension(platform, both, id, { workingDays: 15, reason: '需要汇总多年数据' })
    await expect(extend(platform, both, id, extension('2026-03-02'))).rejects.toEqual(
      refused('own_extension'),
    )
    await extend(platform, supervisor, id, extension('2026-03-02'))
    const { due } = await readRequest(platform, officer, id)
    expect(due?.steps.at(-1)).toMatchObject({
      kind: 'extended',
      workingDays: 15,
      approvedBy: supervisor.name,
    })
  })
  it('is told on a day that can be: told_on_impossible', async () => {
    const id = await newCase()
    for (const toldOn of ['2026-03-03', '2026-02-24', '2026-03-01'])
      expect(() => extend(platform, supervisor, id, extension('2026-03-02', { toldOn }))).toThrow(
        refused('told_on_impossible'),
      )
  })
  it('Order 711 art. 35: reasons asked and found reasonable, a later day with its reason, by the approver', async () => {
    const id = await newCase()
    const later = (more = {}) =>
      event('volume_date_set', '2026-03-02', { until: '2026-06-30', ...more }) as EventOf<'volume_date_set'>
    const told = { reason: '涉及上千份档案', toldOn: '2026-03-02', toldBy: 'post' }
    expect(() => setLaterDate(platform, supervisor, id, later())).toThrow(refused('volume_needs_reason'))
    await expect(setLaterDate(platform, supervisor, id, later(told))).rejects.toEqual(
      refused('reasons_not_weighed'),
    )
    await recordClockEvent(platform, officer, id, event('reasons_asked', '2026-02-26'))
    await recordClockEvent(
      platform,
      officer,
      id,
      event('reasons_weighed', '2026-03-02', { found: 'reasonable', reasons: '课题研究需要' }),
    )
    await expect(setLaterDate(platform, officer, id, later(told))).rejects.toEqual(refused('not_allowed'))
    await setLaterDate(platform, supervisor, id, later(told))
    const { due } = await readRequest(platform, officer, id)
    expect(due).toMatchObject({ dueOn: '2026-06-30', law: 'Order 711 art. 35' })
    expect(due?.days.at(-1)?.day).toBe('2026-03-24')
    await expect(extend(platform, supervisor, id, extension('2026-03-02'))).rejects.toEqual(
      refused('extension_of_set_date'),
    )
  })
  it('a day before the regulation is refused: before_the_regulation', async () => {
    await expect(builtCase(platform, officer, '2008-04-30')).rejects.toEqual(refused('before_the_regulation'))
  })
})

describe('what is offered', () => {
  it('is what the clock would take, today or on the day of the last event', async () => {
    const platform = await testPlatform({ now: '2026-03-24T10:00:00+08:00' })
    const officer = await testStaff(platform, 'foi_officer')
    const offered = async (receivedOn: string, ...events: ReturnType<typeof event>[]) => {
      const { id } = await builtCase(platform, officer, receivedOn)
      for (const one of events) await recordClockEvent(platform, officer, id, one)
      return (await readRequest(platform, officer, id)).mayRecord
    }
    const open = ['correction_notice', 'extension', 'fee_notice', 'reasons_asked']
    expect(await offered('2026-03-23')).toEqual(open)
    // Due on 2026-03-24: a fact of an earlier day may still be entered.
    expect(await offered('2026-02-25')).toEqual(open)
    // 2026-03-25 is the seventh working day after 03-16.
    expect(await offered('2026-03-16', event('reasons_asked', '2026-03-24'))).toEqual([
      'correction_notice',
      'extension',
      'fee_notice',
      'reasons_asked',
      'reasons_weighed',
    ])
    const notice = event('correction_notice', '2026-03-24', { items: '年度', respondBy: '2026-04-10' })
    expect(await offered('2026-03-23', notice)).toEqual(['correction_received'])
  })
})
