import { channelLabels, channels } from '#foi'
import type { Db, Tx } from '#platform/db'
import type { CountIndicator, Indicator, Period, RowQuery } from './indicator.ts'

const seed = 'Order 711 art. 50 (3); seed report 2018, part 3'
const form2014 = '政府信息公开情况统计表 (2014), 三; rules.md 2.6'

export type Facts = ReturnType<typeof facts>
export const facts = (db: Db | Tx) =>
  db.selectFrom('foi_request_facts').select(['row_id as id', 'number as title'])
export const received = (query: Facts, { from, to }: Period) =>
  query.select('received_on as day').where('received_on', '>=', from).where('received_on', '<=', to)
export const answered = (query: Facts, { from, to }: Period) =>
  query.select('answered_on as day').where('answered_on', '>=', from).where('answered_on', '<=', to)

export function counts(
  key: string,
  wording: string,
  source: string,
  rows: (db: Db | Tx, period: Period) => unknown,
): CountIndicator {
  return {
    kind: 'count',
    key,
    wording,
    unit: '件',
    source,
    subject: 'foi_request',
    rows: rows as (db: Db | Tx, period: Period) => RowQuery,
  }
}

const receivedTotal = counts('foi.received', '收到政府信息公开申请', seed, (db, period) =>
  received(facts(db), period),
)
const repliedTotal = counts('foi.replied', '办结并答复申请', seed, (db, period) =>
  answered(facts(db), period),
)
/** Of the requests received in the period, those that have an answer by its end. */
const receivedAndReplied = counts('foi.received_and_replied', '当年收到并已答复的申请', seed, (db, period) =>
  received(facts(db), period).where('answered_on', '<=', period.to),
)

function remedies(key: string, wording: string, kinds: readonly string[]): CountIndicator {
  const filed = (db: Db | Tx, { from, to }: Period) =>
    db
      .selectFrom('foi_remedies')
      .select((eb) => ['id', eb.val(wording).as('title'), 'filed_on as day'])
      .where('filed_on', '>=', from)
      .where('filed_on', '<=', to)
      .where('kind', 'in', kinds)
  return { ...counts(key, wording, seed, filed), subject: 'foi_remedy' }
}

export const requestIndicators: readonly Indicator[] = [
  receivedTotal,
  ...channels.map((channel) =>
    counts(`foi.received.${channel}`, channelLabels[channel], form2014, (db, period) =>
      received(facts(db), period).where('channel', '=', channel),
    ),
  ),
  repliedTotal,
  receivedAndReplied,
  {
    kind: 'ratio',
    key: 'foi.reply_rate_percent',
    wording: '依申请公开答复率',
    unit: '%',
    source: seed,
    of: receivedAndReplied,
    over: receivedTotal,
  },
  {
    kind: 'duration',
    key: 'foi.mean_handling_working_days',
    wording: '依申请公开平均办理时间（收到至答复）',
    unit: '个工作日',
    source: seed,
    subject: 'foi_request',
    take: 'mean',
    of: repliedTotal,
    spans: async (db, period) => {
      const rows = await db
        .selectFrom('foi_request_facts')
        .select(['received_on', 'answered_on'])
        .where('answered_on', '>=', period.from)
        .where('answered_on', '<=', period.to)
        .execute()
      return rows.map((row) => ({ from: row.received_on, to: row.answered_on }))
    },
  },
  // Three that add up to what was closed: in the period itself, in the extended period, and after either.
  counts('foi.closed_in_time', '按时办结数', form2014, (db, period) =>
    answered(facts(db), period).where('closed_in_time', '=', true).where('extended', '=', false),
  ),
  counts('foi.closed_extended', '延期办结数', form2014, (db, period) =>
    answered(facts(db), period).where('closed_in_time', '=', true).where('extended', '=', true),
  ),
  counts('foi.closed_overdue', '逾期办结数', 'Order 711 art. 33', (db, period) =>
    answered(facts(db), period).where('closed_in_time', '=', false),
  ),
  remedies('foi.complaints', '因政府信息公开被投诉举报', ['complaint']),
  remedies('foi.reconsiderations', '因政府信息公开被申请行政复议', ['reconsideration']),
  remedies('foi.lawsuits', '因政府信息公开被提起行政诉讼', [
    'lawsuit_direct',
    'lawsuit_after_reconsideration',
  ]),
]
