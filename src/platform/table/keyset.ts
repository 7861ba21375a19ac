import type { SelectQueryBuilder } from 'kysely'
import { z } from 'zod'
import { sql } from '#platform/db'

export type KeysetPage<Row> = { items: Row[]; next: string | null }

/**
 * One page of a table in a steady order: rows after the last one seen, by the sorted expression and the id, so that page
 * 1,000 costs what page 1 costs. `sort` and `id` are SQL names of ours, never input; a sorted column must not be null.
 */
export async function keysetPage<DB, Tables extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, Tables, Row>,
  by: { sort: string; direction: 'asc' | 'desc'; id: string; after?: string | undefined; limit?: number },
): Promise<KeysetPage<Row>> {
  const { sort, direction, id, limit = 50 } = by
  const [column, key] = [sql.ref(sort), sql.ref(id)]
  const last = by.after ? readToken(by.after) : undefined
  const beyond = direction === 'asc' ? sql`>` : sql`<`
  let rows = query
    .select([sql<string>`${column}::text`.as('keyset_value'), sql<string>`${key}::text`.as('keyset_id')])
    .orderBy(column, direction)
    .orderBy(key, direction)
    .limit(limit + 1)
  if (last) rows = rows.where(sql<boolean>`(${column}, ${key}) ${beyond} (${last[0]}, ${last[1]})`)
  const found = await rows.execute()
  const items = found.slice(0, limit) as (Row & { keyset_value: string; keyset_id: string })[]
  const end = items.at(-1)
  const next = found.length > limit && end ? token(end.keyset_value, end.keyset_id) : null
  return { items: items.map(({ keyset_value: _value, keyset_id: _id, ...row }) => row as Row), next }
}

const token = (...values: string[]) => Buffer.from(JSON.stringify(values)).toString('base64url')

const place = z.tuple([z.string(), z.string().regex(/^\d{1,15}$/)])

/** What an address carries; anything else than a text and an id counts as the first page. */
function readToken(text: string): [string, string] | undefined {
  try {
    return place.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    return undefined
  }
}
