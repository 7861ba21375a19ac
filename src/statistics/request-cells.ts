import {
  applicantKindLabels,
  applicantKinds,
  kindsOfReply,
  outcomeLabels,
  type outcomes,
  type ReplyRow2014,
  replyRowLabels,
  replyRows2014,
  requestRows,
} from '#foi'
import { sql } from '#platform/db'
import type { CountIndicator, Period } from './indicator.ts'
import { answered, counts, type Facts, facts, received } from './request-indicators.ts'

const form2014 = '政府信息公开情况统计表 (2014), 三（三）; rules.md 2.6'
const form2021 = '国办公开办函〔2021〕30号, 三; rules.md 2.3'

/** Every cell of table three as an indicator of its own, so that a click opens its rows: `requests.ROW.COLUMN`. */
export const requestCellIndicators: readonly CountIndicator[] = requestRows.flatMap((row) =>
  [...applicantKinds, 'total' as const].map((column) => {
    const wording = `${rowWording(row)}（${column === 'total' ? '总计' : applicantKindLabels[column]}）`
    return counts(`requests.${row}.${column}`, wording, form2021, (db, period) => {
      const inRow = rowOf(facts(db), row, period)
      return column === 'total' ? inRow : inRow.where('applicant_kind', '=', column)
    })
  }),
)

function rowOf(query: Facts, row: (typeof requestRows)[number], period: Period) {
  const openOn = (day: Period['from']) =>
    query.where((eb) => eb.or([eb('answered_on', 'is', null), eb('answered_on', '>=', day)]))
  if (row === 'new') return received(query, period)
  if (row === 'carried_in')
    return openOn(period.from).select('received_on as day').where('received_on', '<', period.from)
  if (row === 'total') return answered(query, period)
  if (row === 'carried_out')
    return query
      .select('received_on as day')
      .where('received_on', '<=', period.to)
      .where((eb) => eb.or([eb('answered_on', 'is', null), eb('answered_on', '>', period.to)]))
  return answered(query, period).where('outcome', '=', row)
}

function rowWording(row: (typeof requestRows)[number]): string {
  const others = {
    new: '本年新收政府信息公开申请数量',
    carried_in: '上年结转政府信息公开申请数量',
    total: '本年度办理结果总计',
    carried_out: '结转下年度继续办理',
  }
  return row in others ? others[row as keyof typeof others] : outcomeLabels[row as (typeof outcomes)[number]]
}

/** Rows of 三（三）of the form of 2014, its sum, and the sum of what was refused: `replies2014.ROW`. */
export const replyCellIndicators: readonly CountIndicator[] = [
  ...replyRows2014.map((row) => replyCell(row, replyRowLabels[row], [row])),
  replyCell(
    'refused',
    '不同意公开答复数',
    replyRows2014.filter((row) => row.startsWith('refused_')),
  ),
  replyCell('total', '申请答复数', replyRows2014),
]

/** Who took the request back was given no reply. */
function replyCell(key: string, wording: string, rows: readonly ReplyRow2014[]): CountIndicator {
  const kinds = rows.flatMap(kindsOfReply)
  return counts(`replies2014.${key}`, wording, form2014, (db, period) =>
    answered(facts(db), period)
      .where('withdrawn', '=', false)
      .where(sql<boolean>`outcome || '/' || coalesce(outcome_detail, '') = any(${kinds}::text[])`),
  )
}
