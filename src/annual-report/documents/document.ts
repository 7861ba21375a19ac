/** A report as its readers see it, before it becomes Markdown, HTML or DOCX. */
export type Table = {
  caption: string
  head: readonly string[]
  /** First cell is the row's name; a number is a count. `level` indents the name. */
  rows: readonly { name: string; level?: number; cells: readonly Cell[] }[]
}
/** A count that opens its rows: `key` is its indicator (#statistics). */
export type CountedCell = { count: number; key: string }
/** Null: the agency keeps no record of it here and fills it in by hand. */
export type Cell = number | string | null | CountedCell
export type Section = { heading: string; paragraphs: readonly string[]; tables: readonly Table[] }
export type ReportDocument = { title: string; notes: readonly string[]; sections: readonly Section[] }

/** What the agency wrote down itself; null while nobody did. */
export function recordedCell(recorded: Readonly<Record<string, string>>, key: string): Cell {
  const value = recorded[key]
  if (value === undefined) return null
  return /^\d+$/.test(value) ? Number(value) : value
}

/** How a cell reads: a figure that nobody counted is never made up. */
export function cellText(cell: Cell): string {
  if (cell === null) return '（待填报）'
  return String(typeof cell === 'object' ? cell.count : cell)
}

/** A figure of the report with the way to its rows; null: it cannot be computed. */
export const figureCell = (figures: Readonly<Record<string, number | null>>, key: string): Cell => {
  const count = figures[key] ?? null
  return count === null ? null : { count, key }
}
