import { callInput, logCall } from '#hotline'
import { rateLetter, refuseLetter, returnDispatch, superviseLetter } from '#letters'
import type { Platform } from '#platform'
import { type Day, dayOf, instantOf } from '#platform/clock'
import { callersOf } from '../contacts/callers.ts'
import { Diary } from '../contacts/diary.ts'
import { LetterLife, type Office, type Opened } from '../contacts/letter-life.ts'
import { sendIt } from '../contacts/make-year.ts'
import { callMoments } from '../contacts/moments.ts'
import { planCall } from '../contacts/plan-calls.ts'
import { type Mailbox, type PlannedLetter, wordsOf } from '../contacts/plan-letters.ts'
import { tellCall } from '../contacts/tell-call.ts'
import { letterTopics } from '../writing/letter-texts.ts'
import { randomFrom } from '../writing/random.ts'

type End =
  | 'sent'
  | 'again'
  | 'taken_in'
  | 'sent_back'
  | 'claimed'
  | 'supervised'
  | 'drafted'
  | 'replied'
  | 'liked'
  | 'disliked'
  | 'routed'
/** What lies on the desks: how many working days ago it came, and how far it has got. The mailboxes allow 7 and 15. */
const left: readonly (readonly [daysAgo: number, mailbox: Mailbox, topic: string, end: End])[] = [
  [0, 'consultation', '创业担保贷款', 'sent'],
  [0, 'complaints', '服务态度和等候', 'sent'],
  [1, 'consultation', '注册和信息变更', 'again'],
  [1, 'director', '财政工作建议', 'sent'],
  [2, 'consultation', '注册和信息变更', 'taken_in'],
  [2, 'complaints', '一卡通账户', 'taken_in'],
  [3, 'consultation', '小额贷款和担保机构', 'claimed'],
  [3, 'complaints', '耕地地力保护补贴', 'sent_back'],
  [4, 'consultation', '报名和证书', 'drafted'],
  [5, 'consultation', '缴款方式和票据', 'claimed'],
  [6, 'consultation', '许可和年度备案', 'claimed'],
  [6, 'complaints', '保证金和合同付款', 'drafted'],
  [8, 'consultation', '贷款贴息', 'replied'],
  [8, 'director', '部门预算和决算', 'claimed'],
  [9, 'consultation', '保费补贴和理赔', 'claimed'],
  [10, 'consultation', '误缴退款', 'disliked'],
  [12, 'director', '分配和使用', 'supervised'],
  [13, 'complaints', '非法集资举报', 'liked'],
  [14, 'complaints', '一事一议项目', 'supervised'],
  [7, 'complaints', '网站使用', 'routed'],
]
const recentCalls = 46

/** Letters and calls of the last weeks, left as an officer finds them on Monday morning. */
export async function leaveContacts(platform: Platform, office: Office, days: readonly Day[]): Promise<void> {
  const random = randomFrom(2027)
  const callers = callersOf(random)
  const diary = new Diary()
  for (const [nth, [daysAgo, mailbox, topicName, end]] of left.entries()) {
    const on = days.at(-1 - Math.min(daysAgo, days.length - 1)) as Day
    const topic = letterTopics.find(({ path }) => path[2] === topicName)
    const text = topic?.texts[0]
    if (!topic || !text) throw new RangeError(`no topic ${topicName}`)
    const letter: PlannedLetter = {
      // Twice the same matter has the same words.
      ...wordsOf(randomFrom(topicName === '注册和信息变更' ? 9 : nth), text),
      mailbox,
      topic,
      about: text.about,
      author: callers(),
      consents: nth % 5 !== 4,
      at: instantOf(on, `${String(9 + (nth % 8)).padStart(2, '0')}:${10 + nth * 2}`),
      wait: 0,
      byTelephone: false,
    }
    const opened: Opened = { id: 0, number: '' }
    diary.add(letter.at, (then) => sendIt(then, letter, opened))
    goOn(new LetterLife({ diary, office, random }, letter, opened), end, dayOf(letter.at), days)
  }
  leaveCalls(diary, office, days, await entryIds(platform))
  await diary.tell(platform)
}

/** As far as the letter has got; acts are told on the office days after it came. */
function goOn(life: LetterLife, end: End, from: Day, days: readonly Day[]) {
  const { people } = life.office
  const officer = people.answersFor(life.letter.topic.department)
  const [desk, head] = [people.the('letters'), people.the('supervisor')]
  const after = days.filter((on) => on > from).length
  if (end === 'sent' || end === 'again') return
  if (end === 'routed')
    return life.add(1, '10:10', (then) =>
      refuseLetter(then, desk, life.opened.id, {
        ground: 'petition_channel',
        note: '所述为个人劳动争议，不属于本机关职责。',
        authority: '江州市人力资源和社会保障局（模拟）',
        passedOn: true,
      }),
    )
  life.takeIn()
  if (end === 'taken_in') return
  if (end === 'sent_back')
    return life.add(2, '10:40', (then) =>
      returnDispatch(then, officer, life.opened.id, '所述项目由预算处分配，请改派。'),
    )
  life.claim(2)
  if (end === 'supervised')
    life.add(Math.min(after, 6), '16:30', (then) =>
      superviseLetter(then, head, life.opened.id, '涉及群众切身利益，请于期限前办结并报告。'),
    )
  if (end === 'drafted') life.draft(Math.min(after, 4), '16:40', life.letter.reply)
  if (!['replied', 'liked', 'disliked'].includes(end)) return
  life.draft(Math.min(after, 4), '10:05', life.letter.reply)
  life.decide(Math.min(after, 4), '15:30', {})
  if (end !== 'replied')
    life.add(Math.min(after, 5), '19:20', (then) => rateLetter(then, life.opened.id, end === 'liked' ? 5 : 2))
}

async function entryIds({ db }: Platform): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('knowledge_entries').select(['question', 'id']).execute()
  return new Map(rows.map(({ question, id }) => [question, id]))
}

/** The desk's last weeks; one call asks for information and waits for the office that writes it down. */
function leaveCalls(
  diary: Diary,
  office: Office,
  days: readonly Day[],
  entries: ReadonlyMap<string, number>,
) {
  const random = randomFrom(2028)
  const callers = callersOf(random)
  const moment = callMoments(random, days.slice(-12))
  for (let nth = 0; nth < recentCalls; nth += 1) {
    tellCall({ diary, office, entries }, planCall(random, moment(), callers))
  }
  const asked = callInput.parse({
    kind: 'information_query',
    topic: '信息公开',
    callerName: callers().name,
    callerTelephone: callers().telephone,
    content: '想要近两年社区养老服务补助的分配文件，网站上没有找到。（模拟来电）',
    outcome: 'turned_into_request',
  })
  diary.add(instantOf(days.at(-1) as Day, '16:05'), (then) =>
    logCall(then, office.people.the('hotline'), asked),
  )
}
