import type { Db } from '#platform/db'
import { breakdownOf, getDimension } from '../breakdown.ts'
import type { BarChartOf } from '../charts/bar-option.ts'
import { figureOf, yearEarlier, yearPeriod } from '../figures.ts'
import { handlingTimes } from '../handling-time.ts'
import type { DurationIndicator, Period } from '../indicator.ts'
import { getIndicator } from '../indicators.ts'

export type ChartRow = {
  label: string
  /** The group's value, for its rows; undefined: the rows of a group cannot be shown apart. */
  value?: string | null
  count: number
  before?: number
}
export type YearChart = {
  key: string
  by: string
  title: string
  unit: string
  direction: BarChartOf['direction']
  rows: readonly ChartRow[]
}
export type ChartPart = { heading: string; figures: readonly Figure[]; charts: readonly YearChart[] }
type Figure = { key: string; wording: string; unit: string; value: number | null; before: number | null }

type Plan = {
  heading: string
  figures: readonly string[]
  charts: readonly (readonly [key: string, by: string, title: string])[]
}
const handling = 'handling_time'
/** A long list of sections is cut here; the rest stands in the catalogue. */
const mostGroups = 10
const plans: readonly Plan[] = [
  {
    heading: '信息公开',
    figures: [
      'publications.total',
      'disclosure.distinct',
      'policy.normative_documents',
      'policy.interpretations',
    ],
    charts: [
      ['publications.total', 'month', '各月发布的信息'],
      ['publications.total', 'section_group', '各类栏目发布的信息'],
      ['publications.total', 'section', '发布信息最多的栏目'],
      ['disclosure.total', 'channel', '各渠道主动公开的政府信息'],
    ],
  },
  {
    heading: '依申请公开',
    figures: ['foi.received', 'foi.replied', 'foi.reply_rate_percent', 'foi.mean_handling_working_days'],
    charts: [
      ['foi.received', 'month', '各月收到的申请'],
      ['foi.replied', 'outcome', '答复申请的结果'],
      ['foi.mean_handling_working_days', handling, '申请的办理时间'],
    ],
  },
  {
    heading: '群众来信',
    figures: ['letters.received', 'letters.reply_rate_percent', 'letters.mean_handling_working_days'],
    charts: [
      ['letters.received', 'month', '各月收到的来信'],
      ['letters.received', 'mailbox', '各信箱收到的来信'],
      ['letters.mean_handling_working_days', handling, '来信的办理时间'],
    ],
  },
  {
    heading: '咨询电话',
    figures: ['hotline.answered'],
    charts: [
      ['hotline.answered', 'kind', '各类来电'],
      ['hotline.answered', 'hour', '一天中各时段的来电'],
    ],
  },
  {
    heading: '在线交流',
    figures: ['chat.received', 'chat.answered', 'chat.median_first_response_minutes', 'chat.solved'],
    charts: [['chat.received', 'month', '各月的会话']],
  },
]

/** Everything that the page of a year shows. A part without any row in the year and the year before is left out. */
export async function readYearCharts(db: Db, year: number): Promise<ChartPart[]> {
  const period = yearPeriod(year)
  const parts: ChartPart[] = []
  for (const { heading, figures, charts } of plans) {
    const counted: Figure[] = []
    for (const key of figures) counted.push(await readFigure(db, key, period))
    const drawn: YearChart[] = []
    for (const [key, by, title] of charts) drawn.push(await readChart(db, period, key, by, title))
    const filled = drawn.filter((chart) => chart.rows.length > 0)
    if (filled.length) parts.push({ heading, figures: counted, charts: filled })
  }
  return parts
}

async function readFigure(db: Db, key: string, period: Period): Promise<Figure> {
  const indicator = getIndicator(key)
  return {
    key,
    wording: indicator.wording,
    unit: indicator.unit,
    value: await figureOf(db, indicator, period),
    before: await figureOf(db, indicator, yearEarlier(period)),
  }
}

async function readChart(db: Db, period: Period, key: string, by: string, title: string): Promise<YearChart> {
  const indicator = getIndicator(key)
  if (by === handling) {
    const rows = await handlingTimes(db, indicator as DurationIndicator, period)
    return { key, by, title, unit: '件', direction: 'lying', rows }
  }
  const dimension = getDimension(indicator, by)
  const groups = (await breakdownOf(db, indicator, period, dimension)).slice(
    0,
    dimension.ordered ? 24 : mostGroups,
  )
  const rows = groups.map((group) => ({ ...group, label: shortLabel(by, group.label) }))
  return { key, by, title, unit: indicator.unit, direction: dimension.ordered ? 'upright' : 'lying', rows }
}

function shortLabel(by: string, label: string): string {
  if (by === 'month') return `${Number(label.slice(5))}月`
  return by === 'hour' ? `${Number(label)}时` : label
}
