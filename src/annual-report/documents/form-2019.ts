import {
  applicantKindLabels,
  applicantKinds,
  outcomeLabels,
  outcomes,
  type RequestTable,
  remedyCells,
  remedyGroups,
} from '#foi'
import type { ReportData } from '../report-data.ts'
import { type Cell, figureCell, recordedCell, type Section, type Table } from './document.ts'
import { generalSituation, problems, remedies, writtenParagraphs } from './narrative.ts'

/** Six parts since 2019; table two and the rows of 其他处理 differ between the editions. Source: rules.md 2.1 to 2.4. */
export function sectionsSince2019(data: ReportData): Section[] {
  const part = (heading: string, paragraphs: string[], tables: Table[] = []): Section => ({
    heading,
    paragraphs,
    tables,
  })
  return [
    part('一、总体情况', generalSituation(data)),
    part('二、主动公开政府信息情况', [], data.form === '2021' ? disclosure2021(data) : disclosure2019(data)),
    part('三、收到和处理政府信息公开申请情况', [], [requestTable(data)]),
    part('四、政府信息公开行政复议、行政诉讼情况', remedies(data), [remedyTable(data)]),
    part('五、存在的主要问题及改进情况', problems(data)),
    part(
      '六、其他需要报告的事项',
      writtenParagraphs(data.recorded['text.other'], '（待填报；应当写明收取信息处理费的情况）'),
    ),
  ]
}

type Line = { name: string; level?: number; cells: readonly Cell[] }

/** 信息内容 and its columns, one table for each item of article 20. Source: rules.md 2.2. */
function disclosure2021({ figures, recorded }: ReportData): Table[] {
  const own = (key: string) => recordedCell(recorded, key)
  const made = figureCell(figures, 'policy.normative_documents')
  const repealed = figureCell(figures, 'policy.normative_repealed')
  const inForce = figureCell(figures, 'policy.normative_in_force')
  const decisions = ['信息内容', '本年处理决定数量']
  return [
    {
      caption: '第二十条第（一）项',
      head: ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
      rows: [
        { name: '规章', cells: [own('rules.made'), own('rules.repealed'), own('rules.in_force')] },
        { name: '行政规范性文件', cells: [made, repealed, inForce] },
      ],
    },
    {
      caption: '第二十条第（五）项',
      head: decisions,
      rows: [{ name: '行政许可', cells: [own('licences.decisions')] }],
    },
    {
      caption: '第二十条第（六）项',
      head: decisions,
      rows: [
        { name: '行政处罚', cells: [own('penalties.decisions')] },
        { name: '行政强制', cells: [own('compulsion.decisions')] },
      ],
    },
    {
      caption: '第二十条第（八）项',
      head: ['信息内容', '本年收费金额（单位：万元）'],
      rows: [{ name: '行政事业性收费', cells: [own('charges.amount')] }],
    },
  ]
}

/** The trial form. Source: rules.md 2.2. */
function disclosure2019({ figures, recorded }: ReportData): Table[] {
  const own = (key: string) => recordedCell(recorded, key)
  const disclosed = figureCell(figures, 'policy.normative_documents')
  const row = (name: string, key: string, decisions = true): Line => ({
    name,
    cells: [own(`${key}.before`), own(`${key}.change`), ...(decisions ? [own(`${key}.decisions`)] : [])],
  })
  const items = ['信息内容', '上一年项目数量', '本年增/减', '处理决定数量']
  return [
    {
      caption: '第二十条第（一）项',
      head: ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'],
      rows: [
        { name: '规章', cells: [own('rules.made'), own('rules.disclosed'), own('rules.public')] },
        {
          name: '规范性文件',
          cells: [own('normative.made'), disclosed, figureCell(figures, 'policy.normative_public')],
        },
      ],
    },
    {
      caption: '第二十条第（五）项',
      head: items,
      rows: [row('行政许可', 'licences'), row('其他对外管理服务事项', 'other_services')],
    },
    {
      caption: '第二十条第（六）项',
      head: items,
      rows: [row('行政处罚', 'penalties'), row('行政强制', 'compulsion')],
    },
    {
      caption: '第二十条第（八）项',
      head: items.slice(0, 3),
      rows: [row('行政事业性收费', 'charges', false)],
    },
    {
      caption: '第二十条第（九）项',
      head: ['信息内容', '采购项目数量', '采购总金额（单位：万元）'],
      rows: [{ name: '政府集中采购', cells: [own('procurement.items'), own('procurement.amount')] }],
    },
  ]
}

const groups: readonly (readonly [string, readonly string[]])[] = [
  ['（一）予以公开', ['granted']],
  ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', ['partly_granted']],
  ['（三）不予公开', outcomes.filter((outcome) => outcome.startsWith('refused_'))],
  ['（四）无法提供', outcomes.filter((outcome) => outcome.startsWith('unavailable_'))],
  ['（五）不予处理', outcomes.filter((outcome) => outcome.startsWith('unprocessed_'))],
]

function requestTable({ tables: { requests: table }, form }: ReportData): Table {
  const ended = groups.flatMap(([name, keys]): Line[] => {
    const [only] = keys
    if (keys.length === 1 && only) return [{ name, level: 1, cells: cellsOf(table, only) }]
    const rows = keys.map((key, at) => ({
      name: `${at + 1}.${outcomeLabels[key as keyof typeof outcomeLabels]}`,
      level: 2,
      cells: cellsOf(table, key),
    }))
    return [{ name, level: 1, cells: Array(7).fill('') }, ...rows]
  })
  return {
    caption: '收到和处理政府信息公开申请情况',
    head: [
      '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
      ...applicantKinds.map((kind) => applicantKindLabels[kind]),
      '总计',
    ],
    rows: [
      { name: '一、本年新收政府信息公开申请数量', cells: cellsOf(table, 'new') },
      { name: '二、上年结转政府信息公开申请数量', cells: cellsOf(table, 'carried_in') },
      { name: '三、本年度办理结果', cells: Array(7).fill('') },
      ...ended,
      ...otherRows(table, form),
      { name: '（七）总计', level: 1, cells: cellsOf(table, 'total') },
      { name: '四、结转下年度继续办理', cells: cellsOf(table, 'carried_out') },
    ],
  }
}

/** Each cell with the way to its rows. */
const cellsOf = (table: RequestTable, row: string): Cell[] =>
  table[row as keyof RequestTable].map((count, at) => ({
    count,
    key: `requests.${row}.${applicantKinds[at] ?? 'total'}`,
  }))

/** The trial form of 2019 has one row for 其他处理, the form of 2021 three. */
function otherRows(table: RequestTable, form: ReportData['form']): Line[] {
  const keys = ['other_no_correction', 'other_fee_unpaid', 'other'] as const
  if (form === '2019') {
    const sums = table.other.map((_, at) => keys.reduce((sum, key) => sum + (table[key][at] ?? 0), 0))
    return [{ name: '（六）其他处理', level: 1, cells: sums }]
  }
  const rows = keys.map((key, at) => ({
    name: `${at + 1}.${outcomeLabels[key]}`,
    level: 2,
    cells: cellsOf(table, key),
  }))
  return [{ name: '（六）其他处理', level: 1, cells: Array(7).fill('') }, ...rows]
}

function remedyTable({ tables }: ReportData): Table {
  const names = {
    reconsideration: '行政复议',
    lawsuit_direct: '行政诉讼：未经复议直接起诉',
    lawsuit_after_reconsideration: '行政诉讼：复议后起诉',
  }
  return {
    caption: '行政复议、行政诉讼情况',
    head: ['', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'],
    rows: remedyGroups.map((group) => ({
      name: names[group],
      cells: remedyCellsOf(tables.remedies[group], group),
    })),
  }
}

const remedyCellsOf = (cells: readonly number[], group: string): Cell[] =>
  cells.map((count, at) => ({ count, key: `remedies.${group}.${remedyCells[at]}` }))
