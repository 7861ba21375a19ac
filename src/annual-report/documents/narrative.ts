import type { ReportData } from '../report-data.ts'

/** Replaces `{indicator.key}` by its figure, so that no number is ever typed into a sentence. Throws: RangeError for an unknown key. */
export function told({ figures, year }: ReportData, text: string): string {
  return text.replace(/\{([\w.]+)\}/g, (_, key: string) => {
    if (key === 'year') return String(year)
    if (!(key in figures)) throw new RangeError(`no indicator ${key}`)
    return figures[key] === null ? '（无可比数据）' : String(figures[key])
  })
}

export const publishing = (data: ReportData): string[] => [
  told(
    data,
    '{year}年，本机关门户网站发布信息{publications.total}条，比上年增长{publications.growth_percent}%。其中财经要闻类栏目{publications.finance_headline_columns}条，转载要闻类栏目{publications.reposted_headline_columns}条，{publications.government_affairs_column_count}个政务公开栏目{publications.government_affairs_columns}条，金融数据和专题专栏{publications.finance_statistics_and_features}条。',
  ),
  told(
    data,
    '通过不同渠道和方式主动公开政府信息{disclosure.total}条，其中政府网站{disclosure.website}条，政务微博{disclosure.weibo}条，政务微信{disclosure.wechat}条。公开规范性文件{policy.normative_documents}件，发布政策解读{policy.interpretations}篇，回应公众关注热点或重大舆情{response.public_concerns}次。',
  ),
]
export const requests = (data: ReportData): string[] => [
  told(
    data,
    '全年收到政府信息公开申请{foi.received}件，其中当面申请{foi.received.in_person}件，传真申请{foi.received.fax}件，网络申请{foi.received.internet}件，信函申请{foi.received.letter}件。办结并答复{foi.replied}件，其中按时办结{foi.closed_in_time}件，延期办结{foi.closed_extended}件。',
  ),
]
export const remedies = (data: ReportData): string[] => [
  told(
    data,
    '因政府信息公开被申请行政复议{foi.reconsiderations}件，被提起行政诉讼{foi.lawsuits}件，被投诉举报{foi.complaints}件。',
  ),
]
export const interaction = (data: ReportData): string[] => [
  told(
    data,
    '收到群众来信{letters.received}件，其中局长信箱{letters.received.director}件，投诉建议{letters.received.complaints}件，咨询投诉{letters.received.consultation}件，答复率{letters.reply_rate_percent}%，平均办理时间{letters.mean_handling_working_days}个工作日；接听咨询电话{hotline.answered}个。',
  ),
]
