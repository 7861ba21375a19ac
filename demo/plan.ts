import type { Kind } from './writing/write-text.ts'

/** How many items each section of the simulated bureau publishes in a year. `writes`: how its texts are made. */
export type SectionPlan = {
  code: string
  name: string
  kind: string
  writes: Kind | 'policy'
  groups: readonly string[]
  items: { 2017: number; 2018: number }
  parent?: string
  documentKind?: 'normative_document' | 'interpretation' | 'public_concern_response'
  countsAsDisclosure?: false
}

const section = (
  code: string,
  name: string,
  [kind, writes]: readonly [string, SectionPlan['writes']],
  groups: readonly string[],
  in2018: number,
  in2017: number,
  more: Partial<SectionPlan> = {},
): SectionPlan => ({ code, name, kind, writes, groups, items: { 2017: in2017, 2018: in2018 }, ...more })

const news = ['news', 'news'] as const
const repost = ['repost', 'repost'] as const
const headlines = ['finance_headlines']
const reposted = ['reposted_headlines']
const data = ['finance_statistics_and_features']
/** The nineteen columns; what each writes is in writing/affairs-frames.ts. */
const affairsNames = [
  '机构设置',
  '机构职能',
  '领导信息',
  '人事信息',
  '财政信息',
  '金融规划',
  '采购信息',
  '行政许可',
  '行政处罚',
  '会议公开',
  '计划总结',
  '建议提案',
  '双公示',
  '权责清单',
  '应急管理',
  '统计信息',
  '公告公示',
  '制度规定',
  '绩效管理',
]

/**
 * Sections as the source text names them, its city's name replaced. Overlaps as there: one headline section is also
 * counted with statistics and features.
 */
export const sectionPlans: readonly SectionPlan[] = [
  section('today', '今日头条', news, headlines, 2405, 2300),
  section('city-finance', '江州金融动态', news, [...headlines, ...data], 6054, 5800),
  section('finance-news', '财经要闻', news, headlines, 2430, 2300),
  section('finance-focus', '金融聚焦', news, headlines, 2000, 1900),
  section('national', '国务院要闻', repost, reposted, 2600, 2500),
  section('province', '全省要闻', repost, reposted, 1568, 1500),
  section('city', '江州市要闻', repost, reposted, 1400, 1300),
  ...affairsNames.map((name, index) =>
    section(`affairs-${index + 1}`, name, ['overview', 'affairs'], ['government_affairs'], 10, 9),
  ),
  section('policy', '政策法规·解读', ['policies', 'policy'], [], 0, 0),
  section('normative', '规范性文件', ['policies', 'policy'], data, 17, 15, {
    parent: 'policy',
    documentKind: 'normative_document',
  }),
  section('interpretations', '政策解读', ['interpretations', 'interpretation'], data, 1431, 1300, {
    parent: 'policy',
    documentKind: 'interpretation',
  }),
  section('concerns', '回应关切', ['interaction', 'concern'], data, 75, 70, {
    documentKind: 'public_concern_response',
  }),
  section('service-tips', '服务提示', ['service', 'service'], data, 408, 400, { countsAsDisclosure: false }),
  section('finance-data', '金融数据', ['data', 'data'], data, 5132, 4869),
]

/** 信息公开目录 on the home page, in the order of the source. */
export const shortcutNames = [
  '机构设置',
  '机构职能',
  '领导信息',
  '人事信息',
  '政策法规·解读',
  '财政信息',
  '金融规划',
  '金融数据',
]

/** Items of 2018 that other channels carried too. */
export const otherChannels = { weibo: 59, wechat: 461 } as const
