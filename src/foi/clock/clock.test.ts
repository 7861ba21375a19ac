import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, builtInNotices, calendarOf } from '#calendar'
import { addDays, day } from '#platform/clock'
import { type ClockEvent, clockEvent } from './event.ts'
import { explainDueDate } from './explain.ts'
import { applyEvent, dueOn, startClock } from './replay.ts'
import { rulePackFor, rulePacks } from './rule-pack.ts'

const calendar = calendarOf(builtInNotices)
const events = (...rows: object[]): ClockEvent[] => rows.map((row) => clockEvent.parse(row))
const due = (received: string, ...rows: object[]) =>
  explainDueDate(calendar, rulePackFor(day(received)), day(received), events(...rows)).dueOn
const notice = (on: string) => ({ kind: 'correction_notice', on })
const corrected = (on: string) => ({ kind: 'correction_received', on })
const sent = (on: string, more = {}) => ({ kind: 'consultation_sent', on, ...more })
const back = (on: string, more = {}) => ({ kind: 'consultation_returned', on, ...more })
const extend = (on: string, workingDays: number) => ({ kind: 'extension', on, workingDays })

describe('the answer is due', () => {
  // Each date was counted by hand on the notices of its years (rules.md 7).
  it.each([
    [
      'Order 492, over Spring Festival 2018 (off 02-15 to 02-21, work 02-11 and 02-24)',
      '2018-02-07',
      '2018-03-05',
    ],
    ['Order 492, over May Day and its make-up Saturday 04-28', '2018-04-27', '2018-05-21'],
    ['Order 492, over Mid-Autumn and National Day', '2018-09-20', '2018-10-17'],
    ['Order 492, over New Year, make-up Saturday 2018-12-29', '2018-12-20', '2019-01-11'],
    ['Order 492, over Spring Festival 2019', '2019-01-25', '2019-02-20'],
    ['Order 492, its last day', '2019-05-14', '2019-06-04'],
    ['Order 711, its first day', '2019-05-15', '2019-06-13'],
    ['Order 711, over National Day 2019', '2019-09-25', '2019-10-28'],
    ['Order 711, over Spring Festival 2026 (make-up 02-14 and 02-28)', '2026-02-13', '2026-03-19'],
  ])('%s', (_, received, expected) => expect(due(received)).toBe(expected))

  it('with the whole extension: 15 + 15 and 20 + 20', () => {
    expect(due('2018-02-07', extend('2018-03-05', 15))).toBe('2018-03-26')
    expect(due('2019-05-15', extend('2019-06-13', 20))).toBe('2019-07-11')
  })

  it('Order 711 art. 30: counted anew from the corrected request', () => {
    // 2019-05-15, notice on the 7th working day, corrected 05-31: 20 working days without 06-07 end on 07-01.
    expect(due('2019-05-15', notice('2019-05-24'), corrected('2019-05-31'))).toBe('2019-07-01')
  })

  it('Order 711 art. 33 ¶3: without the working days of a consultation', () => {
    // 06-13 without exclusion; out on Monday 05-20, back on Friday 05-24: four working days later.
    expect(due('2019-05-15', sent('2019-05-20'), back('2019-05-24'))).toBe('2019-06-19')
  })

  it('overlapping consultations are excluded once', () => {
    const both = [sent('2019-05-20', { id: 'a' }), sent('2019-05-21', { id: 'b', with: 'other_agency' })]
    const ends = [back('2019-05-23', { id: 'a' }), back('2019-05-24', { id: 'b' })]
    expect(due('2019-05-15', ...both, ...ends)).toBe('2019-06-19')
  })

  it('Order 492 art. 24: another agency’s time is not excluded', () => {
    const agency = { with: 'other_agency' }
    expect(due('2018-04-27', sent('2018-05-02', agency), back('2018-05-09'))).toBe('2018-05-21')
  })

  it('国办函〔2020〕109号: counted anew from the payment', () => {
    // Paid 2021-03-31; without Qingming (04-03 to 04-05) the 20th working day is 04-28 (make-up Sunday 04-25 counts).
    expect(
      due('2021-03-15', { kind: 'fee_notice', on: '2021-03-22' }, { kind: 'fee_paid', on: '2021-03-31' }),
    ).toBe('2021-04-28')
  })

  it('Order 711 art. 35: on the later date that was set', () => {
    expect(due('2019-05-15', { kind: 'volume_date_set', on: '2019-06-10', until: '2019-08-30' })).toBe(
      '2019-08-30',
    )
  })

  it('not yet, while somebody is awaited', () => {
    const waits = (...rows: object[]) =>
      explainDueDate(calendar, rulePacks['711'], day('2019-05-15'), events(...rows)).waitsFor
    expect(waits(notice('2019-05-20'))).toBe('correction')
    expect(waits(sent('2019-05-20'))).toBe('consultation')
    expect(waits({ kind: 'fee_notice', on: '2019-05-20' })).toBe('payment')
  })
})

describe('the law refuses', () => {
  it.each([
    ['event_before_receipt', '2019-05-15', [notice('2019-05-14')]],
    ['correction_late', '2019-05-15', [notice('2019-05-27')]],
    ['correction_twice', '2019-05-15', [notice('2019-05-20'), corrected('2019-05-21'), notice('2019-05-22')]],
    ['correction_not_asked', '2019-05-15', [corrected('2019-05-20')]],
    ['extension_twice', '2019-05-15', [extend('2019-05-20', 5), extend('2019-05-21', 5)]],
    ['extension_after_due', '2019-05-15', [extend('2019-06-14', 20)]],
    ['extension_too_long', '2018-04-27', [extend('2018-05-02', 16)]],
    ['consultation_unknown', '2019-05-15', [back('2019-05-20')]],
    ['fee_not_asked', '2021-03-15', [{ kind: 'fee_paid', on: '2021-03-16' }]],
    [
      'fee_late',
      '2021-03-15',
      [
        { kind: 'fee_notice', on: '2021-03-22' },
        { kind: 'fee_paid', on: '2021-04-21' },
      ],
    ],
    ['clock_stopped', '2019-05-15', [notice('2019-05-20'), extend('2019-05-21', 5)]],
    ['volume_date_early', '2019-05-15', [{ kind: 'volume_date_set', on: '2019-05-20', until: '2019-06-13' }]],
  ])('%s', (code, received, rows) => {
    expect(() => due(received, ...rows)).toThrow(expect.objectContaining({ code }))
  })
})

describe('whatever the dates', () => {
  const anyDay = fc.integer({ min: 0, max: 2000 }).map((days) => addDays(day('2019-05-15'), days))
  const pack = rulePacks['711']
  it('a later receipt is never due earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (received, later) => {
        const plain = (on: typeof received) => dueOn(calendar, pack, startClock(on)) ?? ''
        expect(plain(addDays(received, later)) >= plain(received)).toBe(true)
      }),
    )
  })
  it('a consultation answered the same day changes nothing; a longer one is never due earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(5), fc.nat(10), (received, wait, length) => {
        const out = addDays(received, wait)
        const home = addDays(out, length)
        const plain = dueOn(calendar, pack, startClock(received)) ?? ''
        const asked = due(received, sent(out), back(home)) ?? ''
        expect(length === 0 ? asked === plain : asked >= plain).toBe(true)
      }),
    )
  })
  it('applying events one by one is the replay; plain due dates are 20 working days', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(5), (received, wait) => {
        const rows = events(sent(addDays(received, wait)), back(addDays(received, wait + 3)))
        let state = startClock(received)
        for (const event of rows) state = applyEvent(calendar, pack, state, event)
        expect(dueOn(calendar, pack, state)).toBe(explainDueDate(calendar, pack, received, rows).dueOn)
        expect(dueOn(calendar, pack, startClock(received))).toBe(addWorkingDays(calendar, received, 20))
      }),
    )
  })
  it('the explanation numbers exactly the days that count', () => {
    fc.assert(
      fc.property(anyDay, (received) => {
        const { days } = explainDueDate(calendar, pack, received, [])
        expect(days.filter((d) => d.number !== null)).toHaveLength(20)
        expect(days.at(-1)?.number).toBe(20)
      }),
    )
  })
})
