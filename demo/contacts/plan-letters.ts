import type { WorkingCalendar } from '#calendar'
import { addWorkingDays } from '#calendar'
import { type Day, day, dayOf, instantOf } from '#platform/clock'
import { fill } from '../writing/fill.ts'
import {
  closings,
  type LetterText,
  type LetterTopic,
  letterTopics,
  openings,
} from '../writing/letter-texts.ts'
import { pick, type Random } from '../writing/random.ts'
import type { Caller } from './callers.ts'

export type Mailbox = 'director' | 'complaints' | 'consultation'
export type PlannedLetter = {
  mailbox: Mailbox
  topic: LetterTopic
  about: LetterText['about']
  subject: string
  body: string
  reply: string
  author: Caller
  consents: boolean
  at: Date
  /** Working days until the reply. */
  wait: number
  /** It came by telephone: the desk opens it from the call. */
  byTelephone: boolean
  /** Another letter about the same thing, which came before. */
  sameAs?: PlannedLetter
}

/** How many of 2018 came into each mailbox; the source has their sum. */
const perMailbox: Record<Mailbox, number> = { director: 120, complaints: 95, consultation: 280 }
const byTelephone = 14
const pairs = 9
/** What people write to a mailbox about. */
const matters: Record<Mailbox, readonly LetterText['about'][]> = {
  consultation: ['question', 'question', 'question', 'question', 'question', 'complaint'],
  complaints: ['complaint', 'complaint', 'complaint', 'suggestion'],
  director: ['suggestion', 'suggestion', 'complaint', 'complaint', 'question'],
}
/** Working days until the reply; both together have a mean of seven. Some are late: the mailboxes allow 7 and 15. */
const waits: Record<Mailbox, readonly number[]> = {
  consultation: [2, 3, 3, 4, 4, 5, 5, 5, 6, 6, 7, 7, 7, 9],
  complaints: [4, 5, 6, 7, 8, 8, 9, 9, 10, 10, 11, 12, 13, 14, 17],
  director: [4, 5, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 12, 14, 16],
}
/** Where a topic has a deadline of its own. */
const urgentWaits = [2, 3, 3, 4, 4, 5, 5, 6]
/** Everything of the year is answered in the year. */
const lastReply = day('2018-12-28')

export type Setting = {
  random: Random
  calendar: WorkingCalendar
  callers: () => Caller
  write: () => Date
  call: () => Date
}

export function planLetters(setting: Setting): PlannedLetter[] {
  const letters = (Object.keys(perMailbox) as Mailbox[]).flatMap((mailbox) =>
    Array.from({ length: perMailbox[mailbox] }, (_, nth) =>
      planLetter(setting, mailbox, { byTelephone: mailbox === 'complaints' && nth < byTelephone }),
    ),
  )
  return repeatSome(setting, letters)
}

export function planLetter(
  { random, calendar, callers, write, call }: Setting,
  mailbox: Mailbox,
  { byTelephone }: { byTelephone: boolean },
): PlannedLetter {
  const about = pick(random, matters[mailbox])
  const topic = pick(random, topicsAbout(about))
  const text = pick(
    random,
    topic.texts.filter((one) => one.about === about),
  )
  const at = byTelephone ? call() : write()
  return {
    ...wordsOf(random, text),
    mailbox,
    topic,
    about,
    author: callers(),
    consents: random() < 0.85,
    at,
    wait: waitWithin(calendar, dayOf(at), pick(random, topic.answerWithin ? urgentWaits : waits[mailbox])),
    byTelephone,
  }
}

/** As often as their weight says. */
const topicsAbout = (about: LetterText['about']): LetterTopic[] =>
  letterTopics.flatMap((topic) =>
    topic.texts.some((text) => text.about === about) ? Array<LetterTopic>(topic.weight).fill(topic) : [],
  )

/** Title, letter and reply speak of the same place and sum. */
export function wordsOf(random: Random, { subject, body, reply }: LetterText) {
  const given = slotsOf(random, `${subject}${body}${reply}`)
  const [opening, closing] = [pick(random, openings), pick(random, closings)]
  return {
    subject: fill(random, subject, given),
    body: `${fill(random, body, given)}（模拟来信）`,
    reply: `${opening}${fill(random, reply, given)}${closing}（模拟答复）`,
  }
}

const slotsOf = (random: Random, text: string): Record<string, string> =>
  Object.fromEntries(
    [...new Set(text.match(/\{[a-z]+\}/g) ?? [])].map((slot) => [slot.slice(1, -1), fill(random, slot)]),
  )

function waitWithin(calendar: WorkingCalendar, from: Day, wanted: number): number {
  for (let wait = wanted; wait > 2; wait -= 1)
    if (addWorkingDays(calendar, from, wait) <= lastReply) return wait
  return 2
}

/** Now and then a second person writes about the same thing on the next days. */
function repeatSome(
  { random, calendar, callers }: Setting,
  letters: readonly PlannedLetter[],
): PlannedLetter[] {
  const again = letters.filter(
    ({ byTelephone, mailbox, wait }, nth) =>
      !byTelephone && mailbox !== 'consultation' && wait >= 7 && nth % 7 === 3,
  )
  const repeated = new Map<PlannedLetter, PlannedLetter>()
  const free = letters.filter(({ mailbox, byTelephone }) => mailbox === 'consultation' && !byTelephone)
  for (const [nth, sameAs] of again.slice(0, pairs).entries()) {
    const replaced = free[nth * 11]
    if (!replaced) continue
    const next = addWorkingDays(calendar, dayOf(sameAs.at), 1)
    repeated.set(replaced, {
      ...sameAs,
      mailbox: 'consultation',
      author: callers(),
      body: `${sameAs.body.replace('（模拟来信）', '')}同村、同楼的几户都遇到一样的情况。（模拟来信）`,
      at: instantOf(next, `${10 + Math.floor(random() * 6)}:15`),
      sameAs,
    })
  }
  return letters.map((letter) => repeated.get(letter) ?? letter)
}
