import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type Html, html, raw } from '#platform/html'

use([BarChart, GridComponent, LegendComponent, SVGRenderer])

/** Unit: CSS pixels. */
export type Size = { width: number; height: number }
export type Described = { id: string; title: string; description: string }

/**
 * A chart as SVG, drawn on the server: no script reaches the reader. Title and description are inside it.
 * The same input gives the same bytes: what the library numbers through (hover styles, clip paths) is left out or
 * goes by the chart's own id.
 */
export function svgChart(option: EChartsCoreOption, size: Size, { id, title, description }: Described): Html {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size })
  chart.setOption({ animation: false, ...option })
  const drawn = chart.renderToSVGString()
  chart.dispose()
  const inside = drawn
    .slice(drawn.indexOf('>') + 1)
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class="zr[^"]*"|ecmeta_\w+="[^"]*"|pointer-events="[^"]*")/g, '')
    .replace(/zr\d+-/g, `${id}-`)
  const { width, height } = size
  const opening = html`<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 ${width} ${height}" aria-labelledby="${id}-title" aria-describedby="${id}-description"><title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>`
  return raw(`${opening}${inside}`)
}
