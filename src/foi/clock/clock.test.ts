import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInNotices, calendarOf } from '#calendar'
import { day } from '#platform/clock'
import { type ClockEvent, clockEvent } from './event.ts'
import { explainDueDate } from './explain.ts'
import { applyEvent, foundUnreasonable, judgeEvents } from './judge.ts'
import { replay } from './replay.ts'
import { rulePackFor, rulePacks } from './rule-pack.ts'

const calendar = calendarOf(builtInNotices)
const events = (...rows: object[]): ClockEvent[] => rows.map((row) => clockEvent.parse(row))
const due = (received: string, ...rows: object[]) =>
  explainDueDate(calendar, rulePackFor(day(received)), day(received), events(...rows)).dueOn
/** As it would be recorded, one after the other. */
const judged = (received: string, ...rows: object[]) =>
  judgeEvents(calendar, rulePackFor(day(received)), day(received), events(...rows))
const notice = (on: string) => ({ kind: 'correction_notice', on })
const corrected = (on: string) => ({ kind: 'correction_received', on })
const sent = (on: string, more = {}) => ({ kind: 'consultation_sent', on, ...more })
const back = (on: string, more = {}) => ({ kind: 'consultation_returned', on, ...more })
const extend = (on: string, workingDays: number) => ({ kind: 'extension', on, workingDays })
const asked = (on: string) => ({ kind: 'reasons_asked', on })
const weighed = (on: string, found = 'reasonable') => ({ kind: 'reasons_weighed', on, found })
const later = (on: string, until: string) => ({ kind: 'volume_date_set', on, until })
const fee = (on: string) => ({ kind: 'fee_notice', on })
const paid = (on: string) => ({ kind: 'fee_paid', on })

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

  it('not yet, while the applicant is awaited', () => {
    const waits = (...rows: object[]) =>
      explainDueDate(calendar, rulePacks['711'], day('2019-05-15'), events(...rows))
    expect(waits(notice('2019-05-20'))).toMatchObject({ waitsFor: 'correction', dueOn: null })
    const charged = explainDueDate(calendar, rulePacks['711'], day('2021-03-15'), events(fee('2021-03-22')))
    expect(charged).toMatchObject({ waitsFor: 'payment', dueOn: null })
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
    ['clock_stopped', '2021-03-15', [fee('2021-03-22'), sent('2021-03-23')]],
    // Order 492 has no day for the notice, but the period for the answer: 15 working days after 2018-04-27 end on 05-21.
    ['correction_after_due', '2018-04-27', [notice('2018-05-22')]],
    // Seven working days count from the receipt (03-24), not from the payment.
    ['correction_late', '2021-03-15', [fee('2021-03-17'), paid('2021-03-19'), notice('2021-03-25')]],
    // Order 711 art. 42 leaves the fee to a measure, which is in force from 2021-01-01: before it nobody is charged.
    ['fee_old_rules', '2018-04-27', [fee('2018-05-02')]],
    ['fee_before_measure', '2019-05-15', [fee('2019-05-20')]],
    ['fee_before_measure', '2020-12-31', [fee('2021-01-04')]],
    ['fee_twice', '2021-03-15', [fee('2021-03-22'), paid('2021-03-31'), fee('2021-04-01')]],
    ['fee_notice_late', '2021-03-15', [fee('2021-04-14')]],
    ['volume_old_rules', '2018-04-27', [asked('2018-05-02')]],
    ['volume_old_rules', '2018-04-27', [later('2018-05-02', '2018-07-02')]],
    ['reasons_not_asked', '2019-05-15', [weighed('2019-05-20')]],
    ['reasons_not_weighed', '2019-05-15', [asked('2019-05-20'), later('2019-05-21', '2019-07-31')]],
    [
      'reasons_not_weighed',
      '2019-05-15',
      [asked('2019-05-20'), weighed('2019-05-21', 'unreasonable'), later('2019-05-21', '2019-07-31')],
    ],
    [
      'volume_date_twice',
      '2019-05-15',
      [
        asked('2019-05-20'),
        weighed('2019-05-21'),
        later('2019-05-21', '2019-07-31'),
        later('2019-05-22', '2019-08-30'),
      ],
    ],
    [
      'volume_date_late',
      '2019-05-15',
      [asked('2019-05-20'), weighed('2019-06-14'), later('2019-06-14', '2019-07-31')],
    ],
    [
      'volume_date_early',
      '2019-05-15',
      [asked('2019-05-20'), weighed('2019-05-20'), later('2019-05-20', '2019-06-13')],
    ],
    [
      'extension_of_set_date',
      '2019-05-15',
      [
        asked('2019-05-20'),
        weighed('2019-05-21'),
        later('2019-05-21', '2019-06-28'),
        extend('2019-06-10', 20),
      ],
    ],
    ['ordered_day_past', '2019-05-15', [{ kind: 'reopened', on: '2019-07-01', answerBy: '2019-06-28' }]],
    [
      'extension_of_set_date',
      '2019-05-15',
      [{ kind: 'reopened', on: '2019-07-01', answerBy: '2019-07-15' }, extend('2019-07-02', 20)],
    ],
    // An extension is given once in the life of a case.
    [
      'extension_twice',
      '2019-05-15',
      [extend('2019-06-10', 5), { kind: 'reopened', on: '2019-07-01' }, extend('2019-07-02', 20)],
    ],
  ])('%s', (code, received, rows) => {
    expect(() => judged(received, ...rows)).toThrow(expect.objectContaining({ code }))
  })
})

describe('entered after the due date (ADR 0035)', () => {
  // Received 2019-05-15, due 2019-06-13; received 2018-04-27 under Order 492, due 2018-05-21.
  const entered = (recordedOn: string, received: string, ...rows: object[]) => {
    const pack = rulePackFor(day(received))
    const log = events(...rows)
    const before = replay(calendar, pack, day(received), log.slice(0, -1))
    return applyEvent(calendar, pack, before, log.at(-1) as ClockEvent, day(recordedOn))
  }
  const reasonable = [asked('2019-05-20'), weighed('2019-05-21')]
  it.each<[code: string, law: string, received: string, lastDay: string, dayAfter: string, rows: object[]]>([
    [
      'extension_after_due',
      'Order 711 art. 33 ¶2',
      '2019-05-15',
      '2019-06-13',
      '2019-06-14',
      [extend('2019-05-30', 20)],
    ],
    [
      'extension_after_due',
      'Order 492 art. 24',
      '2018-04-27',
      '2018-05-21',
      '2018-05-22',
      [extend('2018-05-02', 15)],
    ],
    [
      'volume_date_late',
      'Order 711 art. 35',
      '2019-05-15',
      '2019-06-13',
      '2019-06-14',
      [...reasonable, later('2019-05-21', '2019-07-31')],
    ],
    [
      'correction_after_due',
      'Order 711 art. 33 ¶2',
      '2019-05-15',
      '2019-06-13',
      '2019-06-14',
      [notice('2019-05-24')],
    ],
    [
      'correction_after_due',
      'Order 492 art. 24',
      '2018-04-27',
      '2018-05-21',
      '2018-05-22',
      [notice('2018-05-02')],
    ],
    ['fee_notice_late', '国办函〔2020〕109号', '2021-03-15', '2021-04-13', '2021-04-14', [fee('2021-03-22')]],
  ])('%s, %s: received %s, taken on %s, refused on %s', (code, law, received, lastDay, dayAfter, rows) => {
    entered(lastDay, received, ...rows)
    expect(() => entered(dayAfter, received, ...rows)).toThrow(
      expect.objectContaining({ code, entry: expect.objectContaining({ law }) }),
    )
  })
  it('facts of others are taken late: a reply, a payment, an opinion', () => {
    entered('2019-09-02', '2019-05-15', notice('2019-05-24'), corrected('2019-05-31'))
    entered('2021-09-01', '2021-03-15', fee('2021-03-22'), paid('2021-03-31'))
    entered('2019-09-02', '2019-05-15', sent('2019-05-20'), back('2019-05-31'))
  })
  it('a consultation that is entered after the due date excludes no day before its entry', () => {
    expect(due('2019-05-15', sent('2019-06-03', { countsFrom: '2019-06-14' }))).toBe('2019-06-13')
    const letter = sent('2019-06-03', { id: 'a' })
    const arrived = { kind: 'consultation_delivered', on: '2019-06-12', id: 'a' }
    // 06-04 to 06-25 are excluded without 06-07: fifteen days. Delivered on 06-12 they would end on 07-03.
    expect(due('2019-05-15', letter)).toBe('2019-07-04')
    expect(due('2019-05-15', letter, arrived)).toBe('2019-07-12')
    expect(due('2019-05-15', letter, { ...arrived, countsFrom: '2019-07-05' })).toBe('2019-07-04')
  })
})

describe('what is recorded has happened', () => {
  it('a notice that makes a recorded step too late moves the date and refuses nothing', () => {
    // Received 2019-04-09, fifteen working days. First notice: 04-10 to 04-12, 15 to 19, 22 to 26, 29, 30 (04-30 is in time).
    // Amended, loaded in May: Sunday 04-28 is worked, the fifteenth is 04-29. Thirty end on 05-22 by both.
    const first = calendarOf(builtInNotices.filter(({ version }) => version === 1))
    const [received, pack, rows] = [day('2019-04-09'), rulePacks['492'], events(extend('2019-04-30', 15))]
    judgeEvents(first, pack, received, rows)
    expect(() => judgeEvents(calendar, pack, received, rows)).toThrow(
      expect.objectContaining({ code: 'extension_after_due' }),
    )
    for (const days of [first, calendar])
      expect(explainDueDate(days, pack, received, rows).dueOn).toBe('2019-05-22')
  })
  it('whatever the order, replay refuses nothing', () => {
    const anyRow = fc.constantFrom(
      ...events(
        notice('2019-05-20'),
        corrected('2019-05-21'),
        sent('2019-05-22'),
        back('2019-05-23'),
        { kind: 'consultation_delivered', on: '2019-05-23' },
        extend('2019-05-24', 20),
        fee('2019-05-27'),
        paid('2019-05-28'),
        asked('2019-05-28'),
        weighed('2019-05-28'),
        later('2019-05-29', '2019-05-30'),
        { kind: 'reopened', on: '2019-05-30' },
      ),
    )
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (log) => {
        explainDueDate(calendar, rulePacks['711'], day('2019-05-15'), log)
      }),
    )
  })
})

describe('Order 711 art. 35', () => {
  it('a refusal rests on reasons that were asked for and found unreasonable', () => {
    const found = (...rows: object[]) => foundUnreasonable(judged('2019-05-15', ...rows))
    expect([
      found(),
      found(asked('2019-05-20')),
      found(asked('2019-05-20'), weighed('2019-05-24', 'unreasonable')),
      found(asked('2019-05-20'), weighed('2019-05-24')),
    ]).toEqual([false, false, true, false])
  })
})
