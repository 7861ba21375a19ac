import { addWorkingDays, CalendarGap, type WorkingCalendar, workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import type { Day } from '#platform/clock'
import { sql } from '#platform/db'
import { readSettings } from './settings.ts'

const itemsShown = 500

/** The other side of an item's links, whatever their status. */
export function listLinked({ db }: Platform, articleId: number) {
  return db
    .selectFrom('policy_interpretations as link')
    .innerJoin('articles', (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([
            eb('link.policy_id', '=', articleId),
            eb('articles.id', '=', eb.ref('link.interpretation_id')),
          ]),
          eb.and([
            eb('link.interpretation_id', '=', articleId),
            eb('articles.id', '=', eb.ref('link.policy_id')),
          ]),
        ]),
      ),
    )
    .innerJoin('revisions as head', 'head.id', 'articles.head_revision_id')
    .select(['articles.id', 'articles.status', 'head.title', 'head.interpretation_form'])
    .select(['link.policy_id', 'link.interpretation_id'])
    .orderBy('articles.id')
    .execute()
}

export type PolicyWithout = {
  article_id: number
  title: string
  document_number: string | null
  published_on: Day
  drafts: number
  /** Null: no holiday notice reaches that far. */
  due_on: Day | null
  overdue: boolean
}

/** Whoever drafts explains, and only what the public sees explains. Law: 国办发〔2016〕80号. */
const isWithout = sql<boolean>`policy.state = 'live' and policy.origin = 'own'
  and policy.document_kind in ('normative_document', 'policy_document')
  and not exists (
    select from policy_interpretations link
      join published_articles shown on shown.article_id = link.interpretation_id and shown.state in ('live', 'archived')
    where link.policy_id = policy.article_id)`

/**
 * Public policy documents of the agency itself (whoever drafts explains) without a public interpretation, newest first, with the day by which it should be there.
 * Law: 国办发〔2016〕80号 (interpretation together with the document). Unit: working days, a setting (rules.md 4).
 */
export async function listPoliciesWithout(platform: Platform): Promise<PolicyWithout[]> {
  const { interpretationWorkingDays } = await readSettings(platform.db)
  const { rows } = await sql<Omit<PolicyWithout, 'due_on' | 'overdue'>>`
    select policy.article_id, policy.title, policy.document_number, policy.published_on,
      (select count(*)::int from policy_interpretations link where link.policy_id = policy.article_id) as drafts
    from published_articles policy
    where ${isWithout}
    order by policy.published_at desc, policy.article_id desc limit ${itemsShown}`.execute(platform.db)
  const today = platform.clock.today()
  const calendar = await workingCalendar(platform.db)
  return rows.map((row) => {
    const due_on = dueOn(calendar, row.published_on, interpretationWorkingDays)
    return { ...row, due_on, overdue: due_on !== null && due_on < today }
  })
}

/**
 * How many of them wait, how many too long, and the next day on which one is due; counted in full, day by day of publication.
 * Law: 国办发〔2016〕80号.
 */
export async function countPoliciesWithout({ db, clock }: Platform) {
  const { interpretationWorkingDays } = await readSettings(db)
  const { rows } = await sql<{ published_on: Day; count: number }>`
    select policy.published_on, count(*)::int as count from published_articles policy
    where ${isWithout} group by policy.published_on order by policy.published_on`.execute(db)
  const calendar = await workingCalendar(db)
  const today = clock.today()
  const days = rows.map((row) => ({
    ...row,
    due: dueOn(calendar, row.published_on, interpretationWorkingDays),
  }))
  const late = days.filter(({ due }) => due !== null && due < today)
  return {
    count: sum(days),
    overdue: sum(late),
    nextDue: days.find(({ due }) => due !== null && due >= today)?.due ?? null,
    oldest: days[0]?.published_on ?? null,
  }
}

const sum = (days: readonly { count: number }[]) => days.reduce((all, { count }) => all + count, 0)

function dueOn(calendar: WorkingCalendar, publishedOn: Day, workingDays: number): Day | null {
  try {
    return addWorkingDays(calendar, publishedOn, workingDays)
  } catch (error) {
    if (error instanceof CalendarGap) return null
    throw error
  }
}
