import { addWorkingDays, CalendarGap } from '#calendar'
import { registerRequest } from '#foi'
import { registrationInput } from '#foi/contract'
import { acceptLetter, draftReply, openLetter } from '#letters'
import { actorOf } from '#people'
import type { Platform } from '#platform'
import { addDays, type Day, day, dayOf, instantOf } from '#platform/clock'
import { type Kept, publishInEmergency, publishMany, schedulePublishing } from '#publishing'
import { type Setting, type Slot, writeItem } from '../make-items.ts'
import { officeDays, officeMoments } from '../office-days.ts'
import { sectionPlans } from '../plan.ts'
import { pick, randomFrom } from '../writing/random.ts'
import { bodyOf, type Kind, writeText } from '../writing/write-text.ts'
import { Hands, later, on, type Step } from './hands.ts'

/** 2018 is told elsewhere; the desk begins after it. */
const firstDay = day('2019-01-01')
const recentItems = 48
const recentDays = 40

/** What an officer finds on Monday morning: news of the last weeks, drafts, reviews, letters and requests under way. */
export async function layDesk(platform: Platform, bureau: Setting) {
  const today = platform.clock.today()
  const start = [addDays(today, -recentDays), firstDay].sort().at(-1) ?? firstDay
  const days = officeDays(bureau.calendar, start, addDays(today, -1))
  if (days.length < 6) return
  await publishRecent(platform, bureau, days)
  await leaveArticles(platform, bureau, days)
  await leaveLetters(platform, bureau, days)
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

const letterTexts: readonly (readonly [mailbox: string, subject: string, body: string])[] = [
  [
    'consultation',
    '创业担保贷款贴息什么时候到账？',
    '您好，我在上季度申请了贴息，想知道大概什么时候能到账，需要补充材料吗？（模拟来信）',
  ],
  [
    'complaints',
    '服务大厅取号机经常故障',
    '上周两次去办事，取号机都不能用，只能人工登记，排了很久，希望尽快修好。（模拟来信）',
  ],
  [
    'director',
    '建议把惠农补贴公示到村民小组',
    '村里的公示栏离得远，老人看不到，建议公示到村民小组，也可以发短信。（模拟来信）',
  ],
  [
    'consultation',
    '代理记账许可证遗失怎样补办？',
    '许可证搬家时遗失，请问补办要什么材料，能不能在网上办？（模拟来信）',
  ],
  [
    'consultation',
    '政府采购供应商信息填错了怎么改？',
    '注册时填错了开户银行，系统里改不了，请问找哪个科室？（模拟来信）',
  ],
  ['complaints', '咨询电话中午打不通', '中午打咨询电话总是没有人接，建议安排轮值或者留言回拨。（模拟来信）'],
  [
    'director',
    '希望公开融资担保费率',
    '几家担保公司收费不一样，企业不好比较，希望在网站统一公开费率。（模拟来信）',
  ],
]

async function leaveLetters(platform: Platform, { people }: Setting, days: readonly Day[]) {
  const officer = people.the('letters')
  for (const [nth, [mailbox, subject, body]] of letterTexts.entries()) {
    const at = instantOf(days.at(-1 - Math.floor(nth / 2)) as Day, `${String(9 + nth).padStart(2, '0')}:35`)
    const then = on(platform, at)
    const letter = {
      mailbox,
      author: '市民（模拟）',
      telephone: '027-00000000',
      subject,
      body,
      consents: true,
    }
    const { id } = await platform.inTransaction((tx) =>
      openLetter(tx, then, actorOf(officer), { ...letter, source: { kind: 'counter' } }),
    )
    if (nth >= 2) await acceptLetter(on(platform, later(at, 60)), officer, id)
    if (nth >= 5)
      await draftReply(
        on(platform, later(at, 240)),
        officer,
        id,
        '您好！来信收悉，您反映的情况已经核实，有关改进正在进行。感谢您的监督。（模拟答复）',
      )
  }
}

const requestTexts = [
  '近两年产业引导基金的投资项目名单',
  '某社区养老服务项目的补助资金分配文件',
  '政府采购投诉处理结果的汇总材料',
]

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
    await registerRequest(on(platform, instantOf(receivedOn, '10:00')), officer, input)
  }
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
