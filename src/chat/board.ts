import { assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { sql } from '#platform/db'
import type { BoardRow } from './contract.ts'
import { refuse } from './refusals.ts'

/** What a period brought, all together and by agent; talks that nobody claimed have no agent. Throws: Refusal not_allowed, chat_period. */
export async function readBoard({ db }: Platform, staff: Staff, { from, until }: { from: Day; until: Day }) {
  assertCan(staff, 'chat.read')
  if (until < from) throw refuse('chat_period')
  const facts = db
    .selectFrom('chat_facts')
    .leftJoin('staff', 'staff.id', 'chat_facts.agent_id')
    .select([
      sql<number>`count(*)::integer`.as('received'),
      sql<number>`count(*) filter (where answered)::integer`.as('answered'),
      sql<number>`count(*) filter (where solved)::integer`.as('solved'),
      sql<number>`count(*) filter (where not solved)::integer`.as('notSolved'),
      sql<
        number | null
      >`round((percentile_cont(0.5) within group (order by first_reply_minutes))::numeric, 1)::double precision`.as(
        'medianMinutes',
      ),
    ])
    .where('on_day', '>=', from)
    .where('on_day', '<=', until)
  const [all, agents] = await Promise.all([
    facts.executeTakeFirstOrThrow(),
    facts
      .select(sql<string>`coalesce(staff.name, '')`.as('name'))
      .groupBy(['staff.id', 'staff.name'])
      .orderBy('received', 'desc')
      .orderBy('name')
      .execute(),
  ])
  return { all: { name: '', ...all } satisfies BoardRow, agents: agents satisfies BoardRow[] }
}
