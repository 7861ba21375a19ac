import type { Db, Tx } from '#platform/db'
import type { CountIndicator, Indicator, Period, RowQuery } from './indicator.ts'

const source = 'seed report 2018, part 4; rules.md 5.1'
const facts = (db: Db | Tx) =>
  db.selectFrom('letter_facts').select(['row_id as id', 'number as title', 'received_on as day'])
type Facts = ReturnType<typeof facts>

function counts(
  key: string,
  wording: string,
  narrow: (query: Facts, period: Period) => Facts,
): CountIndicator {
  const rows = (db: Db | Tx, period: Period) => {
    const received = facts(db).where('received_on', '>=', period.from).where('received_on', '<=', period.to)
    return narrow(received, period) as unknown as RowQuery
  }
  return { kind: 'count', key, wording, unit: '件', source, subject: 'letter', rows }
}

const received = counts('letters.received', '收到群众来信', (query) => query)
/** Also what was received late in the period and answered after it: the rate is read when all are answered. */
const replied = counts('letters.replied', '已答复的来信', (query) =>
  query.where('replied_on', 'is not', null),
)

const handling = {
  unit: '个工作日',
  source,
  spans: async (db: Db | Tx, period: Period) => {
    const rows = await db
      .selectFrom('letter_facts')
      .select(['received_on', 'replied_on'])
      .where('received_on', '>=', period.from)
      .where('received_on', '<=', period.to)
      .where('replied_on', 'is not', null)
      .execute()
    return rows.map((row) => ({ from: row.received_on, to: row.replied_on }))
  },
  of: replied,
}

export const letterIndicators: readonly Indicator[] = [
  received,
  ...(['director', 'complaints', 'consultation'] as const).map((mailbox, at) =>
    counts(`letters.received.${mailbox}`, ['局长信箱', '投诉建议', '咨询投诉'][at] ?? mailbox, (query) =>
      query.where('mailbox', '=', mailbox),
    ),
  ),
  replied,
  {
    kind: 'ratio',
    key: 'letters.reply_rate_percent',
    wording: '来信答复率',
    unit: '%',
    source,
    of: replied,
    over: received,
  },
  {
    ...handling,
    kind: 'duration',
    key: 'letters.mean_handling_working_days',
    wording: '来信平均办理时间',
    take: 'mean',
  },
  {
    ...handling,
    kind: 'duration',
    key: 'letters.median_handling_working_days',
    wording: '来信办理时间中位数',
    take: 'median',
  },
]
