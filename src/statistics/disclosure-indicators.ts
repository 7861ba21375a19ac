import type { Db, Tx } from '#platform/db'
import type { CountIndicator, Period, RowQuery } from './indicator.ts'

function disclosed(key: string, wording: string, channels: readonly string[]): CountIndicator {
  const rows = (db: Db | Tx, period: Period) =>
    db
      .selectFrom('disclosure_facts')
      .select(['row_id as id', 'title', 'on_day as day'])
      .where('on_day', '>=', period.from)
      .where('on_day', '<=', period.to)
      .where('channel', 'in', channels) as unknown as RowQuery
  const source = '政府信息公开情况统计表 (2014), 一 (一) 1-2; rules.md 2.6'
  return { kind: 'count', key, wording, unit: '条', source, subject: 'delivery', rows }
}

/** The same information on several channels is one, on its first day. Source: the form's own note, rules.md 2.6. */
const distinct: CountIndicator = {
  ...disclosed('disclosure.distinct', '主动公开政府信息数（不同渠道公开相同信息计1条）', []),
  subject: 'article',
  rows: (db, period) =>
    db
      .selectFrom('publication_facts')
      .select(['row_id as id', 'title', 'on_day as day'])
      .where('on_day', '>=', period.from)
      .where('on_day', '<=', period.to)
      .where('counts_as_disclosure', '=', true) as unknown as RowQuery,
}

/** One item on three channels counts three times, as the statutory form does. */
export const disclosureIndicators: readonly CountIndicator[] = [
  disclosed('disclosure.total', '主动公开政府信息数', ['website', 'weibo', 'wechat', 'gazette', 'other']),
  disclosed('disclosure.website', '政府网站公开政府信息数', ['website']),
  disclosed('disclosure.weibo', '政务微博公开政府信息数', ['weibo']),
  disclosed('disclosure.wechat', '政务微信公开政府信息数', ['wechat']),
  disclosed('disclosure.gazette', '政府公报公开政府信息数', ['gazette']),
  disclosed('disclosure.other', '其他方式公开政府信息数', ['other']),
  distinct,
]
