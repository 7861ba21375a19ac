import { addWorkingDays, type WorkingCalendar } from '#calendar'
import {
  acceptLetter,
  answerFollowUp,
  claimLetter,
  classifyLetter,
  closeLetter,
  decideReply,
  dispatchLetter,
  draftReply,
  endSupervision,
  getLetter,
  giveOpinion,
  hashOfSeen,
  latestReply,
  mergeLetter,
  objectToReply,
  rateLetter,
  superviseLetter,
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

/** Levels from 5 down; most readers are content. */
const ratings = [5, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 2, 1]
const ratedShare = 0.46
const [returnedShare, assistedShare, objectedShare] = [0.05, 0.08, 0.015]
/** Working days; longer ones are looked at by the head. */
const supervisedFrom = 13

/** Everything that happens to one letter after it was opened, as acts of the people concerned. */
export class LetterLife {
  readonly letter: PlannedLetter
  readonly opened: Opened
  readonly office: Office
  readonly #random: Random
  readonly #diary: Diary
  readonly #sameAs: Opened | undefined
  readonly #officer: Staff
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
    this.#random = random
    this.#diary = diary
    this.#sameAs = sameAs
    this.#officer = office.people.answersFor(letter.topic.department)
  }

  /** From the desk to the department, to the reply, to what the sender says of it. */
  tellWhole() {
    const { wait } = this.letter
    this.takeIn()
    if (this.#sameAs) return
    this.claim(wait > 2 ? 2 : 1)
    this.supervise()
    this.answer(wait)
    this.afterwards(wait)
  }

  takeIn() {
    const desk = this.office.people.the('letters')
    const { topic } = this.letter
    const topicId = this.office.topics.get(topic.path.join('/')) ?? null
    const main = this.office.departments.get(topic.department) ?? 0
    const others = [...this.office.departments.values()].filter((id) => id !== main)
    const assisting = this.chance(assistedShare) ? [pick(this.#random, others)] : []
    this.add(1, this.time(9, 10), async (platform) => {
      await classifyLetter(platform, desk, this.opened.id, topicId)
      await dispatchLetter(platform, desk, this.opened.id, { main, assisting, note: '' })
      await acceptLetter(platform, desk, this.opened.id)
      if (this.#sameAs) await mergeLetter(platform, desk, this.opened.id, this.#sameAs.number)
    })
    if (assisting.length && this.letter.wait > 3 && !this.#sameAs) this.assist(assisting[0] as number)
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
      claimLetter(platform, this.#officer, this.opened.id),
    )
  }

  private supervise() {
    const head = this.office.people.the('supervisor')
    const { wait } = this.letter
    if (wait < supervisedFrom || this.letter.mailbox === 'consultation') return
    this.add(wait - 4, this.time(11, 11), (platform) =>
      superviseLetter(platform, head, this.opened.id, '请在期限内办结，并说明办理进展。'),
    )
    this.add(wait, '17:10', (platform) => endSupervision(platform, head, this.opened.id))
  }

  /** Drafted on the day before or in the morning, approved by a second person; some drafts come back once. */
  answer(wait: number) {
    if (wait > 4 && this.chance(returnedShare)) {
      this.draft(wait - 2, '09:30', '您好！来信收悉，您反映的情况正在了解。（模拟答复）')
      this.decide(wait - 2, '11:00', { returned: '请写明办理结果和依据，再送审批。' })
    }
    this.draft(wait, this.time(9, 10), this.letter.reply)
    this.decide(wait, this.time(11, 16), {})
  }

  draft(workingDays: number, time: string, body: string) {
    this.add(workingDays, time, (platform) => draftReply(platform, this.#officer, this.opened.id, body))
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
        contentHash: hashOfSeen(letter, reply, []),
        reason: returned ?? '',
        release: !returned && this.letter.consents,
      })
    })
  }

  /** What the sender says of the reply; a bad rating is followed up, silence closes the letter. */
  private afterwards(wait: number) {
    const id = () => this.opened.id
    if (this.chance(objectedShare)) return this.objected(wait)
    if (!this.chance(ratedShare)) {
      this.add(wait + 15, '17:20', (platform) =>
        closeLetter(platform, this.office.people.the('letters'), id()),
      )
      return
    }
    const rating = pick(this.#random, ratings)
    const later = wait + whole(this.#random, 1, 3)
    this.add(later, this.time(18, 21), (platform) => rateLetter(platform, id(), rating))
    if (rating > 2) return
    this.add(later + 3, this.time(15, 16), async (platform) => {
      await answerFollowUp(
        platform,
        this.#officer,
        id(),
        '已致电来信人说明办理情况，来信人表示理解。（模拟回访）',
      )
      await closeLetter(platform, this.#officer, id())
    })
  }

  private objected(wait: number) {
    this.add(wait + 1, this.time(19, 20), (platform) =>
      objectToReply(platform, this.opened.id, '答复没有说明具体时间，请再核实。（模拟）'),
    )
    this.draft(
      wait + 4,
      '10:20',
      `${this.letter.reply.replace('（模拟答复）', '')}补充答复：经再次核实，预计本月底前办结。（模拟答复）`,
    )
    this.decide(wait + 4, '15:40', {})
    this.add(wait + 6, this.time(19, 20), (platform) => rateLetter(platform, this.opened.id, 4))
  }

  add(workingDays: number, time: string, act: (platform: Platform) => Promise<unknown>) {
    const on = addWorkingDays(this.office.calendar, dayOf(this.letter.at), workingDays)
    this.#diary.add(instantOf(on, time), act)
  }
  private chance(share: number): boolean {
    return this.#random() < share
  }
  private time(from: number, until: number): string {
    return clockTime(this.#random, whole(this.#random, from, until))
  }
}
