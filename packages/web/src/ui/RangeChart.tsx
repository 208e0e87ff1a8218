import { Table, Text, useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { Drawing } from './Drawing.tsx'
import { formatCount } from './format-number.ts'
import { INK, rangeOption, scaleItems, type RangeItem } from './range-option.ts'
import { Unknown } from './Unknown.tsx'
import { ScrollTable } from './ScrollTable.tsx'

interface RangeChartProps {
  /** Says the finding, not the topic. */
  readonly title: string
  readonly unit: string
  readonly source: string
  readonly items: readonly RangeItem[]
  readonly format?: (item: RangeItem, value: number) => string
}

const LINE_PX = 40
const FRAME_PX = 84

function ChartTable({ items, format }: Pick<RangeChartProps, 'items'> & { format: NonNullable<RangeChartProps['format']> }) {
  const { t } = useTranslation()
  const cell = (item: RangeItem, value: number | null) => (
    <Table.Td className="number">{value === null ? <Unknown /> : format(item, value)}</Table.Td>
  )
  return (
    <details className="chart-table">
      <summary>{t('chart.table')}</summary>
      <ScrollTable minWidth={520}>
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('chart.line')}</Table.Th>
              <Table.Th ta="right">P10</Table.Th>
              <Table.Th ta="right">P50</Table.Th>
              <Table.Th ta="right">P90</Table.Th>
              <Table.Th ta="right">{t('kpiField.target')}</Table.Th>
              <Table.Th ta="right">{t('chart.actual')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <Table.Tr key={item.label}>
                <Table.Td>{item.label}</Table.Td>
                {cell(item, item.p10)}
                {cell(item, item.p50)}
                {cell(item, item.p90)}
                {cell(item, item.target)}
                {cell(item, item.actual)}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
    </details>
  )
}

/** Forecast ranges with target and what happened: title that says the finding, unit, source line, table behind it. */
export function RangeChart({ title, unit, source, items, format }: RangeChartProps) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const scheme = useComputedColorScheme('light')
  const option = useMemo(() => {
    const scaled = scaleItems(items)
    return rangeOption({
      items: scaled.items,
      words: { range: t('chart.range'), median: t('chart.median'), actual: t('chart.actual'), target: t('kpiField.target') },
      scale: {
        axis: scaled.isPercent ? t('chart.percentOfTarget') : unit,
        format: (value) => (scaled.isPercent ? `${value}%` : formatCount(value, language)),
      },
      ink: INK[scheme],
    })
  }, [items, unit, language, scheme, t])
  return (
    <figure className="chart">
      <figcaption>
        <Text fw={600}>{title}</Text>
      </figcaption>
      <Drawing option={option} height={items.length * LINE_PX + FRAME_PX} />
      <Text size="xs" c="dimmed">
        {t('chart.source', { source })}
      </Text>
      <ChartTable items={items} format={format ?? ((_, value) => formatCount(value, language))} />
    </figure>
  )
}
