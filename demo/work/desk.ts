import { addWorkingDays, CalendarGap } from '#calendar'
import { keepFile, registerRequest } from '#foi'
import { registrationInput } from '#foi/contract'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { addDays, type Day, day, dayOf, instantOf } from '#platform/clock'
import { type Kept, publishInEmergency, publishMany, schedulePublishing } from '#publishing'
import type { Office } from '../contacts/letter-life.ts'
import { type Setting, type Slot, writeItem } from '../make-items.ts'
import { officeDays, officeMoments } from '../office-days.ts'
import { sectionPlans } from '../plan.ts'
import { pick, randomFrom } from '../writing/random.ts'
import { bodyOf, type Kind, writeText } from '../writing/write-text.ts'
import { leaveAnswers } from './answers.ts'
import { leaveContacts } from './contacts.ts'
import { allocationRecord } from './files.ts'
import { Hands, later, on, type Step } from './hands.ts'

/** 2018 is told elsewhere; the desk begins after it. */
const firstDay = day('2019-01-01')
const recentItems = 48
const recentDays = 40

/** What an officer finds on Monday morning: news of the last weeks, drafts, reviews, letters and requests under way. */
export async function layDesk(platform: Platform, bureau: Setting & Office) {
  const today = platform.clock.today()
  const start = [addDays(today, -recentDays), firstDay].sort().at(-1) ?? firstDay
  const days = officeDays(bureau.calendar, start, addDays(today, -1))
  if (days.length < 6) return
  await publishRecent(platform, bureau, days)
  await leaveArticles(platform, bureau, days)
  await leaveContacts(platform, bureau, days)
  await leaveAnswers(platform, bureau.people, days)
  await leaveRequests(platform, bureau, days)
}

const recentSections = [
  'today',
  'city-finance',
  'finance-news',
  'finance-focus',
  'national',
  'province',
  'city',
  'finance-data',
  'affairs-17',
]

/** So that the public site is not of 2018 only; reviewed like everything else. */
function publishRecent(platform: Platform, bureau: Setting, days: readonly Day[]): Promise<Kept[]> {
  const random = randomFrom(2026)
  const moment = officeMoments(random, days)
  const slots = Array.from({ length: recentItems }, (_, nth): Slot => {
    const code = recentSections[nth % recentSections.length]
    const plan = sectionPlans.find((known) => known.code === code) as Slot['plan']
    return { plan, nth, at: moment(), about: plan.name, channels: ['website'] }
  }).sort((one, other) => one.at.getTime() - other.at.getTime())
  const items = slots.map((slot) => writeItem(slot, Number(dayOf(slot.at).slice(0, 4)), bureau))
  return platform.inTransaction((tx) => publishMany(tx, items, platform.clock.now()))
}

type Left = {
  section: string
  kind: Kind
  approvedUpTo?: Step
  state: 'draft' | 'submitted' | 'returned' | 'approved' | 'scheduled' | 'emergency'
}
const left: readonly Left[] = [
  { section: 'today', kind: 'news', state: 'draft' },
  { section: 'city-finance', kind: 'news', state: 'draft' },
  { section: 'finance-data', kind: 'data', state: 'draft' },
  { section: 'interpretations', kind: 'interpretation', state: 'draft' },
  { section: 'finance-news', kind: 'news', state: 'returned' },
  { section: 'city-finance', kind: 'news', state: 'submitted' },
  { section: 'finance-focus', kind: 'news', state: 'submitted' },
  { section: 'today', kind: 'news', state: 'submitted', approvedUpTo: 'first_review' },
  { section: 'finance-data', kind: 'data', state: 'submitted', approvedUpTo: 'first_review' },
  { section: 'city-finance', kind: 'news', state: 'submitted', approvedUpTo: 'secrecy_review' },
  { section: 'today', kind: 'news', state: 'approved' },
  { section: 'finance-news', kind: 'news', state: 'scheduled' },
  { section: 'affairs-17', kind: 'affairs', state: 'emergency' },
]

async function leaveArticles(platform: Platform, bureau: Setting, days: readonly Day[]) {
  const hands = new Hands(platform, bureau.people)
  for (const [nth, { section, kind, state, approvedUpTo }] of left.entries()) {
    const random = randomFrom(9040 + nth)
    // The demonstration's author has work of their own to find.
    const author = nth % 2 === 0 ? bureau.people.the('author') : pick(random, bureau.people.writers)
    const written = writeText(random, kind, kind === 'affairs' ? '公告公示' : '')
    const content = {
      sectionId: bureau.sections.get(section) as number,
      title: written.title,
      keywords: written.keywords,
      sourceName: '江州市财政局',
      bodyHtml: bodyOf(written).bodyHtml,
      ...(kind === 'interpretation'
        ? { documentKind: 'interpretation' as const, interpretationForm: 'text' as const }
        : {}),
    }
    const at = instantOf(days.at(-1 - (nth % 4)) as Day, `${String(9 + (nth % 6)).padStart(2, '0')}:20`)
    const id = await hands.write(author, content, at)
    if (state === 'emergency') {
      const publisher = bureau.people.the('publisher')
      await publishInEmergency(on(platform, later(at, 20)), publisher, id, '系统临时停机须立即告知公众')
    }
    if (state === 'draft' || state === 'emergency') continue
    await hands.submit(author, id, later(at, 10))
    if (state === 'returned') await hands.giveBack('reviewer', id, later(at, 40), '请补充活动时间和地点。')
    if (approvedUpTo) await hands.approve(id, later(at, 30), approvedUpTo)
    if (state === 'approved' || state === 'scheduled') await hands.approve(id, later(at, 30))
    if (state === 'scheduled') {
      const tomorrow = instantOf(addDays(platform.clock.today(), 1), '09:00')
      await schedulePublishing(platform, bureau.people.the('publisher'), id, tomorrow)
    }
  }
}

const requestTexts = [
  '近两年产业引导基金的投资项目名单',
  '某社区养老服务项目的补助资金分配文件',
  '政府采购投诉处理结果的汇总材料',
]

/** Which of them has its record in the case already. */
const withRecord = 1

/** The first waits longest: it is due soon. */
async function leaveRequests(platform: Platform, { people, calendar }: Setting, days: readonly Day[]) {
  const officer = people.the('foi')
  for (const [nth, description] of requestTexts.entries()) {
    const receivedOn = days.at(-1 - Math.min(days.length - 1, [16, 8, 1][nth] ?? 1)) as Day
    if (!answerableFrom(calendar, receivedOn)) return
    const input = registrationInput.parse({
      channel: 'in_person',
      applicantKind: 'natural_person',
      name: '申请人（模拟）',
      identityKind: 'passport',
      identityNumber: `E0000000${nth + 1}`,
      telephone: '027-00000000',
      address: '江州市临江区模拟路1号',
      description: `申请公开${description}（模拟）`,
      delivery: 'post',
      formWanted: 'paper',
      arrivedOn: receivedOn,
      receivedOn,
    })
    const { id } = await registerRequest(on(platform, instantOf(receivedOn, '10:00')), officer, input)
    if (nth === withRecord) await keepRecord(on(platform, instantOf(receivedOn, '15:00')), officer, id)
  }
}

/** The officer has found what was asked for; it must be covered before it goes out. */
async function keepRecord(platform: Platform, officer: Staff, id: number) {
  const bytes = await allocationRecord()
  const record = {
    role: 'record',
    note: '检索得到的原件（模拟）',
    name: '补助资金分配表（模拟）.pdf',
    bytes,
  } as const
  await keepFile(platform, officer, id, record)
}

/** A request whose last day no notice covers yet would only show that. Unit: working days. */
function answerableFrom(calendar: Setting['calendar'], receivedOn: Day): boolean {
  try {
    return addWorkingDays(calendar, receivedOn, 20) > receivedOn
  } catch (error) {
    if (error instanceof CalendarGap) return false
    throw error
  }
}
