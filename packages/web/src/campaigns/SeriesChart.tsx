import { useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'
import { useLanguage } from '../app/i18n/use-language.ts'
import { DAY_LABEL } from '../ui/day-label.ts'
import { Drawing } from '../ui/Drawing.tsx'
import { formatIn } from '../ui/format-number.ts'
import { INK } from '../ui/range-option.ts'
import type { SeriesDay } from './use-series.ts'

const HEIGHT_PX = 160

/** The numbers of a series over time; the table below says them in words. */
export function SeriesChart({ days, unit }: { days: readonly SeriesDay[]; unit: string }) {
  const { language } = useLanguage()
  const ink = INK[useComputedColorScheme('light')]
  const option = useMemo(
    () => ({
      animation: false,
      grid: { left: 8, right: 24, top: 12, bottom: 8, containLabel: true },
      xAxis: {
        type: 'time' as const,
        axisLabel: { color: ink.text, hideOverlap: true, formatter: DAY_LABEL },
        axisLine: { lineStyle: { color: ink.line } },
      },
      yAxis: {
        type: 'value' as const,
        scale: true,
        axisLabel: { color: ink.text, formatter: (value: number) => formatIn(unit, value, language) },
        splitLine: { lineStyle: { color: ink.line } },
      },
      series: [
        {
          type: 'line' as const,
          symbolSize: 6,
          lineStyle: { color: ink.median },
          itemStyle: { color: ink.median },
          data: days.map(({ day, stands }) => [day, stands.value]),
        },
      ],
    }),
    [days, unit, ink, language],
  )
  return <Drawing option={option} height={HEIGHT_PX} />
}
