import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day, instantOf } from '#platform/clock'
import {
  type ArticleContent,
  confirmEmergency,
  publishInEmergency,
  uploadFile,
  type WithdrawalInput,
  withdrawArticle,
} from '#publishing'
import type { Setting } from '../make-items.ts'
import { pick, type Random, randomFrom } from '../writing/random.ts'
import { bodyOf, writeText } from '../writing/write-text.ts'
import { picture, workbook } from './files.ts'
import { Hands, later, on } from './hands.ts'

type Story = {
  section: string
  at: string
  tells: 'workbook' | 'picture' | 'returned' | 'corrected' | 'emergency' | WithdrawalInput['kind']
}

/** Items of 2018 with a history of their own, made act by act; a section's plan has so many fewer made in bulk. */
export const stories: readonly Story[] = [
  { section: 'finance-data', at: '2018-02-08T10:05', tells: 'workbook' },
  { section: 'affairs-5', at: '2018-03-20T09:40', tells: 'workbook' },
  { section: 'finance-data', at: '2018-07-19T15:10', tells: 'workbook' },
  { section: 'today', at: '2018-04-12T09:20', tells: 'picture' },
  { section: 'city-finance', at: '2018-06-06T14:30', tells: 'picture' },
  { section: 'today', at: '2018-09-13T10:15', tells: 'picture' },
  { section: 'city-finance', at: '2018-12-05T16:05', tells: 'picture' },
  { section: 'finance-news', at: '2018-01-17T09:10', tells: 'returned' },
  { section: 'affairs-11', at: '2018-05-23T14:20', tells: 'returned' },
  { section: 'interpretations', at: '2018-10-18T10:40', tells: 'returned' },
  { section: 'affairs-16', at: '2018-04-26T15:30', tells: 'corrected' },
  { section: 'finance-data', at: '2018-08-15T09:50', tells: 'corrected' },
  { section: 'finance-focus', at: '2018-03-29T10:30', tells: 'notice' },
  { section: 'finance-focus', at: '2018-06-28T11:00', tells: 'gone' },
  { section: 'service-tips', at: '2018-01-10T09:00', tells: 'archived' },
  { section: 'affairs-17', at: '2018-07-05T08:50', tells: 'emergency' },
]

/** How many items of each section the stories make. */
export function storiesBySection(): Map<string, number> {
  return new Map(
    [...Map.groupBy(stories, (story) => story.section)].map(([code, told]) => [code, told.length]),
  )
}

export async function tellStories(platform: Platform, bureau: Setting) {
  const hands = new Hands(platform, bureau.people)
  for (const [nth, story] of stories.entries()) {
    const random = randomFrom(7110 + nth)
    const author = pick(random, bureau.people.writers)
    await tell(platform, hands, {
      story,
      author,
      random,
      at: instantFrom(story.at),
      sections: bureau.sections,
    })
  }
}

const instantFrom = (text: string) => instantOf(day(text.slice(0, 10)), text.slice(11))

type Telling = {
  story: Story
  author: Staff
  random: Random
  at: Date
  sections: ReadonlyMap<string, number>
}

async function tell(platform: Platform, hands: Hands, given: Telling) {
  const { story, author, at } = given
  const content = await contentOf(platform, given)
  const id = await hands.write(author, content, later(at, -120))
  if (story.tells === 'emergency') {
    const now = on(platform, at)
    const reason = '强降雨期间便民服务安排须立即告知公众'
    const { contentHash } = await publishInEmergency(now, hands.people.the('publisher'), id, reason)
    const seen = { comment: '内容属实，同意。', contentHash }
    await confirmEmergency(on(platform, later(at, 90)), hands.people.the('reviewer'), id, seen)
    return
  }
  await hands.submit(author, id, later(at, -110))
  if (story.tells === 'returned') {
    await hands.giveBack('reviewer', id, later(at, -95), '请核对第二段数字，并补充咨询方式。')
    await hands.rewrite(author, id, amended(content), later(at, -75))
    await hands.submit(author, id, later(at, -70))
  }
  await hands.approve(id, later(at, -50))
  await hands.publish(id, at)
  if (story.tells === 'corrected') {
    await hands.rewrite(author, id, amended(content), later(at, 1500))
    await hands.submit(author, id, later(at, 1510))
    await hands.approve(id, later(at, 1520))
    await hands.publish(id, later(at, 1580))
  }
  await end(platform, hands, id, story, later(at, 30 * 24 * 60))
}

async function end(platform: Platform, hands: Hands, id: number, { tells: kind }: Story, at: Date) {
  if (kind !== 'notice' && kind !== 'gone' && kind !== 'archived') return
  const reasons = {
    notice: '所述活动已经结束，相关安排以最新通知为准。',
    gone: '内容重复发布。',
    archived: '所述事项已经办结，存档备查。',
  }
  await withdrawArticle(on(platform, at), hands.people.the('publisher'), id, {
    kind,
    reason: reasons[kind],
    mergedIntoId: null,
  })
}

function amended(content: Partial<ArticleContent>): Partial<ArticleContent> {
  return { ...content, bodyHtml: `${content.bodyHtml}<p>咨询方式：工作日可拨打网站公布的咨询电话。</p>` }
}

async function contentOf(
  platform: Platform,
  { story, author, random, at, sections }: Telling,
): Promise<Partial<ArticleContent>> {
  const code = story.section
  const explains = code === 'interpretations'
  const kind = code.startsWith('affairs-')
    ? 'affairs'
    : explains
      ? 'interpretation'
      : code === 'service-tips'
        ? 'service'
        : code === 'finance-data'
          ? 'data'
          : 'news'
  const written = writeText(random, kind, affairsNameOf(code))
  const base = {
    sectionId: sections.get(code) as number,
    title: written.title,
    keywords: written.keywords,
    sourceName: '江州市财政局',
    bodyHtml: bodyOf(written).bodyHtml,
    ...(explains ? { documentKind: 'interpretation' as const, interpretationForm: 'text' as const } : {}),
  }
  const uploadedAt = on(platform, later(at, -125))
  if (story.tells === 'picture') {
    const file = await uploadFile(uploadedAt, author, { name: '配图.png', bytes: await picture(random) })
    const cover = {
      fileId: file.id,
      name: '配图.png',
      role: 'cover' as const,
      alt: `${written.title}示意图（模拟）`,
    }
    return { ...base, media: 'picture', attachments: [cover] }
  }
  if (story.tells === 'workbook') {
    const rows = written.table ?? [
      ['项目', '内容'],
      ...written.paragraphs.map((text, nth) => [String(nth + 1), text]),
    ]
    const file = await uploadFile(uploadedAt, author, { name: '附表.xlsx', bytes: await workbook(rows) })
    return { ...base, attachments: [{ fileId: file.id, name: '附表.xlsx', role: 'attachment', alt: '' }] }
  }
  return base
}

const affairsNameOf = (code: string) =>
  ({ 'affairs-5': '财政信息', 'affairs-11': '计划总结', 'affairs-16': '统计信息', 'affairs-17': '公告公示' })[
    code
  ] ?? ''
