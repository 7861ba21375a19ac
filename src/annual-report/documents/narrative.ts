import type { ReportData } from '../report-data.ts'

/** Replaces `{indicator.key}` by its figure, so that no number is ever typed into a sentence. Throws: RangeError for an unknown key. */
export function told({ figures, year }: ReportData, text: string): string {
  return text.replace(/\{([\w.]+)\}/g, (_, key: string) => {
    if (key === 'year') return String(year)
    if (!(key in figures)) throw new RangeError(`no indicator ${key}`)
    return figures[key] === null ? '（无可比数据）' : String(figures[key])
  })
}

/** What the agency wrote, a paragraph a line; the mark that it is still to be written. */
export function writtenParagraphs(text: string | undefined, missing = '（待填报）'): string[] {
  return text === undefined
    ? [missing]
    : text
        .split(/\n+/)
        .map((line) => line.trim())
        .filter(Boolean)
}

export const overview = (data: ReportData): string[] => [
  `本报告由${data.agencyName}按照《中华人民共和国政府信息公开条例》编制，内容包括主动公开、依申请公开、互动交流、行政复议和行政诉讼、存在的主要问题及改进情况，并附政府信息公开情况统计表。报告中所列数据的统计期限为${data.year}年1月1日至12月31日。`,
  told(
    data,
    '{year}年，本机关坚持以公开为常态、不公开为例外，围绕中心工作和群众关切推进政务公开，门户网站全年发布信息{publications.total}条，办理政府信息公开申请{foi.received}件、群众来信{letters.received}件。',
  ),
]

/** The comparison with the year before is only made where there is one. */
function growth({ figures }: ReportData): string {
  const percent = figures['publications.growth_percent'] ?? null
  if (percent === null) return ''
  if (percent === 0) return '，与上年持平'
  return percent > 0 ? `，比上年增长${percent}%` : `，比上年减少${-percent}%`
}

export const publishing = (data: ReportData): string[] => [
  told(
    data,
    `{year}年，本机关门户网站发布信息{publications.total}条${growth(data)}。其中，财经要闻类栏目{publications.finance_headline_columns}条，转载要闻类栏目{publications.reposted_headline_columns}条，{publications.government_affairs_column_count}个政务公开栏目{publications.government_affairs_columns}条，金融数据和专题专栏{publications.finance_statistics_and_features}条。`,
  ),
  told(
    data,
    '通过不同渠道和方式主动公开政府信息{disclosure.total}条，其中政府网站{disclosure.website}条，政务微博{disclosure.weibo}条，政务微信{disclosure.wechat}条；不同渠道和方式公开相同信息计1条的，为{disclosure.distinct}条。',
  ),
]

export const responses = (data: ReportData): string[] => [
  told(
    data,
    '加强政策发布和解读，全年公开规范性文件{policy.normative_documents}件，发布政策解读{policy.interpretations}篇；及时回应社会关切，回应公众关注热点或重大舆情{response.public_concerns}次。',
  ),
]

export const requests = (data: ReportData): string[] => {
  const none = data.figures['foi.received'] === 0 && data.figures['foi.replied'] === 0
  if (none) return [told(data, '{year}年，未收到政府信息公开申请。')]
  return [
    told(
      data,
      '{year}年，收到政府信息公开申请{foi.received}件，其中当面申请{foi.received.in_person}件，传真申请{foi.received.fax}件，网络申请{foi.received.internet}件，信函申请{foi.received.letter}件。全年办结并答复{foi.replied}件，其中按时办结{foi.closed_in_time}件，延期办结{foi.closed_extended}件。',
    ),
  ]
}

export const remedies = (data: ReportData): string[] => {
  const keys = ['foi.reconsiderations', 'foi.lawsuits', 'foi.complaints']
  if (keys.every((key) => data.figures[key] === 0))
    return [told(data, '{year}年，未发生因政府信息公开被申请行政复议、被提起行政诉讼或者被投诉举报的情况。')]
  return [
    told(
      data,
      '{year}年，因政府信息公开被申请行政复议{foi.reconsiderations}件，被提起行政诉讼{foi.lawsuits}件，被投诉举报{foi.complaints}件。',
    ),
  ]
}

export const interaction = (data: ReportData): string[] => {
  const { figures } = data
  const replied =
    figures['letters.reply_rate_percent'] === null
      ? ''
      : '，答复率{letters.reply_rate_percent}%，平均办理时间{letters.mean_handling_working_days}个工作日'
  return [
    told(
      data,
      `畅通互动渠道，全年收到群众来信{letters.received}件，其中局长信箱{letters.received.director}件，投诉建议{letters.received.complaints}件，咨询投诉{letters.received.consultation}件${replied}；接听咨询电话{hotline.answered}个。`,
    ),
  ]
}

export const problems = ({ recorded }: ReportData): string[] => writtenParagraphs(recorded['text.problems'])

/** Part one since 2019 in its five sub-topics. Law: 国办公开办函〔2021〕30号. Source: rules.md 2.1. */
export function generalSituation(data: ReportData): string[] {
  const { recorded } = data
  const topic = (name: string, paragraphs: readonly string[]) => [
    `${name}${paragraphs[0] ?? ''}`,
    ...paragraphs.slice(1),
  ]
  return [
    ...topic('（一）主动公开。', [...publishing(data), ...responses(data)]),
    ...topic('（二）依申请公开。', requests(data)),
    ...topic('（三）政府信息管理。', writtenParagraphs(recorded['text.management'])),
    ...topic('（四）平台建设。', [...writtenParagraphs(recorded['text.platform']), ...interaction(data)]),
    ...topic('（五）监督保障。', writtenParagraphs(recorded['text.supervision'])),
  ]
}
