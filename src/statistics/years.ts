import { type Day, yearOf } from '#platform/clock'
import { type Db, sql } from '#platform/db'

/** Years with anything to count, newest first: an item published, a request, a letter or a call received. */
export async function listYears(db: Db): Promise<number[]> {
  // One look-up a year in each index; a distinct over all rows would read them all.
  const { rows } = await sql<{ year: number }>`
    select year from generate_series(
      (select least(
        (select min(published_on) from published_articles), (select min(received_on) from foi_requests),
        (select min(received_on) from letters), (select min(on_day) from calls))),
      (select greatest(
        (select max(published_on) from published_articles), (select max(received_on) from foi_requests),
        (select max(received_on) from letters), (select max(on_day) from calls))) + interval '1 year',
      interval '1 year') at, lateral (select extract(year from at)::integer as year) named
    where exists (select from published_articles where published_on >= make_date(year, 1, 1) and published_on < make_date(year + 1, 1, 1))
      or exists (select from foi_requests where received_on >= make_date(year, 1, 1) and received_on < make_date(year + 1, 1, 1))
      or exists (select from letters where received_on >= make_date(year, 1, 1) and received_on < make_date(year + 1, 1, 1))
      or exists (select from calls where on_day >= make_date(year, 1, 1) and on_day < make_date(year + 1, 1, 1))
    order by year desc`.execute(db)
  return rows.map((row) => row.year)
}

/** The year to begin with: the newest that is over, for it can be compared; else the newest. */
export function yearToShow(years: readonly number[], today: Day): number | undefined {
  return years.find((year) => year < yearOf(today)) ?? years[0]
}
