import type { Platform } from '#platform'
import { type Html, html, join } from '#platform/html'
import { readAgency, sitePage, wideTable } from '#site'
import { barCharts } from '../charts/bars.ts'
import { countedUntil } from '../kept-a-minute.ts'
import { listYears } from '../years.ts'
import { type ChartPart, type ChartRow, readYearCharts, type YearChart } from './year-charts.ts'

const home = { href: '/', text: '首页' }

/** One year in charts, each with its table, each number a link to the rows that it counts. Undefined: nothing was counted in that year. */
export async function statisticsPage({ db, clock }: Platform, year: number): Promise<Html | undefined> {
  const until = countedUntil(clock)
  const years = await listYears(db)
  if (!years.includes(year)) return undefined
  const agency = await readAgency(db)
  const parts = await readYearCharts(db, year)
  const title = `${year}年政务公开统计`
  const main = html`<section class="card"><h1>${title}</h1>
<p>以下数字由公开、申请、来信和来电的记录逐条统计得出，并与上年比较。点击数字可以查看所统计的记录。</p>
${until}${yearChoice(years, year)}</section>${join(parts.map((part, at) => partCard(part, year, at)))}`
  return sitePage(agency, {
    title: `${title} - ${agency.siteName}`,
    channel: '/statistics',
    trail: [home],
    main,
  })
}

export async function noStatisticsPage({ db }: Platform): Promise<Html> {
  const agency = await readAgency(db)
  const main = html`<section class="card"><h1>政务公开统计</h1><p>还没有可以统计的记录。信息发布后，这里会显示各月、各栏目的统计。</p></section>`
  return sitePage(agency, {
    title: `政务公开统计 - ${agency.siteName}`,
    channel: '/statistics',
    trail: [home],
    main,
  })
}

function yearChoice(years: readonly number[], chosen: number): Html {
  const links = years.map(
    (year) =>
      html`<li>${year === chosen ? html`<a aria-current="page" href="/statistics/${year}">${year}年</a>` : html`<a href="/statistics/${year}">${year}年</a>`}</li>`,
  )
  return html`<nav class="year-choice" aria-label="选择年度"><ul>${join(links)}</ul><a href="/reports/${chosen}">${chosen}年年度报告</a></nav>`
}

function partCard({ heading, figures, charts }: ChartPart, year: number, at: number): Html {
  const tiles = figures.map(
    ({ key, wording, unit, value, before }) =>
      html`<div><dt>${wording}</dt><dd><a href="/reports/${year}/${key}"><strong>${numberText(value)}</strong></a> ${unit}<span class="quiet">上年 ${numberText(before)}</span></dd></div>`,
  )
  const drawn = charts.map((chart, nth) => chartFigure(chart, year, `chart-${at}-${nth}`))
  return html`<section class="card statistics"><h2>${heading}</h2><dl class="figure-tiles">${join(tiles)}</dl><div class="charts">${join(drawn)}</div></section>`
}

function chartFigure(chart: YearChart, year: number, id: string): Html {
  const compared = chart.rows.some((row) => (row.before ?? 0) > 0)
  const bars = barCharts(
    {
      direction: chart.direction,
      bars: chart.rows,
      name: `${year}年`,
      nameBefore: compared ? `${year - 1}年` : undefined,
    },
    { id, title: `${year}年${chart.title}`, description: describe(chart) },
  )
  return html`<figure class="chart-figure"><figcaption><h3>${chart.title}<span class="quiet">（单位：${chart.unit}）</span></h3></figcaption>${bars}
<details><summary>查看数据表：${chart.title}</summary>${chartTable(chart, year, compared)}</details></figure>`
}

/** What a person who cannot see the chart is told first; the table says the rest. */
function describe({ rows, unit }: YearChart): string {
  const most = rows.reduce((best, row) => (row.count > best.count ? row : best))
  const sum = rows.reduce((total, row) => total + row.count, 0)
  return `柱形图，共${rows.length}项，合计${sum}${unit}，最多的是${most.label}，${most.count}${unit}。各项数字见图后的数据表。`
}

function chartTable(chart: YearChart, year: number, compared: boolean): Html {
  const lines = chart.rows.map((row) => {
    const more = compared ? html`<td>${row.before}</td><td>${changeText(row)}</td>` : ''
    return html`<tr><th scope="row">${row.label}</th><td>${linked(chart, row, year)}</td>${more}</tr>`
  })
  const heads = ['项目', `${year}年`, ...(compared ? [`${year - 1}年`, '增减'] : [])]
  return wideTable(
    `${chart.title}数据表`,
    html`<table class="figures"><thead><tr>${join(heads.map((text) => html`<th scope="col">${text}</th>`))}</tr></thead><tbody>${join(lines)}</tbody></table>`,
  )
}

function linked({ key, by }: YearChart, { value, count }: ChartRow, year: number): Html {
  if (value === undefined || count === 0) return html`${count}`
  const query = new URLSearchParams({ by, value: value ?? '' })
  return html`<a href="/reports/${year}/${key}?${query.toString()}">${count}</a>`
}

const numberText = (value: number | null) => (value === null ? '—' : value.toLocaleString('zh-CN'))

function changeText({ count, before = 0 }: ChartRow): string {
  if (before === 0) return '—'
  const percent = Math.round(((count - before) / before) * 1000) / 10
  return `${percent > 0 ? '+' : ''}${percent}%`
}
