import { callInput, logCall } from '#hotline'
import { insertLetter } from '#letters'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import type { Tx } from '#platform/db'
import { officeDays } from '../office-days.ts'
import { randomFrom } from '../writing/random.ts'
import { callersOf } from './callers.ts'
import { Diary } from './diary.ts'
import { LetterLife, type Office, type Opened } from './letter-life.ts'
import { callMoments, letterMoments } from './moments.ts'
import { planCall } from './plan-calls.ts'
import { type PlannedLetter, planLetters } from './plan-letters.ts'
import { tellTalks } from './talks.ts'
import { tellCall } from './tell-call.ts'
import { tellWhole } from './whole-story.ts'

/** Calls of 2018, those included that became letters; as in the source. */
const calls = 1392
const [first, lastLetter, lastCall] = [day('2018-01-02'), day('2018-12-12'), day('2018-12-29')]

/** Letters and calls of 2018, each act by the use case that the console calls, in order of time. `entries`: reference answers by their question. */
export async function makeYear(
  platform: Platform,
  office: Office,
  entries: ReadonlyMap<string, number>,
): Promise<void> {
  const random = randomFrom(2018)
  const callers = callersOf(random)
  const call = callMoments(random, officeDays(office.calendar, first, lastCall))
  const calledLetters = callMoments(random, officeDays(office.calendar, first, lastLetter))
  const write = letterMoments(random, first, lastLetter)
  const diary = new Diary()
  const letters = planLetters({ random, calendar: office.calendar, callers, write, call: calledLetters })
  const opened = new Map<PlannedLetter, Opened>()
  for (const letter of letters) opened.set(letter, { id: 0, number: '' })
  for (const letter of letters) {
    const own = opened.get(letter) as Opened
    diary.add(letter.at, (then) => (letter.byTelephone ? sayIt : sendIt)(then, letter, own, office))
    const sameAs = letter.sameAs && opened.get(letter.sameAs)
    tellWhole(new LetterLife({ diary, office, random }, letter, own, sameAs))
  }
  const others = calls - letters.filter(({ byTelephone }) => byTelephone).length
  for (let nth = 0; nth < others; nth += 1) {
    tellCall({ diary, office, entries }, planCall(random, call(), callers))
  }
  tellTalks({ diary, random, office, callers, moment: call })
  await diary.tell(platform)
}

/** Through the form on the site. */
export async function sendIt(platform: Platform, letter: PlannedLetter, opened: Opened): Promise<void> {
  const { author, mailbox, subject, body, consents } = letter
  const words = { author: author.name, telephone: author.telephone, email: '', subject, body }
  Object.assign(
    opened,
    await insertLetter(platform.db as Tx, platform, { mailbox, consents, ...words }, null),
  )
}

/** By telephone: the desk opens the letter with the call. */
async function sayIt(platform: Platform, letter: PlannedLetter, opened: Opened, { people }: Office) {
  const { author, mailbox, subject, body, consents, topic } = letter
  const input = callInput.parse({
    kind: 'complaint_report',
    topic: topic.path[2],
    callerName: author.name,
    callerTelephone: author.telephone,
    content: body.replace('模拟来信', '模拟来电'),
    outcome: 'turned_into_letter',
    letter: { mailbox, subject, consents },
  })
  const { letter: receipt } = await logCall(platform, people.the('hotline'), input)
  Object.assign(opened, receipt)
}
