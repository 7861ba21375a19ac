import { workingCalendar } from '#calendar'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { type Db, sql } from '#platform/db'
import type { LetterListQuery } from './contract.ts'
import { dueDay, isOverdue, isSoon, isThreeMonthsOld, soonDay } from './late.ts'
import type { Letter } from './letter.ts'
import { columns, fromRow } from './store.ts'
import { listTopics } from './topics/store.ts'
import { byId, topicOf, withinTopic } from './topics/topic-tree.ts'
import { runningClock, urgencyOf } from './urgency.ts'
import { wordsQuery } from './words-query.ts'

export type ListedLetter = Letter & {
  mailboxName: string
  topic: string
  department: string | null
  followUpDueOn: Day | null
  clock: { clock: string; dueOn: Day; urgency: string; left: number | null } | null
}

/** For staff: by number or by the day that is due; keyset. Only ids, dates and masked words. */
export async function listLetters(
  { db, clock }: Platform,
  staff: Pick<Staff, 'departmentId'>,
  query: LetterListQuery,
  limit = 50,
): Promise<{ items: ListedLetter[]; next: string | null }> {
  const [topics, calendar] = await Promise.all([listTopics(db), workingCalendar(db)])
  const today = clock.today()
  const soon = await soonDay(db, today)
  const within = query.topic ? withinTopic(topics, query.topic) : undefined
  const rows = await filtered(db, staff, query, { today, soon, within }).limit(limit).execute()
  const known = byId(topics)
  const items = rows.map((row): ListedLetter => {
    const letter = fromRow(row)
    const followUpDueOn = row.follow_up_due_on
    const running = runningClock({ ...letter, followUpDueOn })
    return {
      ...letter,
      mailboxName: row.mailbox_name,
      topic: topicOf(known, letter),
      department: row.department,
      followUpDueOn,
      clock: running ? { ...running, ...urgencyOf(calendar, running.dueOn, today, row.warn_before) } : null,
    }
  })
  const last = rows.at(-1)
  const next = rows.length === limit && last ? `${last.due ?? '-'}_${last.id}` : null
  return { items, next }
}

function filtered(
  db: Db,
  staff: Pick<Staff, 'departmentId'>,
  query: LetterListQuery,
  days: { today: Day; soon: Awaited<ReturnType<typeof soonDay>>; within: number[] | undefined },
) {
  const words = query.text ? wordsQuery(query.text) : undefined
  const [afterDue, afterId] = (query.after ?? '').split('_')
  return db
    .selectFrom('letters')
    .innerJoin('mailboxes', 'mailboxes.key', 'letters.mailbox')
    .leftJoin('departments', 'departments.id', 'letters.department_id')
    .leftJoin('letter_follow_ups as f', (join) =>
      join.onRef('f.letter_id', '=', 'letters.id').on('f.closed_on', 'is', null),
    )
    .select(columns)
    .select(['mailboxes.name as mailbox_name', 'mailboxes.warn_before', 'departments.name as department'])
    .select(['f.due_on as follow_up_due_on', dueDay.as('due')])
    .$if(query.status !== undefined, (q) => q.where('letters.status', '=', query.status ?? ''))
    .$if(query.open === true, (q) => q.where('letters.status', 'in', ['received', 'handling', 'in_approval']))
    .$if(query.mailbox !== undefined, (q) => q.where('letters.mailbox', '=', query.mailbox ?? ''))
    .$if(days.within !== undefined, (q) => q.where('letters.topic_id', 'in', days.within ?? []))
    .$if(query.department !== undefined, (q) => q.where('letters.department_id', '=', query.department ?? 0))
    .$if(query.undispatched === true, (q) => q.where('letters.department_id', 'is', null))
    .$if(query.mine === true, (q) =>
      q.where((eb) =>
        eb.exists(
          eb
            .selectFrom('letter_dispatches as d')
            .select('d.id')
            .whereRef('d.letter_id', '=', 'letters.id')
            .where('d.ended_on', 'is', null)
            .where('d.department_id', '=', staff.departmentId ?? 0),
        ),
      ),
    )
    .$if(query.supervised === true, (q) => q.where('letters.supervised', '=', true))
    .$if(query.follow_up === true, (q) => q.where('f.id', 'is not', null))
    .$if(query.late === 'overdue', (q) => q.where(isOverdue(days.today)))
    .$if(query.late === 'soon', (q) => q.where(isSoon(days.today, days.soon)))
    .$if(query.late === 'three_months', (q) => q.where(isThreeMonthsOld(days.today)))
    .$if(query.from !== undefined, (q) => q.where('letters.received_on', '>=', query.from ?? null))
    .$if(query.to !== undefined, (q) => q.where('letters.received_on', '<=', query.to ?? null))
    .$if(query.text !== undefined, (q) =>
      q.where((eb) =>
        eb.or([
          sql<boolean>`upper(letters.number) = upper(${query.text ?? ''})`,
          words ? sql<boolean>`letters.words @@ ${words}::tsquery` : eb.val(false),
        ]),
      ),
    )
    .$if(query.order === 'newest', (q) =>
      q
        .orderBy('letters.id', 'desc')
        .$if(Boolean(afterId), (p) => p.where('letters.id', '<', Number(afterId))),
    )
    .$if(query.order === 'due', (q) =>
      q
        .orderBy(sql`coalesce(${dueDay}, 'infinity'::date)`)
        .orderBy('letters.id')
        .$if(Boolean(afterId), (p) =>
          p.where(
            sql<boolean>`(coalesce(${dueDay}, 'infinity'::date), letters.id) > (${afterDue === '-' ? 'infinity' : afterDue}::date, ${Number(afterId)})`,
          ),
        ),
    )
}
