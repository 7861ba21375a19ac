import type { SectionRow } from './article-view.ts'

export type SectionNode = SectionRow & { children?: SectionNode[] }

/** Rows → tree, each level in its order. A row whose parent is not shown stands at the top. */
export function treeOf(rows: readonly SectionRow[]): SectionNode[] {
  const shown = new Set(rows.map((row) => row.id))
  const byParent = Map.groupBy(rows, (row) =>
    row.parent_id && shown.has(row.parent_id) ? row.parent_id : null,
  )
  const nodesUnder = (parent: number | null): SectionNode[] =>
    (byParent.get(parent) ?? []).map((row) => {
      const children = nodesUnder(row.id)
      return children.length ? { ...row, children } : { ...row }
    })
  return nodesUnder(null)
}

/** The siblings of a section with it one place up or down; undefined at the end of the row. */
export function movedBy(rows: readonly SectionRow[], row: SectionRow, step: -1 | 1): number[] | undefined {
  const ids = rows
    .filter((other) => other.parent_id === row.parent_id && other.status === 'active')
    .map(({ id }) => id)
  const at = ids.indexOf(row.id)
  const to = at + step
  if (to < 0 || to >= ids.length) return undefined
  ids.splice(at, 1)
  ids.splice(to, 0, row.id)
  return ids
}

/** The siblings of `target` with `dragged` right before it. */
export function placedBefore(rows: readonly SectionRow[], dragged: number, target: SectionRow): number[] {
  const ids = rows
    .filter(
      (other) => other.parent_id === target.parent_id && other.status === 'active' && other.id !== dragged,
    )
    .map(({ id }) => id)
  ids.splice(ids.indexOf(target.id), 0, dragged)
  return ids
}
