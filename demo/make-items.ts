import { addDays, day, instantOf } from '#platform/clock'
import { articleContent, type ReadyItem, readyText } from '#publishing'
import { otherChannels, type SectionPlan, sectionPlans } from './plan.ts'

const subjects = [
  '普惠金融',
  '预算执行',
  '绿色信贷',
  '融资担保',
  '小微企业贷款',
  '国库集中支付',
  '风险防控',
  '社会保障资金',
]
const verbs = ['工作取得新进展', '服务走进社区', '专题会议召开', '月度情况通报', '培训班举办', '便民措施上线']

/** Every item of a year, in order of sections; the same every time. */
export function makeItems(year: 2017 | 2018, ids: ReadonlyMap<string, number>): ReadyItem[] {
  const items = sectionPlans.flatMap((plan) =>
    Array.from({ length: plan.items[year] }, (_, nth) =>
      makeItem(plan, year, nth, ids.get(plan.code) as number),
    ),
  )
  return year === 2018 ? withChannels(items) : items
}

function makeItem(plan: SectionPlan, year: number, nth: number, sectionId: number): ReadyItem {
  const onDay = addDays(day(`${year}-01-01`), Math.floor((nth * 365) / Math.max(plan.items[year as 2018], 1)))
  const minutes = String((nth * 7) % 60).padStart(2, '0')
  const subject = subjects[nth % subjects.length]
  const title = `${subject}${verbs[(nth >> 3) % verbs.length]}（${plan.name}第${nth + 1}期）`
  const content = articleContent.parse({
    sectionId,
    title,
    keywords: subject,
    sourceName: plan.repost ? '江州市人民政府' : '江州市财政局',
    bodyHtml: `<p>本条为模拟内容。${onDay}，江州市财政局围绕${subject}开展工作，方便群众和企业了解办理情况。</p>`,
    ...(plan.repost
      ? { origin: 'repost', sourceUrl: 'https://www.example.gov.cn/', originallyPublishedOn: onDay }
      : {}),
    ...documentFields(plan, year, nth, onDay),
  })
  const publishedAt = instantOf(onDay, `09:${minutes}`)
  return {
    content: readyText(content),
    publishedAt,
    importKey: `demo:${plan.code}:${year}:${nth}`,
    createdBy: null,
  }
}

function documentFields(plan: SectionPlan, year: number, nth: number, onDay: string) {
  if (plan.documentKind === 'interpretation')
    return { documentKind: plan.documentKind, interpretationForm: 'text' }
  if (plan.documentKind !== 'normative_document') return { documentKind: plan.documentKind }
  const document = {
    documentNumber: `江财规〔${year}〕${nth + 1}号`,
    issuingBody: '江州市财政局',
    documentDate: onDay,
  }
  return { documentKind: plan.documentKind, effectiveness: 'in_force', ...document }
}

/** The first items that count as disclosure go to the other channels as well. */
function withChannels(items: ReadyItem[]): ReadyItem[] {
  return items.map((item, index) => {
    const extra = (Object.keys(otherChannels) as (keyof typeof otherChannels)[]).filter(
      (c) => index < otherChannels[c],
    )
    const channels = ['website', ...extra].map((channel) => ({ channel, deliveredAt: item.publishedAt }))
    return { ...item, channels }
  })
}
