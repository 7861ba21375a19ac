import { type Day, yearOf } from '#platform/clock'
import { sql, type Tx } from '#platform/db'
import type { PublishingSettings } from './contract.ts'
import { readSettings } from './settings.ts'

/** How this agency writes its numbers. */
export type IndexNumberForm = PublishingSettings['indexNumber']

/**
 * 索引号: code, year, running number within the year, without gaps (the counter's row is locked).
 * The form is the agency's own choice; seen in practice: 000014349/2017-00110 (rules.md 4).
 */
export async function nextIndexNumber(tx: Tx, onDay: Day): Promise<string> {
  const first = await reserveIndexNumbers(tx, yearOf(onDay), 1)
  return indexNumber(await indexNumberForm(tx), yearOf(onDay), first)
}

/** Takes `count` numbers at once and returns the first. */
export async function reserveIndexNumbers(tx: Tx, year: number, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into index_number_counters (year, last) values (${year}, ${count})
    on conflict (year) do update set last = index_number_counters.last + ${count}
    returning last`.execute(tx)
  return (rows[0]?.last ?? count) - count + 1
}

export function indexNumber(form: IndexNumberForm, year: number, running: number): string {
  return form.pattern
    .replace('{code}', form.code)
    .replace('{year}', String(year))
    .replace('{serial}', String(running).padStart(form.serialDigits, '0'))
}

/** The region or agency code is the publishing setting, else the organisation code of the agency's settings. */
export async function indexNumberForm(tx: Tx): Promise<IndexNumberForm> {
  const { indexNumber: form } = await readSettings(tx)
  if (form.code) return form
  const { rows } = await sql<{ code: string | null }>`
    select settings->>'organizationCode' as code from agency`.execute(tx)
  return { ...form, code: rows[0]?.code || '000000000' }
}
