import { type Db, sql, type Tx } from '#platform/db'
import type { CountIndicator, Indicator, Period, RowQuery } from './indicator.ts'

const source = 'issue 4 (counting); rules.md 5.1'
const facts = (db: Db | Tx) =>
  db.selectFrom('chat_facts').select(['row_id as id', 'number as title', 'on_day as day'])
type Facts = ReturnType<typeof facts>

function talks(key: string, wording: string, narrow: (query: Facts) => Facts): CountIndicator {
  const rows = (db: Db | Tx, { from, to }: Period) =>
    narrow(facts(db).where('on_day', '>=', from).where('on_day', '<=', to)) as unknown as RowQuery
  return { kind: 'count', key, wording, unit: '次', source, subject: 'talk', rows }
}

const received = talks('chat.received', '在线交流会话', (query) => query)
const answered = talks('chat.answered', '坐席已答复的会话', (query) => query.where('answered', '=', true))

/** From the question to the first word of an agent. Unit: minutes, one decimal; null when nothing was answered. */
async function medianFirstResponse(db: Db | Tx, { from, to }: Period): Promise<number | null> {
  const { median } = await db
    .selectFrom('chat_facts')
    .select(sql<number | null>`percentile_cont(0.5) within group (order by first_reply_minutes)`.as('median'))
    .where('on_day', '>=', from)
    .where('on_day', '<=', to)
    .where('answered', '=', true)
    .executeTakeFirstOrThrow()
  return median === null ? null : Math.round(median * 10) / 10
}

export const chatIndicators: readonly Indicator[] = [
  received,
  answered,
  {
    kind: 'ratio',
    key: 'chat.answer_rate_percent',
    wording: '会话答复率',
    unit: '%',
    source,
    of: answered,
    over: received,
  },
  {
    kind: 'median',
    key: 'chat.median_first_response_minutes',
    wording: '会话首次答复时间中位数',
    unit: '分钟',
    source,
    of: answered,
    median: medianFirstResponse,
  },
  talks('chat.solved', '市民表示解决了问题的会话', (query) => query.where('solved', '=', true)),
]
