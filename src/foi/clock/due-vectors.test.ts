import { describe, expect, it } from 'vitest'
import { builtInNotices, calendarOf } from '#calendar'
import { day } from '#platform/clock'
import { clockEvent } from './event.ts'
import { explainDueDate } from './explain.ts'
import { daySpans } from './in-words.ts'
import { rulePackFor } from './rule-pack.ts'

const calendar = calendarOf(builtInNotices)
const firstNotices = calendarOf(builtInNotices.filter(({ version }) => version === 1))

function dueOn(received: string, workingDays: number, days = calendar) {
  const receivedOn = day(received)
  const pack = rulePackFor(receivedOn)
  const longer = workingDays - pack.answerWithin
  const extension = { kind: 'extension', on: received, workingDays: longer }
  return explainDueDate(days, pack, receivedOn, longer > 0 ? [clockEvent.parse(extension)] : []).dueOn
}

/**
 * Day one is the day after. Beside each row the days that differ from Monday to Friday, taken from the notices of the State
 * Council: weekdays off that are skipped, Saturdays and Sundays worked that count. Counted by a second program
 * from notices typed in anew, so that neither the code nor `notices.json` checks itself.
 */
describe('the answer is due: Order 492 (15, extended 30), Order 711 (20, extended 40)', () => {
  it.each<[received: string, workingDays: number, due: string, days: string]>([
    ['2018-01-02', 15, '2018-01-23', 'weekdays only'],
    ['2018-01-31', 15, '2018-02-26', 'off 02-15 02-16 02-19 02-20 02-21; work 02-11 02-24'],
    ['2018-02-11', 15, '2018-03-08', 'off 02-15 02-16 02-19 02-20 02-21; work 02-24'],
    ['2018-02-14', 30, '2018-04-03', 'off 02-15 02-16 02-19 02-20 02-21; work 02-24'],
    ['2018-03-20', 15, '2018-04-11', 'off 04-05 04-06; work 04-08'],
    ['2018-04-04', 15, '2018-04-26', 'off 04-05 04-06; work 04-08'],
    ['2018-04-28', 15, '2018-05-22', 'off 04-30 05-01'],
    ['2018-05-31', 15, '2018-06-22', 'off 06-18'],
    ['2018-06-15', 30, '2018-07-30', 'off 06-18'],
    ['2018-09-28', 15, '2018-10-24', 'off 10-01 10-02 10-03 10-04 10-05; work 09-29 09-30'],
    ['2018-11-30', 30, '2019-01-14', 'off 12-31 01-01; work 12-29'],
    ['2018-12-10', 15, '2018-12-29', 'work 12-29'],
    ['2018-12-28', 15, '2019-01-21', 'off 12-31 01-01; work 12-29'],
    ['2018-12-29', 30, '2019-02-15', 'off 12-31 01-01 02-04 02-05 02-06 02-07 02-08; work 02-02 02-03'],
    ['2019-01-18', 15, '2019-02-13', 'off 02-04 02-05 02-06 02-07 02-08; work 02-02 02-03'],
    ['2019-03-29', 15, '2019-04-22', 'off 04-05'],
    ['2019-04-19', 15, '2019-05-13', 'off 05-01 05-02 05-03; work 04-28 05-05'],
    ['2019-04-26', 30, '2019-06-11', 'off 05-01 05-02 05-03 06-07; work 04-28 05-05'],
    ['2019-05-13', 15, '2019-06-03', 'weekdays only'],
    ['2019-05-14', 30, '2019-06-26', 'off 06-07'],
    ['2019-05-15', 40, '2019-07-11', 'off 06-07'],
    ['2019-05-17', 20, '2019-06-17', 'off 06-07'],
    ['2019-09-12', 20, '2019-10-16', 'off 09-13 10-01 10-02 10-03 10-04 10-07; work 09-29 10-12'],
    ['2019-09-27', 20, '2019-10-30', 'off 10-01 10-02 10-03 10-04 10-07; work 09-29 10-12'],
    ['2019-12-09', 20, '2020-01-07', 'off 01-01'],
    ['2019-12-31', 20, '2020-02-05', 'off 01-01 01-24 01-27 01-28 01-29 01-30 01-31; work 01-19'],
    ['2020-01-17', 20, '2020-02-21', 'off 01-24 01-27 01-28 01-29 01-30 01-31; work 01-19'],
    ['2020-01-23', 20, '2020-02-28', 'off 01-24 01-27 01-28 01-29 01-30 01-31'],
    ['2020-01-23', 40, '2020-03-27', 'off 01-24 01-27 01-28 01-29 01-30 01-31'],
    ['2020-02-02', 20, '2020-02-28', 'weekdays only'],
    ['2020-04-22', 20, '2020-05-21', 'off 05-01 05-04 05-05; work 04-26 05-09'],
    ['2020-06-11', 20, '2020-07-10', 'off 06-25 06-26; work 06-28'],
    ['2020-09-18', 20, '2020-10-22', 'off 10-01 10-02 10-05 10-06 10-07 10-08; work 09-27 10-10'],
    ['2020-12-18', 20, '2021-01-18', 'off 01-01'],
    ['2021-01-28', 20, '2021-03-02', 'off 02-11 02-12 02-15 02-16 02-17; work 02-07 02-20'],
    ['2021-02-10', 20, '2021-03-16', 'off 02-11 02-12 02-15 02-16 02-17; work 02-20'],
    ['2021-04-02', 20, '2021-04-30', 'off 04-05; work 04-25'],
    ['2021-08-30', 20, '2021-09-27', 'off 09-20 09-21; work 09-18 09-26'],
    ['2021-09-17', 40, '2021-11-18', 'off 09-20 09-21 10-01 10-04 10-05 10-06 10-07; work 09-18 09-26 10-09'],
    ['2022-01-14', 20, '2022-02-16', 'off 01-31 02-01 02-02 02-03 02-04; work 01-29 01-30'],
    ['2022-04-01', 20, '2022-04-29', 'off 04-04 04-05; work 04-02 04-24'],
    ['2022-09-09', 20, '2022-10-13', 'off 09-12 10-03 10-04 10-05 10-06 10-07; work 10-08 10-09'],
    ['2022-12-16', 20, '2023-01-16', 'off 01-02'],
    ['2023-01-13', 20, '2023-02-15', 'off 01-23 01-24 01-25 01-26 01-27; work 01-28 01-29'],
    ['2023-04-21', 20, '2023-05-22', 'off 05-01 05-02 05-03; work 04-23 05-06'],
    ['2023-06-09', 20, '2023-07-10', 'off 06-22 06-23; work 06-25'],
    ['2023-09-15', 20, '2023-10-19', 'off 09-29 10-02 10-03 10-04 10-05 10-06; work 10-07 10-08'],
    ['2024-01-26', 20, '2024-02-28', 'off 02-12 02-13 02-14 02-15 02-16; work 02-04 02-18'],
    ['2024-04-03', 20, '2024-05-06', 'off 04-04 04-05 05-01 05-02 05-03; work 04-07 04-28'],
    ['2024-09-06', 20, '2024-10-11', 'off 09-16 09-17 10-01 10-02 10-03 10-04 10-07; work 09-14 09-29'],
    ['2024-12-20', 20, '2025-01-20', 'off 01-01'],
    ['2025-01-14', 20, '2025-02-17', 'off 01-28 01-29 01-30 01-31 02-03 02-04; work 01-26 02-08'],
    ['2025-04-18', 20, '2025-05-20', 'off 05-01 05-02 05-05; work 04-27'],
    ['2025-05-16', 20, '2025-06-16', 'off 06-02'],
    ['2025-09-16', 20, '2025-10-20', 'off 10-01 10-02 10-03 10-06 10-07 10-08; work 09-28 10-11'],
    ['2025-12-19', 20, '2026-01-19', 'off 01-01 01-02; work 01-04'],
    ['2026-01-30', 20, '2026-03-05', 'off 02-16 02-17 02-18 02-19 02-20 02-23; work 02-14 02-28'],
    ['2026-02-14', 20, '2026-03-20', 'off 02-16 02-17 02-18 02-19 02-20 02-23; work 02-28'],
    ['2026-04-20', 20, '2026-05-20', 'off 05-01 05-04 05-05; work 05-09'],
    ['2026-09-11', 20, '2026-10-15', 'off 09-25 10-01 10-02 10-05 10-06 10-07; work 09-20 10-10'],
    ['2026-11-02', 20, '2026-11-30', 'weekdays only'],
  ])('received %s, %i working days: %s (%s)', (received, workingDays, expected, _days) =>
    expect(dueOn(received, workingDays)).toBe(expected),
  )
})

describe('a notice that was amended moves the date', () => {
  it.each([
    // 29 April: first notice off 05-01; amended 2019-03-22: off 05-01 05-02 05-03, work 05-05.
    ['2019-04-28', 15, '2019-05-20', '2019-05-21'],
    // First notice: back on 01-31, work 02-01; amended 2020-01-27: off until 02-02, 02-01 not worked.
    ['2020-01-23', 20, '2020-02-26', '2020-02-28'],
  ])('received %s, %i working days: %s, then %s', (received, workingDays, before, after) => {
    expect(dueOn(received, workingDays, firstNotices)).toBe(before)
    expect(dueOn(received, workingDays)).toBe(after)
  })
})

describe('Order 711 art. 32 and 34: an opinion has fifteen working days', () => {
  const due = (received: string, ...events: object[]) =>
    explainDueDate(
      calendar,
      rulePackFor(day(received)),
      day(received),
      events.map((event) => clockEvent.parse(event)),
    ).dueOn
  const sent = (on: string) => ({ kind: 'consultation_sent', on, id: '1' })
  const back = (on: string) => ({ kind: 'consultation_returned', on, id: '1' })
  it.each([
    // Counted: 08-31 09-01 | 09-02 to 09-08 not | 09-09 10 13 14 15 16 17 18 22 23 24 26 27 28 29 30 10-08 10-09.
    ['answered in time', [sent('2021-09-01'), back('2021-09-08')], '2021-10-09'],
    // Fifteen working days after 09-01 end on 09-23 (work 09-18, off 09-20 09-21): from 09-24 days count again.
    ['answered late', [sent('2021-09-01'), back('2021-10-15')], '2021-10-22'],
    ['answered on the last day', [sent('2021-09-01'), back('2021-09-23')], '2021-10-22'],
    // Delivered on 09-06: fifteen working days end on 09-27 (work 09-18 09-26).
    [
      'delivered later, silent',
      [sent('2021-09-01'), { kind: 'consultation_delivered', on: '2021-09-06', id: '1' }, back('2021-10-15')],
      '2021-10-27',
    ],
    // Still out: as if it came on its last day, 09-23.
    ['not answered yet', [sent('2021-09-01')], '2021-10-22'],
    [
      'delivered later, not answered yet',
      [sent('2021-09-01'), { kind: 'consultation_delivered', on: '2021-09-06', id: '1' }],
      '2021-10-27',
    ],
  ])('%s', (_, events, expected) => expect(due('2021-08-30', ...events)).toBe(expected))

  it('is provisional until the last day for it, and certain after', () => {
    const waits = (today: string) => {
      const events = [clockEvent.parse(sent('2021-09-01'))]
      const received = day('2021-08-30')
      return explainDueDate(calendar, rulePackFor(received), received, events, day(today))
    }
    expect(waits('2021-09-23')).toMatchObject({ waitsFor: 'consultation', waitsUntil: '2021-09-23' })
    expect(waits('2021-09-24')).toMatchObject({ waitsFor: null, waitsUntil: null, dueOn: '2021-10-22' })
  })

  // Received 2021-08-30: 20 working days end on 09-27 (off 09-20 09-21; work 09-18 09-26).
  it.each([
    // Sent on 09-28, the day after the due date: nothing is excluded, the case stays overdue.
    ['asked after the due date', [sent('2021-09-28')], '2021-09-27'],
    // On the due date itself: the twenty days are used up that day.
    ['asked on the due date', [sent('2021-09-27')], '2021-09-27'],
    // Nineteen days by 09-26; 09-27 to 10-22 not (fifteen: 09-27 28 29 30 10-08 09 11 12 13 14 15 18 19 20 21), then 10-22.
    ['asked on the day before it', [sent('2021-09-26')], '2021-10-22'],
  ])('%s', (_, events, expected) => expect(due('2021-08-30', ...events)).toBe(expected))

  it('a correction or a payment leaves an opinion that is out where it is', () => {
    const notice = (on: string) => ({ kind: 'correction_notice', on })
    const corrected = (on: string) => ({ kind: 'correction_received', on })
    const paid = [
      { kind: 'fee_notice', on: '2021-09-02' },
      { kind: 'fee_paid', on: '2021-09-06' },
    ]
    // Corrected 09-06, opinion 09-10: 09-07 to 09-10 not; 09-13 14 15 16 17 18 22 23 24 26 27 28 29 30 10-08 09 11 12 13 14.
    const log = [sent('2021-09-01'), notice('2021-09-02'), corrected('2021-09-06')]
    expect(due('2021-08-30', ...log, back('2021-09-10'))).toBe('2021-10-14')
    // Not answered: until 09-23 not; 09-24 26 27 28 29 30 10-08 09 11 12 13 14 15 18 19 20 21 22 25 26.
    expect(due('2021-08-30', ...log)).toBe('2021-10-26')
    expect(due('2021-08-30', sent('2021-09-01'), ...paid, back('2021-09-10'))).toBe('2021-10-14')
    // Back on 09-03, before the correction: 09-07 08 09 10 13 14 15 16 17 18 22 23 24 26 27 28 29 30 10-08 10-09.
    expect(
      due(
        '2021-08-30',
        sent('2021-09-01'),
        notice('2021-09-02'),
        back('2021-09-03'),
        corrected('2021-09-06'),
      ),
    ).toBe('2021-10-09')
  })
})

describe('a date that is set', () => {
  const explained = (received: string, ...rows: object[]) => {
    const events = rows.map((row) => clockEvent.parse(row))
    return explainDueDate(calendar, rulePackFor(day(received)), day(received), events)
  }
  it.each([
    // Order 711 art. 35: 20 working days end on 06-13; set for 07-31.
    ['for later', [{ kind: 'volume_date_set', on: '2019-05-21', until: '2019-07-31' }], '2019-07-31'],
    // Reopened 07-01 (a Monday): 07-02 to 07-05 (4), 08 to 12 (9), 15 to 19 (14), 22 to 26 (19), 29.
    ['anew after a reopening', [{ kind: 'reopened', on: '2019-07-01' }], '2019-07-29'],
    // The extension of the first round is used up: again 20.
    [
      'anew without the days of the first extension',
      [
        { kind: 'extension', on: '2019-06-10', workingDays: 20 },
        { kind: 'reopened', on: '2019-07-01' },
      ],
      '2019-07-29',
    ],
    [
      'by the decision that orders it',
      [{ kind: 'reopened', on: '2019-07-01', basis: 'lawsuit', answerBy: '2019-07-22' }],
      '2019-07-22',
    ],
  ])('%s', (_, events, expected) => expect(explained('2019-05-15', ...events).dueOn).toBe(expected))

  it('says so, step by step', () => {
    const { steps, days } = explained(
      '2019-05-15',
      { kind: 'consultation_sent', on: '2019-05-20', id: '7', name: '某公司' },
      { kind: 'consultation_returned', on: '2019-05-24', id: '7' },
      { kind: 'extension', on: '2019-06-10', workingDays: 10, approvedBy: '李某', toldOn: '2019-06-11' },
    )
    expect(steps).toMatchObject([
      { kind: 'received', on: '2019-05-15', workingDays: 20, law: 'Order 711 art. 33 ¶2' },
      { kind: 'excluded', on: '2019-05-20', until: '2019-05-24', with: 'third_party', name: '某公司' },
      { kind: 'extended', on: '2019-06-10', workingDays: 10, approvedBy: '李某', toldOn: '2019-06-11' },
    ])
    expect(days.find((one) => one.day === '2019-06-07')).toMatchObject({
      number: null,
      name: '端午',
      notice: { year: 2019, version: 2, source: '国务院办公厅关于调整2019年劳动节假期安排的通知' },
    })
  })
  it('says what the days for a later date are not counted for', () => {
    const { steps, days, law } = explained(
      '2019-05-15',
      { kind: 'correction_notice', on: '2019-05-20' },
      { kind: 'correction_received', on: '2019-05-31' },
      { kind: 'volume_date_set', on: '2019-06-03', until: '2019-08-30', reason: '涉及上千份档案' },
    )
    expect(steps.map(({ kind, on }) => [kind, on])).toEqual([
      ['received', '2019-05-15'],
      ['waiting', '2019-05-20'],
      ['restarted', '2019-05-31'],
      ['set_for_later', '2019-06-03'],
    ])
    expect([law, days.at(-1)?.day]).toEqual(['Order 711 art. 35', '2019-07-01'])
  })
  it('days in a row with one reason are one line', () => {
    const { days } = explained('2026-03-27')
    expect(daySpans(days).map(({ from, to, numbers }) => [from, to, numbers])).toEqual([
      ['2026-03-28', '2026-03-29', null],
      ['2026-03-30', '2026-04-03', [1, 5]],
      ['2026-04-04', '2026-04-06', null],
      ['2026-04-07', '2026-04-10', [6, 9]],
      ['2026-04-11', '2026-04-12', null],
      ['2026-04-13', '2026-04-17', [10, 14]],
      ['2026-04-18', '2026-04-19', null],
      ['2026-04-20', '2026-04-24', [15, 19]],
      ['2026-04-25', '2026-04-26', null],
      ['2026-04-27', '2026-04-27', [20, 20]],
    ])
  })
})
