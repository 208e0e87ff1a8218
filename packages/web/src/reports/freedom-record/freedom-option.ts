import type { FreedomPoint } from '@kolibra/core/reports'
import { INK } from '../../ui/range-option.ts'

interface FreedomChart {
  readonly points: readonly FreedomPoint[]
  readonly names: { readonly freedom: string; readonly kept: string; readonly x: string; readonly y: string }
  readonly scheme: 'light' | 'dark'
}

/** The ECharts option: a point per post and figure, told apart by form; the line is "as forecast". */
export function freedomOption({ points, names, scheme }: FreedomChart) {
  const ink = INK[scheme]
  const text = { color: ink.text, fontSize: 12 }
  const quiet = { lineStyle: { color: ink.line } }
  const draw = (name: string, look: { symbol: string; color: string }, valueOf: (point: FreedomPoint) => number | null) => ({
    type: 'scatter' as const,
    name,
    symbol: look.symbol,
    symbolSize: 11,
    itemStyle: { color: look.color, borderColor: ink.text, borderWidth: 0.5 },
    data: points.flatMap((point) => {
      const value = valueOf(point)
      return value === null ? [] : [[value, Math.exp(point.logRatio)]]
    }),
    markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: ink.text }, data: [{ yAxis: 1 }] },
  })
  return {
    animation: false,
    aria: { enabled: true },
    legend: { top: 0, left: 0, textStyle: text },
    grid: { left: 24, right: 24, top: 40, bottom: 28, containLabel: true },
    xAxis: {
      type: 'value' as const,
      min: 0,
      max: 100,
      name: names.x,
      nameLocation: 'middle' as const,
      nameGap: 28,
      nameTextStyle: text,
      axisLabel: text,
      axisLine: quiet,
      splitLine: { show: false },
    },
    yAxis: {
      type: 'log' as const,
      name: names.y,
      nameLocation: 'middle' as const,
      nameGap: 46,
      nameTextStyle: text,
      axisLabel: { ...text, formatter: (value: number) => `×${Number(value.toPrecision(2))}` },
      splitLine: quiet,
    },
    series: [
      draw(names.freedom, { symbol: 'circle', color: ink.range }, ({ freedom }) => freedom),
      draw(names.kept, { symbol: 'diamond', color: ink.actual }, ({ kept }) => (kept === null ? null : kept * 100)),
    ],
  }
}
