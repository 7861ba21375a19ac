import { channelLabels, channels, type ReplyRow2014, replyRows2014 } from '#foi'
import type { ReportData } from '../report-data.ts'
import { type Cell, recordedCell, type Section, type Table } from './document.ts'
import { interaction, overview, problems, publishing, remedies, requests, responses } from './narrative.ts'

const replyNames: Record<ReplyRow2014, string> = {
  already_public: '1.属于已主动公开范围数',
  granted: '2.同意公开答复数',
  partly_granted: '3.同意部分公开答复数',
  refused_state_secret: '涉及国家秘密',
  refused_trade_secret: '涉及商业秘密',
  refused_privacy: '涉及个人隐私',
  refused_security: '危及国家安全、公共安全、经济安全和社会稳定',
  refused_not_government_information: '不是《条例》所指政府信息',
  refused_other_by_law: '法律法规规定的其他情形',
  not_ours: '5.不属于本行政机关公开数',
  does_not_exist: '6.申请信息不存在数',
  correction_told: '7.告知作出更改补充数',
  other_channel: '8.告知通过其他途径办理数',
}

/** The report of 2014 to 2018: free text in six parts and 政府信息公开情况统计表. Source: rules.md 2.1 and 2.6. */
export function sections2014(data: ReportData): Section[] {
  const part = (heading: string, paragraphs: string[], tables: Table[] = []): Section => ({
    heading,
    paragraphs,
    tables,
  })
  return [
    part('一、概述', overview(data)),
    part('二、主动公开政府信息情况', [...publishing(data), ...responses(data)]),
    part('三、依申请公开政府信息和收费情况', [...requests(data), ...fees(data)]),
    part('四、互动交流情况', interaction(data)),
    part('五、行政复议、行政诉讼和投诉举报情况', remedies(data)),
    part('六、存在的主要问题及改进情况', problems(data)),
    part('附：政府信息公开情况统计表', [], [statisticsTable(data)]),
  ]
}

/** Order 492 art. 27: only search, copying and post may be charged. */
function fees({ recorded, year }: ReportData): string[] {
  const amount = recorded.request_fees
  if (amount === undefined) return ['依申请公开信息收取的费用：（待填报）。']
  return [
    Number(amount) === 0
      ? `${year}年未收取检索、复制、邮寄等费用。`
      : `${year}年收取检索、复制、邮寄等费用共${amount}万元。`,
  ]
}

type Line = { name: string; level: number; cells: readonly Cell[] }
const line = (level: number, name: string, unit: string, value: Cell): Line => ({
  name,
  level,
  cells: [unit, value],
})

function statisticsTable(data: ReportData): Table {
  const rows = [...disclosureRows(data), ...requestRows(data), ...remedyRows(data), ...organisationRows(data)]
  return { caption: `政府信息公开情况统计表（${data.year}年度）`, head: ['统计指标', '单位', '统计数'], rows }
}

function disclosureRows({ figures, recorded }: ReportData): Line[] {
  const own = (key: string) => recordedCell(recorded, key)
  const figure = (key: string): Cell => figures[key] ?? null
  return [
    line(0, '一、主动公开情况', '', ''),
    line(
      1,
      '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）',
      '条',
      figure('disclosure.distinct'),
    ),
    line(2, '其中：主动公开规范性文件数', '条', figure('policy.normative_documents')),
    line(2, '制发规范性文件总数', '件', own('normative.made')),
    line(1, '（二）通过不同渠道和方式公开政府信息的情况', '', ''),
    line(2, '1.政府公报公开政府信息数', '条', figure('disclosure.gazette')),
    line(2, '2.政府网站公开政府信息数', '条', figure('disclosure.website')),
    line(2, '3.政务微博公开政府信息数', '条', figure('disclosure.weibo')),
    line(2, '4.政务微信公开政府信息数', '条', figure('disclosure.wechat')),
    line(2, '5.其他方式公开政府信息数', '条', figure('disclosure.other')),
    line(0, '二、回应解读情况', '', ''),
    line(
      1,
      '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）',
      '次',
      figure('response.public_concerns'),
    ),
    line(1, '（二）通过不同渠道和方式回应解读的情况', '', ''),
    line(2, '1.参加或举办新闻发布会总次数', '次', own('press_conferences')),
    line(3, '其中：主要负责同志参加新闻发布会次数', '次', own('press_conferences.by_head')),
    line(2, '2.政府网站在线访谈次数', '次', own('interviews')),
    line(3, '其中：主要负责同志参加政府网站在线访谈次数', '次', own('interviews.by_head')),
    line(2, '3.政策解读稿件发布数', '篇', figure('policy.interpretations')),
    line(2, '4.微博微信回应事件数', '次', own('weibo_wechat_responses')),
    line(2, '5.其他方式回应事件数', '次', own('other_responses')),
  ]
}

function requestRows({ figures, replies2014 }: ReportData): Line[] {
  const refused = replyRows2014.filter((row) => row.startsWith('refused_'))
  const replies = replyRows2014.flatMap((row) => {
    const own = line(row.startsWith('refused_') ? 3 : 2, replyNames[row], '件', replies2014[row])
    if (row !== refused[0]) return [own]
    const sum = refused.reduce((total, reason) => total + replies2014[reason], 0)
    return [line(2, '4.不同意公开答复数', '件', sum), own]
  })
  return [
    line(0, '三、依申请公开情况', '', ''),
    line(1, '（一）收到申请数', '件', figures['foi.received'] ?? null),
    ...channels.map((channel, at) =>
      line(2, `${at + 1}.${channelLabels[channel]}数`, '件', figures[`foi.received.${channel}`] ?? null),
    ),
    line(1, '（二）申请办结数', '件', figures['foi.replied'] ?? null),
    line(2, '1.按时办结数', '件', figures['foi.closed_in_time'] ?? null),
    line(2, '2.延期办结数', '件', figures['foi.closed_extended'] ?? null),
    line(
      1,
      '（三）申请答复数',
      '件',
      Object.values(replies2014).reduce((sum, count) => sum + count, 0),
    ),
    ...replies,
  ]
}

function remedyRows({ figures, tables }: ReportData): Line[] {
  const lawsuits = tables.remedies.lawsuit_direct.map(
    (cell, at) => cell + (tables.remedies.lawsuit_after_reconsideration[at] ?? 0),
  )
  const [upheld, corrected, other, pending, total] = tables.remedies.reconsideration
  return [
    line(0, '四、行政复议数量', '件', total ?? 0),
    line(1, '（一）维持具体行政行为数', '件', upheld ?? 0),
    line(1, '（二）被依法纠错数', '件', corrected ?? 0),
    line(1, '（三）其他情形数', '件', (other ?? 0) + (pending ?? 0)),
    line(0, '五、行政诉讼数量', '件', lawsuits[4] ?? 0),
    line(1, '（一）维护具体行政行为或者驳回原告诉讼请求数', '件', lawsuits[0] ?? 0),
    line(1, '（二）被依法纠错数', '件', lawsuits[1] ?? 0),
    line(1, '（三）其他情形数', '件', (lawsuits[2] ?? 0) + (lawsuits[3] ?? 0)),
    line(0, '六、举报投诉数量', '件', figures['foi.complaints'] ?? null),
  ]
}

/** What no business record here tells. */
function organisationRows({ recorded }: ReportData): Line[] {
  const own = (key: string) => recordedCell(recorded, key)
  const [fullTime, partTime] = [own('staff.full_time'), own('staff.part_time')]
  const both = typeof fullTime === 'number' && typeof partTime === 'number' ? fullTime + partTime : null
  return [
    line(0, '七、依申请公开信息收取的费用', '万元', own('request_fees')),
    line(0, '八、机构建设和保障经费情况', '', ''),
    line(1, '（一）政府信息公开工作专门机构数', '个', own('offices')),
    line(1, '（二）设置政府信息公开查阅点数', '个', own('reading_points')),
    line(1, '（三）从事政府信息公开工作人员数', '人', both),
    line(2, '1.专职人员数（不包括政府公报及政府网站工作人员数）', '人', fullTime),
    line(2, '2.兼职人员数', '人', partTime),
    line(
      1,
      '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）',
      '万元',
      own('funding'),
    ),
    line(0, '九、政府信息公开会议和培训情况', '', ''),
    line(1, '（一）召开政府信息公开工作会议或专题会议数', '次', own('meetings')),
    line(1, '（二）举办各类培训班数', '次', own('trainings')),
    line(1, '（三）接受培训人员数', '人次', own('trained_people')),
  ]
}
