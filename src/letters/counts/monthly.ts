import { workingCalendar } from '#calendar'
import { type Day, day } from '#platform/clock'
import { type Db, sql } from '#platform/db'
import { handlingTime, type Pair } from './handling-time.ts'

export type Month = {
  month: string
  received: number
  accepted: number
  replied: number
  meanWorkingDays: number | null
}
export type YearOfLetters = {
  months: Month[]
  mailboxes: { name: string; received: number; replied: number }[]
  topics: { name: string; received: number }[]
  /** From very dissatisfied to very satisfied. */
  ratings: number[]
  time: { mean: number | null; median: number | null }
}

/** What the public may count of one year: letters by the month of receipt. Source: rules.md 5.1 (statistics are published). */
export async function countYear(db: Db, year: number): Promise<YearOfLetters> {
  const [from, to] = [day(`${year}-01-01`), day(`${year}-12-31`)]
  const of = () => db.selectFrom('letters').where('received_on', '>=', from).where('received_on', '<=', to)
  const number = sql<number>`count(*)::integer`
  const [months, pairs, mailboxes, topics, ratings, calendar] = await Promise.all([
    of()
      .select([
        sql<string>`to_char(received_on, 'YYYY-MM')`.as('month'),
        number.as('received'),
        sql<number>`count(accepted_on)::integer`.as('accepted'),
        sql<number>`count(replied_on)::integer`.as('replied'),
      ])
      .groupBy('month')
      .orderBy('month')
      .execute(),
    of()
      .select(['received_on', 'replied_on', number.as('count')])
      .where('replied_on', 'is not', null)
      .groupBy(['received_on', 'replied_on'])
      .execute(),
    of()
      .innerJoin('mailboxes', 'mailboxes.key', 'letters.mailbox')
      .select([
        'mailboxes.name',
        number.as('received'),
        sql<number>`count(replied_on)::integer`.as('replied'),
      ])
      .groupBy(['mailboxes.name', 'mailboxes.position'])
      .orderBy('mailboxes.position')
      .execute(),
    firstLevelTopics(db, from, to),
    of()
      .select(['rating', number.as('count')])
      .where('rating', 'is not', null)
      .groupBy('rating')
      .execute(),
    workingCalendar(db),
  ])
  const spans = pairs.map(
    (row): Pair => ({ from: row.received_on, to: row.replied_on as Day, count: row.count }),
  )
  const inMonth = (month: string) => spans.filter((span) => span.from.startsWith(month))
  return {
    months: months.map((row) => ({
      ...row,
      meanWorkingDays: handlingTime(calendar, inMonth(row.month)).mean,
    })),
    mailboxes,
    topics,
    ratings: [1, 2, 3, 4, 5].map((rating) => ratings.find((row) => row.rating === rating)?.count ?? 0),
    time: handlingTime(calendar, spans),
  }
}

/** Counted under the first level of the tree. */
async function firstLevelTopics(db: Db, from: Day, to: Day) {
  const rows = await db
    .selectFrom('letters')
    .innerJoin('letter_topics as own', 'own.id', 'letters.topic_id')
    .leftJoin('letter_topics as above', 'above.id', 'own.parent_id')
    .leftJoin('letter_topics as top', 'top.id', 'above.parent_id')
    .select([
      sql<string>`coalesce(top.name, above.name, own.name)`.as('name'),
      sql<number>`count(*)::integer`.as('received'),
    ])
    .where('letters.received_on', '>=', from)
    .where('letters.received_on', '<=', to)
    .groupBy(sql`coalesce(top.name, above.name, own.name)`)
    .orderBy('received', 'desc')
    .execute()
  return rows
}

/** Years in which letters came, newest first. */
export async function yearsOfLetters(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('letters')
    .select(sql<number>`extract(year from received_on)::integer`.as('year'))
    .groupBy('year')
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}
