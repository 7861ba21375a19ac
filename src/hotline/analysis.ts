import { assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { addDays, type Day, daysBetween } from '#platform/clock'
import { sql } from '#platform/db'
import { refuse } from './refusals.ts'

type Period = { from: Day; until: Day }
export type Counted = { name: string; count: number }
/** A topic in this period and in the one of the same length before it. */
export type Growing = { name: string; count: number; before: number }
export type Analysis = {
  total: number
  kinds: Counted[]
  topics: Counted[]
  hours: Counted[]
  agents: Counted[]
  months: Counted[]
  growing: Growing[]
  /** Calls that were answered with a reference answer. */
  fromReference: number
}

/** Unit: calls. Fewer are chance. */
const fewestToGrow = 3

/** Calls of a period by kind, topic, hour, agent and month, and which topics grow. Throws: Refusal not_allowed, analysis_period. */
export async function readAnalysis({ db }: Platform, staff: Staff, period: Period): Promise<Analysis> {
  assertCan(staff, 'hotline.read')
  if (period.until < period.from) throw refuse('analysis_period')
  const count = sql<number>`count(*)::integer`.as('count')
  const calls = db
    .selectFrom('call_facts')
    .where('on_day', '>=', period.from)
    .where('on_day', '<=', period.until)
  const by = (name: 'kind' | 'topic' | 'hour') =>
    calls.select([sql<string>`${sql.ref(name)}::text`.as('name'), count]).groupBy(name)
  const month = sql<string>`to_char(on_day, 'YYYY-MM')`
  const [kinds, topics, hours, agents, months, growing, reference] = await Promise.all([
    by('kind').orderBy('count', 'desc').execute(),
    by('topic').orderBy('count', 'desc').limit(20).execute(),
    by('hour').orderBy(sql`hour`).execute(),
    calls
      .leftJoin('staff', 'staff.id', 'call_facts.agent_id')
      .select([sql<string>`coalesce(staff.name, '')`.as('name'), count])
      .groupBy('staff.name')
      .orderBy('count', 'desc')
      .execute(),
    calls
      .select([month.as('name'), count])
      .groupBy(month)
      .orderBy(month)
      .execute(),
    growingTopics(db, period),
    db
      .selectFrom('calls')
      .select(count)
      .where('on_day', '>=', period.from)
      .where('on_day', '<=', period.until)
      .where('from_corpus', 'is not', null)
      .executeTakeFirstOrThrow(),
  ])
  const total = kinds.reduce((sum, each) => sum + each.count, 0)
  return { total, kinds, topics, hours, agents, months, growing, fromReference: reference.count }
}

async function growingTopics(db: Platform['db'], { from, until }: Period): Promise<Growing[]> {
  const start = addDays(from, -(daysBetween(from, until) + 1))
  const { rows } = await sql<Growing>`
    select topic as name,
      count(*) filter (where on_day >= ${from})::integer as count,
      count(*) filter (where on_day < ${from})::integer as before
    from call_facts
    where on_day between ${start} and ${until} and topic <> ''
    group by topic
    having count(*) filter (where on_day >= ${from}) >= ${fewestToGrow}
      and count(*) filter (where on_day >= ${from}) > count(*) filter (where on_day < ${from})
    order by count(*) filter (where on_day >= ${from}) - count(*) filter (where on_day < ${from}) desc, topic
    limit 10`.execute(db)
  return rows
}
