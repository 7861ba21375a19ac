/** A report as its readers see it, before it becomes Markdown, HTML or DOCX. */
export type Table = {
  caption: string
  head: readonly string[]
  /** First cell is the row's name; a number is a count. `level` indents the name. */
  rows: readonly { name: string; level?: number; cells: readonly Cell[] }[]
}
/** Null: the agency keeps no record of it here and fills it in by hand. */
export type Cell = number | string | null
export type Section = { heading: string; paragraphs: readonly string[]; tables: readonly Table[] }
export type ReportDocument = { title: string; notes: readonly string[]; sections: readonly Section[] }

/** What the agency wrote down itself; null while nobody did. */
export function recordedCell(recorded: Readonly<Record<string, string>>, key: string): Cell {
  const value = recorded[key]
  if (value === undefined) return null
  return /^\d+$/.test(value) ? Number(value) : value
}

/** How a cell reads: a figure that nobody counted is never made up. */
export const cellText = (cell: Cell): string => (cell === null ? '（待填报）' : String(cell))
