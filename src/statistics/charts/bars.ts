import { type Html, html } from '#platform/html'
import { type BarChartOf, barChartSize, barOption } from './bar-option.ts'
import { type Described, svgChart } from './svg-chart.ts'

/** The chart for a wide screen and the one for a telephone; the style sheet shows one of them. */
export function barCharts(chart: BarChartOf, described: Described): Html {
  const draw = (width: number, name: string) =>
    svgChart(barOption(chart, width), barChartSize(chart, width), {
      ...described,
      id: `${described.id}-${name}`,
    })
  return html`<div class="chart chart-wide">${draw(560, 'wide')}</div><div class="chart chart-narrow">${draw(330, 'narrow')}</div>`
}
