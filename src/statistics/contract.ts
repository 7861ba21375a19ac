import { z } from 'zod'
import type { Day } from '#platform/clock'
import { dayInput } from '#platform/clock/contract'
import { exportFormat } from '#platform/table/contract'

const key = z.string().max(100)

/** Both days belong to the period. */
export const periodQuery = z.object({ from: dayInput, to: dayInput })
export const breakdownQuery = periodQuery.extend({ key, by: z.string().max(50) })
/** Without `by` all rows of the figure; an empty `value` is the group that says nothing. */
export const rowsQuery = periodQuery.extend({
  key,
  by: z.string().max(50).optional(),
  value: z.string().max(200).default(''),
  after: z.coerce.number().int().min(0).default(0),
})
export const exportQuery = rowsQuery
  .omit({ after: true })
  .extend({ what: z.enum(['rows', 'groups']), format: exportFormat })
export const figuresExportQuery = periodQuery.extend({ format: exportFormat })
export type PeriodQuery = z.infer<typeof periodQuery>
export type BreakdownQuery = z.infer<typeof breakdownQuery>
export type RowsQuery = z.infer<typeof rowsQuery>
export type FiguresExportQuery = z.infer<typeof figuresExportQuery>
export type ExportQuery = z.infer<typeof exportQuery>

/** A figure beside the same days a year earlier; null: it cannot be computed. */
export type FigureView = {
  key: string
  wording: string
  unit: string
  source: string
  value: number | null
  before: number | null
  /** Whether a difference in percent says anything: not of a percentage. */
  comparable: boolean
}
export type FiguresView = { years: number[]; parts: { name: string; figures: FigureView[] }[] }
export type GroupView = { value: string | null; label: string; count: number; before: number }
export type BreakdownView = FigureView & {
  subject: string
  dimensions: { key: string; label: string; ordered: boolean }[]
  by: string
  groups: GroupView[]
  /** The counts that a growth or a share is computed from. */
  madeOf: MadeOfView[]
}
export type MadeOfView = {
  key: string
  wording: string
  unit: string
  from: Day
  to: Day
  value: number | null
}
export type RowView = { id: number; recordId: number; title: string; day: string | null }
export type RowsView = { items: RowView[]; next: number | null }
