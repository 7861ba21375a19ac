import type { ArticleStatus, DocumentKind, WithdrawalKind } from './contract.ts'
import type { NoDisclosure } from './disclosure.ts'

export const statusLabels = {
  draft: '草稿',
  in_review: '审核中',
  approved: '已审核待发布',
  scheduled: '定时发布',
  published: '已发布',
  withdrawn: '已撤回',
} satisfies Record<ArticleStatus, string>

export const documentKindLabels = {
  general: '一般信息',
  normative_document: '规范性文件',
  policy_document: '其他政策文件',
  interpretation: '政策解读',
  public_concern_response: '回应关切',
  notice: '通知公告',
  plan: '规划计划',
  budget: '预算决算',
  report: '统计报告',
} satisfies Record<DocumentKind, string>

export const withdrawalLabels = {
  notice: '保留撤稿说明',
  gone: '已删除',
  merged: '合并至其他信息',
  archived: '已归档',
} satisfies Record<WithdrawalKind, string>

export const interpretationFormLabels = {
  text: '文字解读',
  infographic: '图解',
  video: '视频解读',
  commentary: '评论文章',
  interview: '专访',
} as const

export const effectivenessLabels = {
  in_force: '现行有效',
  amended: '已修改',
  repealed: '已废止',
  expired: '已失效',
} as const

export const opennessLabels = {
  proactive: '主动公开',
  on_request: '依申请公开',
  not_disclosed: '不予公开',
} as const

export const sectionKindLabels = {
  channel: '频道',
  overview: '概况',
  news: '新闻',
  notices: '通知公告',
  policies: '政策文件',
  interpretations: '政策解读',
  data: '数据',
  service: '办事服务',
  interaction: '互动',
  repost: '转载',
  feature: '专题',
} as const

export const openStageLabels = {
  decision: '决策公开',
  implementation: '执行公开',
  management: '管理公开',
  service: '服务公开',
  result: '结果公开',
} as const

export const mediaLabels = {
  text: '文字',
  picture: '图片',
  video: '视频',
  link: '链接',
} as const

export const channelLabels = {
  website: '政府网站',
  weibo: '政务微博',
  wechat: '政务微信',
  gazette: '政府公报',
  other: '其他方式',
} as const

export const reviewActionLabels = {
  'publishing.review': '审核人员',
  'publishing.review_secrecy': '保密审查人员',
  'publishing.publish': '签发人员',
} as const
export const noDisclosureLabels = {
  openness: '公开方式不是主动公开',
  origin: '转载的是其他机关的信息',
  section: '所在栏目不计入',
} as const satisfies Record<NoDisclosure, string>

export const originLabels = { own: '本机关', repost: '转载' } as const
