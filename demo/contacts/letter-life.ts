import { addWorkingDays, type WorkingCalendar } from '#calendar'
import {
  acceptLetter,
  claimLetter,
  classifyLetter,
  decideReply,
  dispatchLetter,
  draftReply,
  getLetter,
  giveOpinion,
  hashOfSeen,
  latestReply,
  mergeLetter,
} from '#letters'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { dayOf, instantOf } from '#platform/clock'
import type { Bureau } from '../make-staff.ts'
import { pick, type Random, whole } from '../writing/random.ts'
import type { Diary } from './diary.ts'
import { clockTime } from './moments.ts'
import type { PlannedLetter } from './plan-letters.ts'

/** Who and what the story of a letter needs. */
export type Office = {
  people: Bureau
  calendar: WorkingCalendar
  departments: ReadonlyMap<string, number>
  topics: ReadonlyMap<string, number>
}
/** Known once it has been opened. */
export type Opened = { id: number; number: string }

/** How often another department helps. */
const assistedShare = 0.08

/** What may happen to one letter after it was opened, each an act of the people concerned on a working day after it came. */
export class LetterLife {
  readonly letter: PlannedLetter
  readonly opened: Opened
  readonly office: Office
  readonly random: Random
  readonly #diary: Diary
  readonly sameAs: Opened | undefined
  readonly officer: Staff
  /** `sameAs`: what it is handled with, which came before. */
  constructor(
    { diary, office, random }: { diary: Diary; office: Office; random: Random },
    letter: PlannedLetter,
    opened: Opened,
    sameAs?: Opened,
  ) {
    this.letter = letter
    this.opened = opened
    this.office = office
    this.random = random
    this.#diary = diary
    this.sameAs = sameAs
    this.officer = office.people.answersFor(letter.topic.department)
  }

  takeIn() {
    const desk = this.office.people.the('letters')
    const { topic } = this.letter
    const topicId = this.office.topics.get(topic.path.join('/')) ?? null
    const main = this.office.departments.get(topic.department) ?? 0
    const others = [...this.office.departments.values()].filter((id) => id !== main)
    const assisting = this.chance(assistedShare) ? [pick(this.random, others)] : []
    this.add(1, this.time(9, 10), async (platform) => {
      await classifyLetter(platform, desk, this.opened.id, topicId)
      await dispatchLetter(platform, desk, this.opened.id, { main, assisting, note: '' })
      await acceptLetter(platform, desk, this.opened.id)
      if (this.sameAs) await mergeLetter(platform, desk, this.opened.id, this.sameAs.number)
    })
    if (assisting.length && this.letter.wait > 3 && !this.sameAs) this.assist(assisting[0] as number)
  }

  private assist(departmentId: number) {
    const [code] = [...this.office.departments].find(([, id]) => id === departmentId) ?? []
    if (!code) return
    const helper = this.office.people.answersFor(code)
    this.add(2, this.time(14, 16), async (platform) => {
      await claimLetter(platform, helper, this.opened.id)
      await giveOpinion(
        platform,
        helper,
        this.opened.id,
        '经核对，来信所说情况属实，本处无不同意见。（模拟）',
      )
    })
  }

  claim(workingDays: number) {
    this.add(workingDays, this.time(14, 15), (platform) =>
      claimLetter(platform, this.officer, this.opened.id),
    )
  }

  draft(workingDays: number, time: string, body: string) {
    this.add(workingDays, time, (platform) => draftReply(platform, this.officer, this.opened.id, body))
  }

  decide(workingDays: number, time: string, { returned }: { returned?: string }) {
    const head = this.office.people.the('supervisor')
    this.add(workingDays, time, async (platform) => {
      const [letter, reply] = [
        await getLetter(platform.db, this.opened.id),
        await latestReply(platform.db, this.opened.id),
      ]
      if (!reply) throw new RangeError(`no reply to ${this.opened.number}`)
      await decideReply(platform, head, this.opened.id, {
        decision: returned ? 'returned' : 'approved',
        contentHash: hashOfSeen(letter, reply, [], []),
        reason: returned ?? '',
        release: !returned && this.letter.consents,
      })
    })
  }

  add(workingDays: number, time: string, act: (platform: Platform) => Promise<unknown>) {
    const on = addWorkingDays(this.office.calendar, dayOf(this.letter.at), workingDays)
    this.#diary.add(instantOf(on, time), act)
  }
  chance(share: number): boolean {
    return this.random() < share
  }
  time(from: number, until: number): string {
    return clockTime(this.random, whole(this.random, from, until))
  }
}
