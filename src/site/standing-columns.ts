import type { Column } from './page-tags.ts'

/** Columns that are part of the program, by the first step of their address; sections bring their own. Source: rules.md 3.3. */
const columns: Record<string, Column> = {
  disclosure: column('政务公开', '本机关制作和保存的政府信息', '政务公开，信息公开，政府信息', '信息公开'),
  interaction: column(
    '互动交流',
    '来信、在线交流、常见问题和网站找错',
    '互动交流，来信，在线交流',
    '互动交流',
  ),
  services: column('网上服务', '办事指南、名录和服务提示', '网上服务，办事，查询', '办事服务'),
  guide: column('信息公开指南', '怎样查找和申请政府信息', '公开指南，依申请公开，监督救济', '信息公开'),
  catalogue: column(
    '信息公开目录',
    '主动公开的信息，按索引号和日期查找',
    '公开目录，索引号，主动公开',
    '信息公开',
  ),
  requests: column(
    '依申请公开',
    '申请获取政府信息，查询办理进度',
    '依申请公开，申请表，答复目录',
    '信息公开',
  ),
  reports: column(
    '政府信息公开工作年度报告',
    '历年年度报告和其中每个数字的记录',
    '年度报告，信息公开，统计',
    '信息公开',
  ),
  statistics: column('政务公开统计', '公开、申请、来信和来电的统计', '统计，数据，政务公开', '数据发布'),
  letters: column('来信和答复', '写信、查询来信和公开的答复', '来信，咨询，投诉，建议，答复', '互动交流'),
  chat: column('在线交流', '在线提问，坐席答复', '在线交流，在线咨询，会话', '互动交流'),
  answers: column('常见问题', '有人问过的问题和答案', '常见问题，问答', '互动交流'),
  'site-errors': column('找错公开', '读者发现的网站错误和改正情况', '网站找错，纠错', '互动交流'),
  progress: column('查进度', '凭编号和查询码查询申请和来信', '进度，查询', '办事服务'),
  search: column('站内搜索', '在标题、正文、文号和附件中查找', '搜索，查找', '网站服务'),
  'site-map': column('网站地图', '全部频道和栏目', '网站地图，栏目', '网站服务'),
  'open-data': column('开放数据', '批量读取公开信息的接口', '开放数据，接口', '数据发布'),
}

function column(name: string, description: string, keywords: string, columnType: string): Column {
  return { name, description, keywords, columnType }
}

/** The column of a page, from its own address or the last step of its trail that is one. */
export function standingColumn(addresses: readonly (string | undefined)[]): Column | undefined {
  return addresses.map((address) => columns[address?.split('/')[1] ?? '']).findLast(Boolean)
}
