import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, builtInNotices, calendarOf, isWorkingDay } from '#calendar'
import { Refusal } from '#platform'
import { addDays, type Day, day } from '#platform/clock'
import { asCaseCalendar, type CaseEvent, clockEventsOf, clockOf, dueDateOf } from '../events.ts'
import { type ClockEvent, clockEvent } from './event.ts'
import { explainDueDate } from './explain.ts'
import { applyEvent } from './judge.ts'
import { type ClockState, countedUntil, dueOn, replay, startClock } from './replay.ts'
import { type RulePack, rulePackFor, rulePacks } from './rule-pack.ts'

const calendar = asCaseCalendar(calendarOf(builtInNotices))
const kinds = clockEvent.options.map(({ shape }) => shape.kind.value)

/** What the dice say for one step: which of the lawful kinds, how many days later, and the numbers inside. */
const roll = fc.record({
  pick: fc.nat(),
  wait: fc.nat(5),
  size: fc.integer({ min: 1, max: 20 }),
  flag: fc.boolean(),
})
type Roll = { pick: number; wait: number; size: number; flag: boolean }
type Log = { pack: RulePack; receivedOn: Day; events: ClockEvent[]; states: ClockState[] }

/** One event of each kind; `turn` makes the id of a consultation, and opinions answer one that is out. */
function eventOf(kind: string, on: Day, { size, flag }: Roll, turn: number, state: ClockState): ClockEvent {
  const id = kind === 'consultation_sent' ? String(turn) : (state.exclusions.find((e) => !e.until)?.id ?? '0')
  return clockEvent.parse({
    ...{ kind, on, id, with: flag ? 'third_party' : 'other_agency', opinion: flag ? 'agrees' : 'refuses' },
    ...{ workingDays: size, until: addDays(on, 30 + size * 5), found: flag ? 'reasonable' : 'unreasonable' },
    ...(kind === 'reopened' && flag ? { answerBy: addDays(on, size) } : {}),
  })
}

/** What the law takes next, of every kind that it takes on that day. */
function lawfulSteps(pack: RulePack, state: ClockState, dice: Roll, turn: number) {
  const on = addDays(state.lastOn, dice.wait)
  // A reopening is lawful on any day: seldom, so that the rest of a round comes about.
  const tried = kinds.filter((kind) => kind !== 'reopened' || dice.pick % 7 === 0)
  return tried.flatMap((kind) => {
    const event = eventOf(kind, on, dice, turn, state)
    try {
      return [{ event, state: applyEvent(calendar, pack, state, event, on) }]
    } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
  })
}

function grow(receivedOn: Day, rolls: readonly Roll[]): Log {
  const log: Log = { pack: rulePackFor(receivedOn), receivedOn, events: [], states: [] }
  rolls.forEach((dice, turn) => {
    const state = log.states.at(-1) ?? startClock(receivedOn)
    const lawful = lawfulSteps(log.pack, state, dice, turn)
    const next = lawful[dice.pick % Math.max(lawful.length, 1)]
    if (!next) return
    log.events.push(next.event)
    log.states.push(next.state)
  })
  return log
}

const firstDays = { '492': day('2008-05-01'), '711': day('2019-05-15') }
const anyDay = (key: RulePack['key']) =>
  fc.nat(key === '492' ? 3900 : 2200).map((days) => addDays(firstDays[key], days))
const anyLog = (key: RulePack['key']) =>
  fc.tuple(anyDay(key), fc.array(roll, { maxLength: 12 })).map(([on, rolls]) => grow(on, rolls))

/** As the rows of the case say it: what replay is given after a night, a restart, a restored copy. */
const rowsOf = (events: readonly ClockEvent[]): CaseEvent[] =>
  events.map(({ kind, on, ...detail }, at) => ({
    ...{ id: at + 1, requestId: 1, kind, on, staffId: null, at: new Date(0) },
    detail: JSON.parse(JSON.stringify(detail)) as Record<string, unknown>,
  }))
const dueAfter = ({ pack, receivedOn }: Log, events: readonly ClockEvent[]) =>
  dueOn(calendar, pack, replay(calendar, pack, receivedOn, events))
const runs = { numRuns: 100 }

describe.each(Object.values(rulePacks))('any lawful log under Order $key', (pack) => {
  const { key } = pack

  it('replay = incremental: the rows of the case give the state and the date that each step gave', () => {
    fc.assert(
      fc.property(anyLog(key), ({ receivedOn, events, states }) => {
        const request = { receivedOn, rules: key }
        states.forEach((state, at) => {
          const rows = rowsOf(events.slice(0, at + 1))
          expect(clockOf(calendar, request, rows)).toEqual(state)
          expect(dueDateOf(calendar, request, rows)?.dueOn).toBe(dueOn(calendar, pack, state))
        })
        // From any point on: the state is all that the next step needs.
        const half = Math.floor(events.length / 2)
        const later = clockEventsOf(rowsOf(events)).slice(half)
        const from = states[half - 1] ?? startClock(receivedOn)
        const resumed = later.reduce(
          (state, event) => applyEvent(calendar, pack, state, event, event.on),
          from,
        )
        expect(resumed).toEqual(states.at(-1) ?? startClock(receivedOn))
      }),
      runs,
    )
  })

  it('such logs meet every kind of event that the order knows', () => {
    const met = new Set(
      fc
        .sample(anyLog(key), { seed: 35, numRuns: 150 })
        .flatMap(({ events }) => events.map(({ kind }) => kind)),
    )
    const never =
      key === '711' ? [] : ['fee_notice', 'fee_paid', 'reasons_asked', 'reasons_weighed', 'volume_date_set']
    expect(kinds.filter((kind) => !met.has(kind))).toEqual(never)
  })

  it('monotone: received later, extended longer, or answered later by who was consulted, it is never due earlier', () => {
    const notEarlier = (one: Day | null, other: Day | null) =>
      expect(one === null || other === null ? one === other : other >= one).toBe(true)
    fc.assert(
      fc.property(anyLog(key), fc.nat(20), fc.nat(), (log, more, pick) => {
        const plain = dueAfter(log, log.events)
        notEarlier(dueAfter({ ...log, receivedOn: addDays(log.receivedOn, -more) }, log.events), plain)
        const longer = log.events.map((event) =>
          event.kind === 'extension' ? { ...event, workingDays: event.workingDays + more } : event,
        )
        notEarlier(plain, dueAfter(log, longer))
        const at = pick % Math.max(log.events.length, 1)
        const late = log.events.map((event, nth) =>
          nth === at && event.kind === 'consultation_returned'
            ? { ...event, on: addDays(event.on, more) }
            : event,
        )
        notEarlier(plain, dueAfter(log, late))
      }),
      runs,
    )
    fc.assert(
      fc.property(anyDay(key), fc.nat(60), (receivedOn, more) => {
        const plain = (on: Day) => dueOn(calendar, pack, startClock(on))
        expect(plain(receivedOn)).toBe(addWorkingDays(calendar, receivedOn, pack.answerWithin))
        notEarlier(plain(receivedOn), plain(addDays(receivedOn, more)))
      }),
      runs,
    )
  })

  it('zero-day exclusion: an opinion back on the day it was asked, or before a working day passed, changes nothing', () => {
    fc.assert(
      fc.property(anyLog(key), fc.nat(), fc.boolean(), (log, pick, overDaysOff) => {
        const at = pick % (log.events.length + 1)
        const on = log.events[at - 1]?.on ?? log.receivedOn
        let home = on
        while (overDaysOff && !isWorkingDay(calendar, addDays(home, 1))) home = addDays(home, 1)
        const pair = [
          clockEvent.parse({ kind: 'consultation_sent', on, id: 'zero' }),
          clockEvent.parse({ kind: 'consultation_returned', on: home, id: 'zero' }),
        ]
        expect(dueAfter(log, log.events.toSpliced(at, 0, ...pair))).toBe(dueAfter(log, log.events))
      }),
      runs,
    )
  })

  it('the explanation numbers exactly the days that count, in a row, up to the last', () => {
    fc.assert(
      fc.property(anyLog(key), ({ receivedOn, events, states }) => {
        const state = states.at(-1) ?? startClock(receivedOn)
        const { days } = explainDueDate(calendar, pack, receivedOn, events)
        const counted = !(state.waitsFor || state.orderedBy)
        const last = counted ? pack.answerWithin + state.extendedBy : 0
        expect(days.flatMap(({ number }) => number ?? [])).toEqual(
          Array.from({ length: last }, (_, n) => n + 1),
        )
        expect(days.map((one) => one.day)).toEqual(days.map((_, n) => addDays(state.startOn, n + 1)))
        if (counted) expect(days.at(-1)?.day).toBe(countedUntil(calendar, pack, state))
      }),
      runs,
    )
  })
})
