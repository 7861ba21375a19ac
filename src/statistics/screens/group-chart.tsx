import { BarChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { type ECharts, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import type { BreakdownView } from '#statistics/contract'
import { barChartSize, barOption } from '../charts/bar-option.ts'
import { type ChosenPeriod, periodText } from './period.ts'

use([BarChart, GridComponent, LegendComponent, SVGRenderer])
const mostBars = 24

/** The groups as bars; a click on a bar opens its rows. The table below says the same in words. */
export default function GroupChart({
  view,
  period,
  place,
}: {
  view: BreakdownView
  period: ChosenPeriod
  place: (more: Record<string, string>) => string
}) {
  const [, go] = useLocation()
  const box = useRef<HTMLDivElement>(null)
  const ordered = view.dimensions.find(({ key }) => key === view.by)?.ordered ?? false
  const groups = view.groups.slice(0, mostBars)
  const chart = {
    direction: ordered ? ('upright' as const) : ('lying' as const),
    bars: groups,
    name: periodText(period),
    nameBefore: groups.some((group) => group.before > 0) ? '上年同期' : undefined,
  }
  useEffect(() => {
    const element = box.current
    if (!element) return
    const drawn: ECharts = init(element, null, { renderer: 'svg' })
    const draw = () => {
      const width = element.clientWidth
      element.style.height = `${barChartSize(chart, width).height}px`
      drawn.resize()
      drawn.setOption(barOption(chart, width))
    }
    draw()
    drawn.on('click', ({ dataIndex }) => {
      const group = groups[ordered ? dataIndex : groups.length - 1 - dataIndex]
      if (group) go(place({ by: view.by, value: group.value ?? '' }))
    })
    const watch = new ResizeObserver(draw)
    watch.observe(element)
    return () => {
      watch.disconnect()
      drawn.dispose()
    }
  })
  return <div ref={box} aria-hidden="true" style={{ width: '100%', marginBottom: 16 }} />
}
