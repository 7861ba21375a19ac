import { channelLabels, channels, type ReplyRow2014, replyRowLabels, replyRows2014 } from '#foi'
import type { ReportData } from '../report-data.ts'
import {
  type Cell,
  type CountedCell,
  figureCell,
  recordedCell,
  type Section,
  type Table,
} from './document.ts'
import { interaction, overview, problems, publishing, remedies, requests, responses } from './narrative.ts'

/** Their numbers on the form; what is refused has none, but a sum before it. */
const replyNumbers: Partial<Record<ReplyRow2014, string>> = {
  already_public: '1.',
  granted: '2.',
  partly_granted: '3.',
  not_ours: '5.',
  does_not_exist: '6.',
  correction_told: '7.',
  other_channel: '8.',
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
function fees({ figures, year }: ReportData): string[] {
  const { count } = feeCell(figures)
  return [
    count === 0
      ? `${year}年未收取检索、复制、邮寄等费用。`
      : `${year}年收取检索、复制、邮寄等费用共${count}万元。`,
  ]
}

/** Counted in yuan, printed in 万元 to the cent. */
function feeCell(figures: ReportData['figures']): CountedCell {
  const key = 'foi.fees_charged_yuan'
  return { count: Number(((figures[key] ?? 0) / yuanPerTenThousand).toFixed(6)), key }
}
const yuanPerTenThousand = 10_000

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
  const figure = (key: string): Cell => figureCell(figures, key)
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
  const figure = (key: string) => figureCell(figures, key)
  const reply = (row: string, count: number): Cell => ({ count, key: `replies2014.${row}` })
  const refused = replyRows2014.filter((row) => row.startsWith('refused_'))
  const sum = (rows: readonly ReplyRow2014[]) => rows.reduce((total, row) => total + replies2014[row], 0)
  const replies = replyRows2014.flatMap((row) => {
    const name = `${replyNumbers[row] ?? ''}${replyRowLabels[row]}`
    const own = line(row.startsWith('refused_') ? 3 : 2, name, '件', reply(row, replies2014[row]))
    if (row !== refused[0]) return [own]
    return [line(2, '4.不同意公开答复数', '件', reply('refused', sum(refused))), own]
  })
  return [
    line(0, '三、依申请公开情况', '', ''),
    line(1, '（一）收到申请数', '件', figure('foi.received')),
    ...channels.map((channel, at) =>
      line(2, `${at + 1}.${channelLabels[channel]}数`, '件', figure(`foi.received.${channel}`)),
    ),
    line(1, '（二）申请办结数', '件', figure('foi.replied')),
    line(2, '1.按时办结数', '件', figure('foi.closed_in_time')),
    line(2, '2.延期办结数', '件', figure('foi.closed_extended')),
    line(1, '（三）申请答复数', '件', reply('total', sum(replyRows2014))),
    ...replies,
  ]
}

function remedyRows({ figures, tables }: ReportData): Line[] {
  const { reconsideration, lawsuit_direct, lawsuit_after_reconsideration } = tables.remedies
  const lawsuits = lawsuit_direct.map((cell, at) => cell + (lawsuit_after_reconsideration[at] ?? 0))
  const row = (kind: string, name: string, count: number): Cell => ({
    count,
    key: `remedies2014.${kind}.${name}`,
  })
  const part = (kind: string, [upheld = 0, corrected = 0, other = 0, pending = 0, total = 0]: number[]) => ({
    total: row(kind, 'total', total),
    upheld: row(kind, 'upheld', upheld),
    corrected: row(kind, 'corrected', corrected),
    other: row(kind, 'other', other + pending),
  })
  const [review, suit] = [part('reconsideration', reconsideration), part('lawsuit', lawsuits)]
  return [
    line(0, '四、行政复议数量', '件', review.total),
    line(1, '（一）维持具体行政行为数', '件', review.upheld),
    line(1, '（二）被依法纠错数', '件', review.corrected),
    line(1, '（三）其他情形数', '件', review.other),
    line(0, '五、行政诉讼数量', '件', suit.total),
    line(1, '（一）维护具体行政行为或者驳回原告诉讼请求数', '件', suit.upheld),
    line(1, '（二）被依法纠错数', '件', suit.corrected),
    line(1, '（三）其他情形数', '件', suit.other),
    line(0, '六、举报投诉数量', '件', figureCell(figures, 'foi.complaints')),
  ]
}

/** But for the first, what no business record here tells. */
function organisationRows({ figures, recorded }: ReportData): Line[] {
  const own = (key: string) => recordedCell(recorded, key)
  const [fullTime, partTime] = [own('staff.full_time'), own('staff.part_time')]
  const both = typeof fullTime === 'number' && typeof partTime === 'number' ? fullTime + partTime : null
  return [
    line(0, '七、依申请公开信息收取的费用', '万元', feeCell(figures)),
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
