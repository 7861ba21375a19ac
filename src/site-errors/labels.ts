import type { SiteErrorKind, SiteErrorStatus } from './contract.ts'

export const siteErrorKindLabels = {
  content: '文字内容有错',
  link: '链接打不开',
  attachment: '附件有问题',
  display: '显示或者使用不便',
  other: '其他',
} satisfies Record<SiteErrorKind, string>

export const siteErrorStatusLabels = {
  received: '待转办',
  forwarded: '办理中',
  answered: '已答复',
} satisfies Record<SiteErrorStatus, string>
