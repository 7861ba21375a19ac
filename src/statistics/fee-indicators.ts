import { sql } from '#platform/db'
import type { SumIndicator } from './indicator.ts'

const form2014 = '政府信息公开情况统计表 (2014), 七; rules.md 2.6'

/** Unit: yuan; the form of 2014 prints it in 万元. It counts in the year of the payment, not of the notice. */
export const feeIndicators: readonly SumIndicator[] = [
  {
    kind: 'sum',
    key: 'foi.fees_charged_yuan',
    wording: '依申请公开信息收取的费用',
    unit: '元',
    source: form2014,
    subject: 'foi_fee',
    rows: (db, { from, to }) =>
      db
        .selectFrom('foi_fee_facts')
        .select([
          'row_id as id',
          sql<string>`number || '（' || coalesce(amount::text || '元', '金额未记录') || '）'`.as('title'),
          'paid_on as day',
          sql<number | null>`amount::double precision`.as('amount'),
          'request_id as record_id',
        ])
        .where('paid_on', '>=', from)
        .where('paid_on', '<=', to) as unknown as ReturnType<SumIndicator['rows']>,
  },
]
