import { Table, Text } from '@mantine/core'
import { groupNumbers, nameSource, type Metric, type NumberGroup } from '@kolibra/core/creators'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { MetricNumber, MetricUnit } from '../../creators/MetricNumber.tsx'
import { usePeriodText } from '../../creators/use-passport-rows.ts'
import { formatMoment } from '../../ui/format-number.ts'

/** Every number of the account; sources that disagree stand side by side, each value with its passport. */
export function NumbersSection({ metrics }: { metrics: readonly Metric[] }) {
  const { t } = useTranslation()
  const groups = useMemo(() => groupNumbers(metrics), [metrics])
  if (groups.length === 0) return <Text size="sm">{t('page.noNumbers')}</Text>
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('page.numbersWhy')}
      </Text>
      <Table fz="sm" verticalSpacing={6} data-testid="numbers">
        <Table.Thead>
          <Table.Tr>
            <Table.Th miw={112} w="24%">
              {t('page.number')}
            </Table.Th>
            <Table.Th>{t('page.values')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map((group) => (
            <NumberRow key={JSON.stringify([group.name, group.noteType, group.flow, group.period])} group={group} />
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

/** The newest value of each column of each source, and all before them. `values` newest first. */
function splitNewest(values: readonly Metric[]): [Metric[], Metric[]] {
  const seen = new Set<string>()
  const [newest, earlier]: [Metric[], Metric[]] = [[], []]
  for (const metric of values) {
    const key = JSON.stringify([metric.source, metric.tab, metric.column])
    ;(seen.has(key) ? earlier : newest).push(metric)
    seen.add(key)
  }
  return [newest, earlier]
}

function Values({ metrics, hasColumns }: { metrics: readonly Metric[]; hasColumns: boolean }) {
  const { read } = useLanguage()
  return (
    <ul className="side-by-side">
      {metrics.map((metric, index) => (
        <li key={`${metric.source}${metric.tab}${metric.column}${metric.observedAt}${metric.importId}${index}`}>
          <MetricNumber metric={metric} /> <MetricUnit unit={metric.unit} />
          <Text size="xs" c="dimmed" component="div">
            {read(nameSource(metric.source))} {formatMoment(metric.observedAt)?.slice(0, 10)}
            {hasColumns && <span data-raw> · {metric.column}</span>}
          </Text>
        </li>
      ))}
    </ul>
  )
}

function NumberRow({ group }: { group: NumberGroup }) {
  const { t } = useTranslation()
  const names = useNames()
  const tellPeriod = usePeriodText()
  const { name, noteType, flow, period, values, isDisputed } = group
  // One source with several columns says several things, such as a cost per length of video.
  const hasColumns = new Set(values.map(({ column }) => column)).size > new Set(values.map(({ source }) => source)).size
  const [newest, earlier] = splitNewest(values)
  const kept = [tellPeriod(period), noteType && t(`noteType.${noteType}`), flow && t(`flow.${flow}`)].filter(Boolean)
  return (
    <Table.Tr>
      <Table.Td>
        {names('metric', name)}
        {kept.length > 0 && (
          <Text size="xs" c="dimmed">
            {kept.join(' · ')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Values metrics={newest} hasColumns={hasColumns} />
        {earlier.length > 0 && (
          <details>
            <summary>{t('page.earlier', { n: earlier.length })}</summary>
            <Values metrics={earlier} hasColumns={hasColumns} />
          </details>
        )}
        {isDisputed && <span className="chip severity-warn">⚠ {t('page.disputed')}</span>}
      </Table.Td>
    </Table.Tr>
  )
}
