import { assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import { addDays, type Day, daysBetween } from '#platform/clock'
import { sql } from '#platform/db'
import { refuse } from './refusals.ts'
import { countByUnit, type TransferCount } from './transfers/read-transfers.ts'

type Period = { from: Day; until: Day }
export type Counted = { name: string; count: number }
/** A topic in this period and in the one of the same length before it. */
export type Growing = { name: string; count: number; before: number }
/** Calls of one agent, and how many of them were answered at once. */
export type AgentCount = Counted & { answered: number; fromReference: number }
export type Analysis = {
  total: number
  kinds: Counted[]
  outcomes: Counted[]
  topics: Counted[]
  hours: Counted[]
  agents: AgentCount[]
  months: Counted[]
  /** Of the whole log, newest first: where to look. */
  years: Counted[]
  growing: Growing[]
  /** Calls that were answered with a reference answer. */
  fromReference: number
  /** What departments were handed, the most overdue first. */
  transfers: TransferCount[]
}

/** Unit: calls. Fewer are chance. */
const fewestToGrow = 3

/** Calls of a period by kind, outcome, topic, hour, agent and month, and which topics grow. Throws: Refusal not_allowed, analysis_period. */
export async function readAnalysis({ db, clock }: Platform, staff: Staff, period: Period): Promise<Analysis> {
  assertCan(staff, 'hotline.read')
  if (period.until < period.from) throw refuse('analysis_period')
  const count = sql<number>`count(*)::integer`.as('count')
  const calls = db
    .selectFrom('call_facts')
    .where('on_day', '>=', period.from)
    .where('on_day', '<=', period.until)
  const by = (name: 'kind' | 'topic' | 'hour' | 'outcome') =>
    calls.select([sql<string>`${sql.ref(name)}::text`.as('name'), count]).groupBy(name)
  const month = sql<string>`to_char(on_day, 'YYYY-MM')`
  const [kinds, outcomes, topics, hours, agents, months, years, growing, transfers] = await Promise.all([
    by('kind').orderBy('count', 'desc').execute(),
    by('outcome').orderBy('count', 'desc').execute(),
    by('topic').orderBy('count', 'desc').orderBy('name').execute(),
    by('hour').orderBy(sql`hour`).execute(),
    countAgents(db, period),
    calls
      .select([month.as('name'), count])
      .groupBy(month)
      .orderBy(month)
      .execute(),
    countYears(db),
    growingTopics(db, period),
    countByUnit(db, period, clock.today()),
  ])
  const sum = (of: (agent: AgentCount) => number) => agents.reduce((all, agent) => all + of(agent), 0)
  return {
    total: sum(({ count }) => count),
    kinds,
    outcomes,
    topics,
    hours,
    agents,
    months: everyMonth(period, months),
    years,
    growing,
    transfers,
    fromReference: sum(({ fromReference }) => fromReference),
  }
}

/** A month without calls is a month of the trend, too. */
function everyMonth({ from, until }: Period, counted: readonly Counted[]): Counted[] {
  const known = new Map(counted.map(({ name, count }) => [name, count]))
  const months: Counted[] = []
  for (let [year, month] = from.split('-').map(Number) as [number, number, number]; ; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1]
    const name = `${year}-${String(month).padStart(2, '0')}`
    if (name > until.slice(0, 7)) return months
    months.push({ name, count: known.get(name) ?? 0 })
  }
}

function countYears(db: Platform['db']): Promise<Counted[]> {
  const year = sql<string>`to_char(on_day, 'YYYY')`
  return db
    .selectFrom('call_facts')
    .select([year.as('name'), sql<number>`count(*)::integer`.as('count')])
    .groupBy(year)
    .orderBy(year, 'desc')
    .execute()
}

async function countAgents(db: Platform['db'], { from, until }: Period): Promise<AgentCount[]> {
  return db
    .selectFrom('calls')
    .leftJoin('staff', 'staff.id', 'calls.agent_id')
    .select([
      sql<string>`coalesce(staff.name, '')`.as('name'),
      sql<number>`count(*)::integer`.as('count'),
      sql<number>`count(*) filter (where outcome = 'answered')::integer`.as('answered'),
      sql<number>`count(*) filter (where from_corpus is not null)::integer`.as('fromReference'),
    ])
    .where('on_day', '>=', from)
    .where('on_day', '<=', until)
    .groupBy(['staff.id', 'staff.name'])
    .orderBy('count', 'desc')
    .orderBy('name')
    .execute()
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
    order by count(*) filter (where on_day >= ${from}) - count(*) filter (where on_day < ${from}) desc, topic`.execute(
    db,
  )
  return rows
}
