import { callKindLabels, callKinds } from '#hotline'
import type { Db, Tx } from '#platform/db'
import type { CountIndicator, Period, RowQuery } from './indicator.ts'

const source = 'seed report 2018, part 4; rules.md 5.1'

function calls(key: string, wording: string, kinds: readonly string[]): CountIndicator {
  const rows = (db: Db | Tx, period: Period) =>
    db
      .selectFrom('call_facts')
      .select(['row_id as id', 'topic as title', 'on_day as day'])
      .where('on_day', '>=', period.from)
      .where('on_day', '<=', period.to)
      .where('kind', 'in', kinds) as unknown as RowQuery
  return { kind: 'count', key, wording, unit: '个', source, subject: 'call', rows }
}

/** Every logged call was taken and dealt with: at the desk, or by passing it on. */
export const callIndicators: readonly CountIndicator[] = [
  calls('hotline.answered', '接听咨询电话', callKinds),
  ...callKinds.map((kind) => calls(`hotline.answered.${kind}`, `咨询电话：${callKindLabels[kind]}`, [kind])),
]
