import type { WorkingCalendar } from '#calendar'
import { addDays, type Day, day, dayOf, instantOf } from '#platform/clock'
import { articleContent, type ReadyItem, type RevisionContent } from '#publishing'
import type { Bureau } from './make-staff.ts'
import { officeDays, officeMoments } from './office-days.ts'
import { otherChannels, type SectionPlan, sectionPlans } from './plan.ts'
import { reviewedBefore } from './reviewed.ts'
import { policyNames } from './writing/policy-frames.ts'
import { pick, type Random, randomFrom, whole } from './writing/random.ts'
import { bodyOf, type Written, writePolicy, writeText } from './writing/write-text.ts'

export type Setting = { sections: ReadonlyMap<string, number>; people: Bureau; calendar: WorkingCalendar }
/** One item before it is written: where, when, and of an interpretation the document that it explains. */
export type Slot = { plan: SectionPlan; nth: number; at: Date; about: string; channels: string[] }
export type DemoYear = 2017 | 2018

const policiesBefore2018 = 15
/** So many interpretations after each document are about it. */
const interpretationsEach = 3

/** Every item of a year in the order in which it was published; the same every time. `left` are made by hand elsewhere. */
export function planYear(
  year: DemoYear,
  calendar: WorkingCalendar,
  left: ReadonlyMap<string, number>,
): Slot[] {
  const random = randomFrom(year)
  const days = officeDays(calendar, day(`${year}-01-01`), day(`${year}-12-31`))
  const moment = officeMoments(random, days)
  const slots = sectionPlans.flatMap((plan) =>
    Array.from({ length: plan.items[year] - (left.get(plan.code) ?? 0) }, (_, nth): Slot => {
      const at = plan.writes === 'policy' ? policyMoment(days, plan.items[year], nth) : moment()
      return { plan, nth, at, about: plan.name, channels: ['website'] }
    }),
  )
  slots.sort((one, other) => one.at.getTime() - other.at.getTime())
  nameDocuments(random, slots, year)
  if (year === 2018)
    for (const [channel, count] of Object.entries(otherChannels)) spread(slots, channel, count)
  return slots
}

/** Documents come evenly over the year and leave time to explain the last one. */
function policyMoment(days: readonly Day[], count: number, nth: number): Date {
  const onDay = days[Math.floor(((nth + 0.5) / count) * days.length * 0.92)] as Day
  return instantOf(
    onDay,
    `${String(9 + (nth % 7)).padStart(2, '0')}:${String((nth * 13) % 60).padStart(2, '0')}`,
  )
}

/** Each document gets its name, and the interpretations after it are about it; later ones about it or an earlier one. */
function nameDocuments(random: Random, slots: readonly Slot[], year: DemoYear) {
  let made = year === 2018 ? policiesBefore2018 : 0
  let explained = interpretationsEach
  for (const slot of slots) {
    if (slot.plan.writes === 'policy') {
      slot.about = policyNames[made++] as string
      explained = 0
    } else if (slot.plan.writes === 'interpretation') {
      const fresh = explained++ < interpretationsEach || random() < 0.2
      slot.about = policyNames[
        fresh ? Math.max(made - 1, 0) : whole(random, 0, Math.max(made - 1, 0))
      ] as string
    }
  }
}

/** Every so many of the items that count as disclosure another channel carries it too, the same day. */
function spread(slots: readonly Slot[], channel: string, count: number) {
  const counting = slots.filter(({ plan }) => plan.writes !== 'repost' && plan.countsAsDisclosure !== false)
  for (let nth = 0; nth < count; nth++)
    counting[Math.floor(((nth + 0.5) / count) * counting.length)]?.channels.push(channel)
}

export function writeItem(slot: Slot, year: number, bureau: Setting): ReadyItem {
  const { plan, nth, at } = slot
  const key = `demo:${plan.code}:${year}:${nth}`
  const random = randomFrom(hashOf(key))
  const written =
    plan.writes === 'policy' ? writePolicy(random, slot.about) : writeText(random, plan.writes, slot.about)
  const author = pick(random, bureau.people.writers)
  return {
    content: contentOf(random, slot, year, written, bureau.sections.get(plan.code) as number),
    publishedAt: at,
    importKey: key,
    createdBy: author.id,
    departmentId: author.departmentId,
    review: reviewedBefore(at, author, bureau.people),
    channels: slot.channels.map((channel) => ({
      channel,
      deliveredAt: channel === 'website' ? at : new Date(at.getTime() + whole(random, 20, 150) * 60_000),
    })),
  }
}

const repostSources: Readonly<Record<string, readonly string[]>> = {
  国务院要闻: ['国家政务信息网（模拟）', '央地新闻网（模拟）'],
  全省要闻: ['省政务信息网（模拟）', '省报（模拟）'],
  江州市要闻: ['江州市人民政府网（模拟）', '江州日报（模拟）'],
}

function contentOf(
  random: Random,
  { plan, nth, at }: Slot,
  year: number,
  written: Written,
  sectionId: number,
): RevisionContent {
  const onDay = dayOf(at)
  const repost = plan.writes === 'repost'
  const content = articleContent.parse({
    sectionId,
    title: written.title,
    keywords: written.keywords,
    sourceName: repost ? pick(random, repostSources[plan.name] ?? ['政务信息网（模拟）']) : '江州市财政局',
    ...(repost
      ? {
          origin: 'repost',
          sourceUrl: `https://news.example/${plan.code}/${onDay}/${nth}`,
          originallyPublishedOn: random() < 0.3 ? addDays(onDay, -1) : onDay,
        }
      : {}),
    ...documentFields(random, plan, year, nth, onDay),
  })
  return { ...content, ...bodyOf(written), attachments: [] }
}

function documentFields(random: Random, plan: SectionPlan, year: number, nth: number, onDay: string) {
  if (plan.documentKind === 'interpretation')
    return {
      documentKind: plan.documentKind,
      interpretationForm: pick(random, ['text', 'text', 'text', 'commentary', 'interview', 'infographic']),
    }
  if (plan.documentKind !== 'normative_document') return { documentKind: plan.documentKind }
  return {
    documentKind: plan.documentKind,
    effectiveness: 'in_force',
    documentNumber: `江财规〔${year}〕${nth + 1}号`,
    issuingBody: '江州市财政局',
    documentDate: onDay,
    subjectCategory: '财政、金融、审计',
    openStage: 'decision',
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return hash >>> 0
}
