import { talkOutcomeLabels } from '#chat'
import { applicantKindLabels, channelLabels, outcomeLabels } from '#foi'
import { callKindLabels, callOutcomeLabels } from '#hotline'
import { documentKindLabels } from '#publishing'
import type { RowIndicator } from './indicator.ts'

export type Subject = NonNullable<RowIndicator['subject']>

/** One way to group counted rows. Without a view it is the month of the row's own day. */
export type Dimension = {
  key: string
  label: string
  /** A view of migration 1040: `row_id` and a column for each dimension. */
  view?: string
  column?: string
  /** What codes of the column are called; a value that is not here is a name already. */
  names?: Readonly<Record<string, string>>
  /** Values have an order of their own (months, hours); else the largest count comes first. */
  ordered?: true
}

const month: Dimension = { key: 'month', label: '月份', ordered: true }
const from =
  (view: string) =>
  (column: string, label: string, more: Partial<Dimension> = {}) => ({
    key: column,
    label,
    view,
    column,
    ...more,
  })
const ofArticle = from('article_dimensions')
const ofDelivery = from('delivery_dimensions')
const ofRequest = from('foi_request_dimensions')
const ofLetter = from('letter_dimensions')
const ofCall = from('call_dimensions')
const ofTalk = from('talk_dimensions')
const originNames = { own: '本机关', repost: '转载' }
export const channelNames = {
  website: '政府网站',
  weibo: '政务微博',
  wechat: '政务微信',
  gazette: '政府公报',
  other: '其他方式',
}

/** What rows of each kind may be grouped by. */
export const dimensions: Readonly<Record<Subject, readonly Dimension[]>> = {
  article: [
    month,
    ofArticle('section', '栏目'),
    from('article_group_dimensions')('section_group', '栏目组'),
    ofArticle('document_kind', '信息类别', { names: documentKindLabels }),
    ofArticle('origin', '来源', { names: originNames }),
    ofArticle('department', '处室'),
    ofArticle('officer', '经办人'),
  ],
  delivery: [
    month,
    ofDelivery('channel', '公开渠道', { names: channelNames }),
    ofDelivery('section', '栏目'),
    ofDelivery('department', '处室'),
  ],
  foi_request: [
    month,
    ofRequest('outcome', '办理结果', { names: outcomeLabels }),
    ofRequest('channel', '申请方式', { names: channelLabels }),
    ofRequest('applicant_kind', '申请人', { names: applicantKindLabels }),
    ofRequest('department', '处室'),
    ofRequest('officer', '经办人'),
  ],
  letter: [
    month,
    ofLetter('mailbox', '信箱'),
    ofLetter('topic', '主题'),
    ofLetter('department', '处室'),
    ofLetter('officer', '经办人'),
    ofLetter('rating', '评价（分）', { ordered: true }),
  ],
  call: [
    month,
    ofCall('kind', '类型', { names: callKindLabels }),
    ofCall('hour', '钟点', { ordered: true }),
    ofCall('topic', '主题'),
    ofCall('outcome', '结果', { names: callOutcomeLabels }),
    ofCall('officer', '坐席'),
  ],
  talk: [
    month,
    ofTalk('kind', '类型', { names: callKindLabels }),
    ofTalk('hour', '钟点', { ordered: true }),
    ofTalk('topic', '主题'),
    ofTalk('outcome', '结果', { names: talkOutcomeLabels }),
    ofTalk('officer', '坐席'),
  ],
  foi_remedy: [month],
  foi_fee: [month],
  section: [],
}

export const subjectOf = (indicator: Pick<RowIndicator, 'subject'>): Subject => indicator.subject ?? 'article'

/** What a value is called; rows that say nothing are one group of their own. */
export function valueText(dimension: Dimension, value: string | null): string {
  if (value === null) return '未注明'
  return dimension.names?.[value] ?? value
}
