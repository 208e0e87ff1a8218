import { DAY_LABEL } from './day-label.ts'
import type { INK } from './range-option.ts'

interface DayLines {
  /** A line per source: what two sources count is not one curve. */
  readonly lines: readonly (readonly (readonly [day: string, value: number])[])[]
  readonly ink: (typeof INK)[keyof typeof INK]
  readonly tell: (value: number) => string
}

/** Counts over days as lines, drawn by the library. */
export function dayLinesOption({ lines, ink, tell }: DayLines) {
  return {
    animation: false,
    grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
    xAxis: {
      type: 'time' as const,
      axisLabel: { color: ink.text, hideOverlap: true, formatter: DAY_LABEL },
      axisLine: { lineStyle: { color: ink.line } },
    },
    yAxis: {
      type: 'value' as const,
      scale: true,
      axisLabel: { color: ink.text, formatter: tell },
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: lines.map((line) => ({
      type: 'line' as const,
      symbolSize: 8,
      lineStyle: { color: ink.median },
      itemStyle: { color: ink.median },
      data: line.map(([day, value]) => [day, value]),
    })),
  }
}
