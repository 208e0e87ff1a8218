/** One line of a range chart; all values are in `unit`. null is not known and draws nothing. */
export interface RangeItem {
  readonly label: string
  readonly p10: number | null
  readonly p50: number | null
  readonly p90: number | null
  readonly target: number | null
  readonly actual: number | null
}

export interface RangeWords {
  readonly range: string
  readonly median: string
  readonly actual: string
  readonly target: string
}

export interface RangeScale {
  /** Names of the axis: per cent of the target when all lines have one, else the unit. */
  readonly axis: string
  readonly format: (value: number) => string
}

const PERCENT = 100
const hasTargets = (items: readonly RangeItem[]) => items.length > 0 && items.every(({ target }) => target !== null && target > 0)

/** KPIs of different units share one axis only as per cent of their own target; without targets the values stay. */
export function scaleItems(items: readonly RangeItem[]): { items: RangeItem[]; isPercent: boolean } {
  if (!hasTargets(items)) return { items: [...items], isPercent: false }
  const scaled = items.map((item) => {
    const share = (value: number | null) => (value === null || item.target === null ? null : (PERCENT * value) / item.target)
    return {
      label: item.label,
      p10: share(item.p10),
      p50: share(item.p50),
      p90: share(item.p90),
      target: PERCENT,
      actual: share(item.actual),
    }
  })
  return { items: scaled, isPercent: true }
}

interface Ink {
  readonly text: string
  readonly line: string
  readonly range: string
  readonly median: string
  readonly actual: string
  readonly target: string
}

/** Colours of charts: blue range, dark tick, orange fact, told apart also by form (Okabe–Ito). */
export const INK: Record<'light' | 'dark', Ink> = {
  light: { text: '#2b2f33', line: '#c9ced3', range: '#7fb2dd', median: '#0b4a80', actual: '#c24e00', target: '#2b2f33' },
  dark: { text: '#d7dade', line: '#4a4f55', range: '#3f78aa', median: '#cfe6fa', actual: '#f0954a', target: '#e8eaed' },
}

interface RangeChart {
  readonly items: readonly RangeItem[]
  readonly words: RangeWords
  readonly scale: RangeScale
  readonly ink: Ink
}

const placed = (items: readonly RangeItem[], key: 'p50' | 'actual') =>
  items.flatMap((item, index) => {
    const value = item[key]
    return value === null ? [] : [[value, index]]
  })

/** The ECharts option: a bar from P10 to P90, a tick at P50, a diamond for what happened, a line at the target. */
export function rangeOption({ items, words, scale, ink }: RangeChart) {
  const labels = items.map(({ label }) => label)
  const happened = placed(items, 'actual')
  const axisText = { color: ink.text, fontSize: 12 }
  const quiet = { lineStyle: { color: ink.line } }
  const targets = hasTargets(items) ? [{ xAxis: items[0]?.target ?? 0 }] : []
  return {
    animation: false,
    aria: { enabled: true },
    grid: { left: 8, right: 24, top: 50, bottom: 34, containLabel: true },
    legend: { top: 0, left: 0, textStyle: axisText, data: [words.range, words.median, ...(happened.length > 0 ? [words.actual] : [])] },
    xAxis: {
      type: 'value' as const,
      min: 0,
      name: scale.axis,
      nameLocation: 'middle' as const,
      nameGap: 26,
      nameTextStyle: axisText,
      axisLabel: { ...axisText, formatter: scale.format },
      splitLine: quiet,
    },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: labels,
      axisLabel: { ...axisText, width: 150, overflow: 'truncate' as const },
      axisLine: quiet,
      axisTick: { show: false },
    },
    series: [
      {
        type: 'bar' as const,
        stack: 'range',
        silent: true,
        barWidth: 14,
        itemStyle: { color: 'transparent' },
        data: items.map(({ p10 }) => p10 ?? 0),
      },
      {
        type: 'bar' as const,
        name: words.range,
        stack: 'range',
        barWidth: 14,
        itemStyle: { color: ink.range, borderRadius: 2 },
        data: items.map(({ p10, p90 }) => (p10 === null || p90 === null ? 0 : p90 - p10)),
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: ink.target, type: 'dashed' as const, width: 1.5 },
          // The axis runs downwards, so that its start is the upper end, clear of the numbers below.
          label: { formatter: words.target, color: ink.text, position: 'start' as const },
          data: targets,
        },
      },
      {
        type: 'scatter' as const,
        name: words.median,
        symbol: 'rect',
        symbolSize: [3, 20],
        itemStyle: { color: ink.median },
        data: placed(items, 'p50'),
      },
      {
        type: 'scatter' as const,
        name: words.actual,
        symbol: 'diamond',
        symbolSize: 14,
        itemStyle: { color: ink.actual },
        data: happened,
      },
    ],
  }
}
