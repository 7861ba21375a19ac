/** How many items each section of the simulated bureau publishes in a year. */
export type SectionPlan = {
  code: string
  name: string
  kind: string
  groups: readonly string[]
  items: { 2017: number; 2018: number }
  documentKind?: 'normative_document' | 'interpretation' | 'public_concern_response'
  repost?: true
  countsAsDisclosure?: false
}

const section = (
  code: string,
  name: string,
  kind: string,
  groups: readonly string[],
  in2018: number,
  in2017: number,
  more: Partial<SectionPlan> = {},
): SectionPlan => ({ code, name, kind, groups, items: { 2017: in2017, 2018: in2018 }, ...more })

const headlines = ['finance_headlines']
const data = ['finance_statistics_and_features']
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

/** Overlaps as in the source text: one headline section is also counted with statistics and features. */
export const sectionPlans: readonly SectionPlan[] = [
  section('today', '今日关注', 'news', headlines, 2405, 2300),
  section('city-finance', '江州金融动态', 'news', [...headlines, ...data], 6054, 5800),
  section('finance-news', '财经观察', 'news', headlines, 2430, 2300),
  section('finance-focus', '金融聚焦点', 'news', headlines, 2000, 1900),
  section('national', '国家要闻', 'repost', ['reposted_headlines'], 2600, 2500, { repost: true }),
  section('province', '全省要闻', 'repost', ['reposted_headlines'], 1568, 1500, { repost: true }),
  section('city', '江州要闻', 'repost', ['reposted_headlines'], 1400, 1300, { repost: true }),
  ...affairsNames.map((name, index) =>
    section(`affairs-${index + 1}`, name, 'overview', ['government_affairs'], 10, 9),
  ),
  section('normative', '规范性文件', 'policies', data, 17, 15, { documentKind: 'normative_document' }),
  section('interpretations', '政策解读', 'interpretations', data, 1431, 1300, {
    documentKind: 'interpretation',
  }),
  section('concerns', '回应关切', 'interaction', data, 75, 70, { documentKind: 'public_concern_response' }),
  section('service-tips', '服务提示', 'service', data, 408, 400, { countsAsDisclosure: false }),
  section('finance-data', '金融数据', 'data', data, 5132, 4869),
]

/** Items of 2018 that other channels carried too. */
export const otherChannels = { weibo: 59, wechat: 461 } as const
