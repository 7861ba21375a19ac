import { type RequestTable, remedyTableFaults, requestTableFaults } from '#foi'
import type { ReportFinding } from './contract.ts'
import { itemsOf } from './recorded-items.ts'
import type { ReportData } from './report-data.ts'

const texts: Readonly<Record<string, string>> = {
  'T3-1': '表三：第一项加第二项之和，不等于第三项加第四项之和',
  'T3-2': '表三：办理结果各项之和不等于总计',
  'T3-3': '表三：各类申请人之和不等于总计',
  'T3-4': '表三：上年结转数不等于上年报告的结转下年度数',
  'T4-1': '表四：各结果之和不等于总计',
}

/** Table three, recorded numbers and documents in force at the end of the year before. */
export type YearBefore = Pick<ReportData, 'recorded'> & {
  requests: RequestTable
  normativeInForce: number | null
}

/** All checks of a year's report beside it. Source: rules.md 2.5. */
export function reportFindings(data: ReportData, before: YearBefore): ReportFinding[] {
  const faults = [
    ...requestTableFaults(data.tables.requests, before.requests),
    ...remedyTableFaults(data.tables.remedies),
  ]
  const hard = faults.map((fault): ReportFinding => {
    const code = fault.slice(0, 4)
    return { code, level: 'error', text: `${texts[code] ?? code}（${fault.slice(5)}）。` }
  })
  return [...hard, ...missing(data), ...inForce(data, before), ...overdue(data), ...narrative(data)]
}

/** ALL-1: since the form of 2021 a cell is 0 rather than blank; before, an empty part is for a person to judge. */
function missing({ form, recorded }: ReportData): ReportFinding[] {
  return itemsOf(form)
    .filter(({ key }) => recorded[key] === undefined)
    .map(({ label, kind }) => ({
      code: 'ALL-1',
      level: form === '2021' && kind !== 'text' ? 'error' : 'warning',
      text: `“${label}”还没有填报。`,
    }))
}

/** T2-1, a warning only: what is in force is last year's plus what was made less what was repealed. */
function inForce({ form, recorded, figures }: ReportData, before: YearBefore): ReportFinding[] {
  if (form !== '2021') return []
  const written = (from: Readonly<Record<string, string>>, key: string) => Number(from[key] ?? Number.NaN)
  const counted = (key: string) => figures[key] ?? Number.NaN
  const lines = [
    {
      name: '规章',
      atStart: written(before.recorded, 'rules.in_force'),
      made: written(recorded, 'rules.made'),
      repealed: written(recorded, 'rules.repealed'),
      now: written(recorded, 'rules.in_force'),
    },
    {
      name: '行政规范性文件',
      atStart: before.normativeInForce ?? Number.NaN,
      made: counted('policy.normative_documents'),
      repealed: counted('policy.normative_repealed'),
      now: counted('policy.normative_in_force'),
    },
  ]
  return lines.flatMap(({ name, atStart, made, repealed, now }) => {
    const expected = atStart + made - repealed
    if (Number.isNaN(expected + now) || expected === now) return []
    const text = `${name}现行有效件数应为${expected}件（上年${atStart}＋制发${made}－废止${repealed}），表中为${now}件。`
    return [{ code: 'T2-1', level: 'warning', text }]
  })
}

/** The form of 2014 has rows for what was closed in time and in the extended period, none for what was late; the sum then misses it. */
function overdue({ form, figures }: ReportData): ReportFinding[] {
  const late = figures['foi.closed_overdue'] ?? 0
  if (form !== '2014' || late === 0) return []
  const text = `有${late}件申请逾期办结，既不是按时办结也不是延期办结，“申请办结数”因此多于两项之和，请在文字部分说明。`
  return [{ code: 'TX-2', level: 'warning', text }]
}

/** TX-1: what the written parts say in numbers agrees with the tables. */
function narrative({ tables, recorded }: ReportData): ReportFinding[] {
  const told = [
    [/(?:新收|收到)[^。；\d]{0,16}申请[^。；\d]{0,6}(\d+)件/g, tables.requests.new[6], '新收申请'],
    [/结转[^。；\d]{0,16}(\d+)件/g, tables.requests.carried_out[6], '结转下年度'],
    [/行政复议[^。；\d]{0,8}(\d+)件/g, tables.remedies.reconsideration[4], '行政复议'],
    [
      /行政诉讼[^。；\d]{0,8}(\d+)件/g,
      (tables.remedies.lawsuit_direct[4] ?? 0) + (tables.remedies.lawsuit_after_reconsideration[4] ?? 0),
      '行政诉讼',
    ],
  ] as const
  const written = Object.entries(recorded).filter(([key]) => key.startsWith('text.'))
  return written.flatMap(([, text]) =>
    told.flatMap(([pattern, counted, name]) =>
      [...text.matchAll(pattern)]
        .filter(([, said]) => Number(said) !== counted)
        .map(
          ([quoted]): ReportFinding => ({
            code: 'TX-1',
            level: 'warning',
            text: `文字写“${quoted}”，表中${name}为${counted}件。`,
          }),
        ),
    ),
  )
}
