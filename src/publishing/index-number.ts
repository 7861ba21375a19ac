import { type Day, yearOf } from '#platform/clock'
import { sql, type Tx } from '#platform/db'

/**
 * 索引号: agency code, year, running number within the year, without gaps (the counter's row is locked).
 * The form is the agency's own choice; the standard leaves it open (rules.md, catalogue).
 */
export async function nextIndexNumber(tx: Tx, onDay: Day): Promise<string> {
  const first = await reserveIndexNumbers(tx, yearOf(onDay), 1)
  return indexNumber(await agencyCode(tx), yearOf(onDay), first)
}

/** Takes `count` numbers at once and returns the first. */
export async function reserveIndexNumbers(tx: Tx, year: number, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into index_number_counters (year, last) values (${year}, ${count})
    on conflict (year) do update set last = index_number_counters.last + ${count}
    returning last`.execute(tx)
  return (rows[0]?.last ?? count) - count + 1
}

export function indexNumber(agency: string, year: number, running: number): string {
  return `${agency}/${year}-${String(running).padStart(5, '0')}`
}

/** The agency's 9-character organisation code from its settings. */
export async function agencyCode(tx: Tx): Promise<string> {
  const { rows } = await sql<{ code: string | null }>`
    select settings->>'organizationCode' as code from agency`.execute(tx)
  return rows[0]?.code ?? '000000000'
}
