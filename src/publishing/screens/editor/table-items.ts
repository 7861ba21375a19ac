import type { ChainedCommands, Editor } from '@tiptap/core'

type Step = readonly [text: string, run: (chain: ChainedCommands) => ChainedCommands]
const steps: readonly Step[] = [
  ['上方插入行', (chain) => chain.addRowBefore()],
  ['下方插入行', (chain) => chain.addRowAfter()],
  ['左侧插入列', (chain) => chain.addColumnBefore()],
  ['右侧插入列', (chain) => chain.addColumnAfter()],
  ['合并所选单元格', (chain) => chain.mergeCells()],
  ['拆分单元格', (chain) => chain.splitCell()],
  ['标题行开关', (chain) => chain.toggleHeaderRow()],
  ['标题列开关', (chain) => chain.toggleHeaderColumn()],
  ['删除行', (chain) => chain.deleteRow()],
  ['删除列', (chain) => chain.deleteColumn()],
  ['删除表格', (chain) => chain.deleteTable()],
]
const insert: Step = [
  '插入表格（3 行 3 列，有标题行）',
  (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
]

/** Outside of a table the one thing to do is to make one. */
export function tableItems(editor: Editor, on: { table: boolean; mergeable: boolean; splittable: boolean }) {
  const unfit = new Set([
    ...(on.mergeable ? [] : ['合并所选单元格']),
    ...(on.splittable ? [] : ['拆分单元格']),
  ])
  return (on.table ? steps : [insert]).map(([label, run]) => ({
    key: label,
    label,
    disabled: unfit.has(label),
    onClick: () => void run(editor.chain().focus()).run(),
  }))
}
