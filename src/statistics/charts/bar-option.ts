import type { EChartsCoreOption } from 'echarts/core'

export type Bar = { label: string; count: number; before?: number | undefined }
/** Upright: a row of months or hours. Lying: names that need room. */
export type BarChartOf = {
  direction: 'upright' | 'lying'
  bars: readonly Bar[]
  name: string
  nameBefore?: string | undefined
}

const ink = '#3d4650'
const grid = '#e1e4e8'
const colours = ['#17508f', '#b4c6da']
/** Single quotes: the library writes it into an attribute as it is. */
const fontFamily = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"
const lyingBarHeight = 32

/** Unit: CSS pixels. */
export function barChartSize(
  { direction, bars, nameBefore }: BarChartOf,
  width: number,
): { width: number; height: number } {
  const upright = width > 500 ? 280 : 240
  return {
    width,
    height: direction === 'upright' ? upright : bars.length * lyingBarHeight + (nameBefore ? 70 : 46),
  }
}

/** How the library draws the bars; the same on the server and in the console. */
export function barOption(
  { direction, bars, name, nameBefore }: BarChartOf,
  width: number,
): EChartsCoreOption {
  const narrow = width < 500
  const lying = direction === 'lying'
  const shown = lying ? [...bars].reverse() : bars
  const names = {
    type: 'category',
    data: shown.map((bar) => bar.label),
    axisLine: { lineStyle: { color: '#9aa3ad' } },
    axisTick: { show: false },
    axisLabel: {
      color: ink,
      fontSize: narrow ? 12 : 13,
      fontFamily,
      ...(lying ? { width: narrow ? 104 : 170, overflow: 'truncate' } : { hideOverlap: true }),
    },
  }
  const counts = {
    type: 'value',
    minInterval: 1,
    splitNumber: narrow ? 3 : 5,
    splitLine: { lineStyle: { color: grid } },
    axisLabel: { color: '#59616b', fontSize: 12, fontFamily },
  }
  const series = (seriesName: string, data: readonly number[], color: string | undefined) => ({
    type: 'bar',
    name: seriesName,
    data,
    itemStyle: { color },
    barMaxWidth: 20,
    barGap: '10%',
    label: {
      show: lying || (!narrow && nameBefore === undefined && bars.length <= 12),
      position: lying ? 'right' : 'top',
      color: ink,
      fontSize: 12,
      fontFamily,
    },
  })
  const both = nameBefore !== undefined
  const now = shown.map((bar) => bar.count)
  const before = shown.map((bar) => bar.before ?? 0)
  return {
    textStyle: { fontFamily },
    grid: {
      left: 8,
      right: lying ? 56 : 12,
      top: both ? 42 : 24,
      bottom: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...(both ? { legend: { top: 4, left: 8, textStyle: { color: ink, fontSize: 13, fontFamily } } } : {}),
    xAxis: lying ? counts : names,
    yAxis: lying ? names : counts,
    series: both
      ? [
          ...(lying ? [] : [{ ...series(nameBefore, before, colours[1]), label: { show: false } }]),
          series(name, now, colours[0]),
          ...(lying ? [{ ...series(nameBefore, before, colours[1]), label: { show: false } }] : []),
        ]
      : [series(name, now, colours[0])],
  }
}
