import { z } from 'zod'

export const exportFormat = z.enum(['csv', 'xlsx']).default('csv')
export type ExportFormat = z.infer<typeof exportFormat>

export type Sort<Column extends string> = { column: Column; direction: 'asc' | 'desc' }

/** `sort=name` or `sort=-name` of an address, over the columns that a table allows. */
export function sortInput<Column extends string>(
  columns: readonly [Column, ...Column[]],
  usual: `-${Column}` | Column,
) {
  const names = columns.flatMap((column) => [column, `-${column}` as const]) as [string, ...string[]]
  return z
    .enum(names)
    .default(usual)
    .transform((text): Sort<Column> => {
      const down = text.startsWith('-')
      return { column: (down ? text.slice(1) : text) as Column, direction: down ? 'desc' : 'asc' }
    })
}
