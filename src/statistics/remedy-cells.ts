import { remedyCells, remedyGroups, remedyKindLabels } from '#foi'
import type { Db, Tx } from '#platform/db'
import type { CountIndicator, Period, RowQuery } from './indicator.ts'

const form2014 = '政府信息公开情况统计表 (2014), 四、五; rules.md 2.6'
const form2021 = '国办公开办函〔2021〕30号, 四; rules.md 2.4'
type Cell = (typeof remedyCells)[number]

const cellLabels = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
  total: '总计',
} satisfies Record<Cell, string>

const allCells: readonly Cell[] = ['upheld', 'corrected', 'other', 'pending']

/** Every cell of table four: `remedies.GROUP.CELL`. */
export const remedyCellIndicators: readonly CountIndicator[] = remedyGroups.flatMap((group) =>
  remedyCells.map((cell) =>
    remedyCell(
      `remedies.${group}.${cell}`,
      `${remedyKindLabels[group]}（${cellLabels[cell]}）`,
      form2021,
      [group],
      cell === 'total' ? allCells : [cell],
    ),
  ),
)

/** Rows of 四 and 五 of the form of 2014, which has no row for what is undecided: `remedies2014.KIND.ROW`. */
export const remedyCells2014: readonly CountIndicator[] = (
  [
    ['reconsideration', '行政复议', ['reconsideration']],
    ['lawsuit', '行政诉讼', ['lawsuit_direct', 'lawsuit_after_reconsideration']],
  ] as const
).flatMap(([kind, name, kinds]) =>
  (
    [
      ['total', '数量', allCells],
      ['upheld', '维持', ['upheld']],
      ['corrected', '被依法纠错', ['corrected']],
      ['other', '其他情形', ['other', 'pending']],
    ] as const
  ).map(([row, wording, cells]) =>
    remedyCell(`remedies2014.${kind}.${row}`, `${name}（${wording}）`, form2014, kinds, cells),
  ),
)

/** Filed in the period or undecided when it began, by the result on its last day, as remedy-table.ts counts. */
function remedyCell(
  key: string,
  wording: string,
  source: string,
  kinds: readonly string[],
  cells: readonly Cell[],
): CountIndicator {
  const rows = (db: Db | Tx, { from, to }: Period) =>
    db
      .selectFrom('foi_remedies')
      .select((eb) => ['id', eb.val(wording).as('title'), 'filed_on as day'])
      .where('filed_on', '<=', to)
      .where((eb) => eb.or([eb('decided_on', 'is', null), eb('decided_on', '>=', from)]))
      .where('kind', 'in', kinds)
      .where((eb) =>
        eb.or(
          cells.map((cell) =>
            cell === 'pending'
              ? eb.or([eb('decided_on', 'is', null), eb('decided_on', '>', to)])
              : eb.and([eb('result', '=', cell), eb('decided_on', '<=', to)]),
          ),
        ),
      ) as unknown as RowQuery
  return { kind: 'count', key, wording, unit: '件', source, subject: 'foi_remedy', rows }
}
