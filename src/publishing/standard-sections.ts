import type { SectionInput } from './contract.ts'

type StandardSection = Pick<SectionInput, 'code' | 'name' | 'kind' | 'description' | 'keywords'> & {
  shows?: 'departments' | 'functions' | 'leaders'
  /** It stands in 信息公开目录 on the home page, in the order of this list. */
  shortcut?: true
  /** It only gathers the sections below it. */
  gathers?: true
  /** Code of the section above it. */
  under?: string
  holds?: SectionInput['defaultDocumentKind']
  origin?: SectionInput['defaultOrigin']
}

/** What an agency's site begins with: news first, then the eight shortcuts of 信息公开目录 in their order. */
export const standardSections: readonly StandardSection[] = [
  {
    ...section('notices', '通知公告', 'notices', '本机关的通知、公告和公示', '通知，公告，公示'),
    holds: 'notice',
  },
  section('news', '工作动态', 'news', '本机关的工作动态', '动态，工作'),
  {
    ...section('reposts', '要闻转载', 'repost', '转载上级机关和权威媒体的要闻', '要闻，转载'),
    origin: 'repost',
  },
  {
    ...section('departments', '机构设置', 'overview', '内设机构及其负责人和联系方式', '机构，处室'),
    shows: 'departments',
    shortcut: true,
  },
  {
    ...section('functions', '机构职能', 'overview', '本机关的职责', '职能，职责'),
    shows: 'functions',
    shortcut: true,
  },
  {
    ...section('leaders', '领导信息', 'overview', '领导成员的简历和分工', '领导，分工，简历'),
    shows: 'leaders',
    shortcut: true,
  },
  { ...section('personnel', '人事信息', 'overview', '任免、招考和遴选', '人事，任免，招考'), shortcut: true },
  {
    ...section('policy', '政策法规·解读', 'policies', '政策文件及其解读', '政策，法规，解读'),
    shortcut: true,
    gathers: true,
  },
  {
    ...section('normative', '规范性文件', 'policies', '本机关制定的规范性文件', '规范性文件'),
    under: 'policy',
    holds: 'normative_document',
  },
  {
    ...section('interpretations', '政策解读', 'interpretations', '对政策文件的解读', '政策，解读'),
    under: 'policy',
    holds: 'interpretation',
  },
  {
    ...section('budget', '财政信息', 'overview', '预算、决算和资金使用', '财政，预算，决算'),
    shortcut: true,
  },
  {
    ...section('plans', '金融规划', 'overview', '发展规划和年度计划', '规划，计划'),
    shortcut: true,
    holds: 'plan',
  },
  { ...section('data', '金融数据', 'data', '统计数据及其说明', '数据，统计'), shortcut: true },
]

function section(
  code: string,
  name: string,
  kind: SectionInput['kind'],
  description: string,
  keywords: string,
): StandardSection {
  return { code, name, kind, description, keywords }
}

/**
 * How long a kind of section may bring nothing new; kinds that no indicator names have no rule of their own.
 * Unit: calendar days (2 weeks, 6 months). Source: 国办秘函〔2019〕19号 (rules.md 3.1, for interpretations 3.2).
 */
export const freshnessOfKind: Readonly<Partial<Record<SectionInput['kind'], number>>> = {
  news: 14,
  repost: 14,
  notices: 180,
  policies: 180,
  interpretations: 180,
}
