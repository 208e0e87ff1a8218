import { useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'
import { useLanguage } from '../app/i18n/use-language.ts'
import { dayLinesOption } from '../ui/day-lines-option.ts'
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
    () =>
      dayLinesOption({
        lines: [days.map(({ day, stands }) => [day, stands.value] as const)],
        ink,
        tell: (value) => formatIn(unit, value, language),
      }),
    [days, unit, ink, language],
  )
  return <Drawing option={option} height={HEIGHT_PX} />
}
