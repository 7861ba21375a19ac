import { z } from 'zod'
import { getDimension, type Indicator, type RowFilter } from '#statistics'

/** Where in the rows of a figure a reader is. `by` and `value` narrow them to one group; an empty value is the group that says nothing. */
export const rowsPlace = z.object({
  after: z.coerce.number().int().min(0).catch(0),
  by: z.string().max(50).optional().catch(undefined),
  value: z.string().max(200).catch(''),
})
export type RowsPlace = z.infer<typeof rowsPlace>

/** Throws: Refusal not_found. */
export function filterOf(indicator: Indicator, { by, value }: RowsPlace): RowFilter | undefined {
  return by === undefined ? undefined : { dimension: getDimension(indicator, by), value: value || null }
}

export function addressOf(year: number, key: string, { by, value }: RowsPlace, after?: number): string {
  const query = new URLSearchParams(by === undefined ? {} : { by, value })
  if (after) query.set('after', String(after))
  return `/reports/${year}/${key}${query.size ? `?${query.toString()}` : ''}`
}
