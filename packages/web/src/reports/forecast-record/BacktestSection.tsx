import { Group, List, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatShare } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { CoverageTable, ErrorTable, GroupTable } from './BacktestTables.tsx'
import { LightChip } from './LightChip.tsx'
import { useBacktest } from './use-forecast-record.ts'

type Metric = 'views' | 'interactions'

function Result({ metric }: { metric: Metric }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const tested = useBacktest(metric)
  if (tested.isPending) return <Loading />
  if (tested.error) return <ProblemNotice error={tested.error} onRetry={() => void tested.refetch()} />
  const { backtest, asOf, loaded } = tested.data
  if (backtest === null)
    return (
      <EmptyState title={t('forecastRecord.noTestTitle')} text={t('forecastRecord.noTestText', { n: loaded })}>
        <AppLink to="/creators" underline="always">
          {t('forecastRecord.toCreators')}
        </AppLink>
      </EmptyState>
    )
  const shown = backtest.model.coverage.find(({ nominal }) => nominal === 0.8)
  const change = Math.round((backtest.ratios.mae.value - 1) * 100)
  const error = t(change < 0 ? 'forecastRecord.better' : change > 0 ? 'forecastRecord.worse' : 'forecastRecord.equal', {
    percent: Math.abs(change),
  })
  return (
    <Stack gap="md">
      <Text fw={600}>
        <LightChip light={backtest.light} />{' '}
        {t('forecastRecord.finding', { n: backtest.creators, held: formatShare(shown?.observed ?? 0), error })}
      </Text>
      {backtest.because.length > 0 && (
        <List size="sm" data-testid="light-because">
          {backtest.because.map((line) => (
            <List.Item key={line.en}>{read(line)}</List.Item>
          ))}
        </List>
      )}
      <CoverageTable {...backtest} />
      <ErrorTable {...backtest} />
      <div>
        <Title order={3} size="h5" mb={4}>
          {t('forecastRecord.groups')}
        </Title>
        <GroupTable groups={backtest.groups} />
      </div>
      <Text size="xs" c="dimmed">
        {t('forecastRecord.testSource', { loaded, asOf })} {t('forecastRecord.limits')}
      </Text>
    </Stack>
  )
}

/** How forecasts would have done on the newest posts of one's own creators. */
export function BacktestSection() {
  const { t } = useTranslation()
  const names = useNames()
  const [metric, setMetric] = useState<Metric>('views')
  return (
    <Stack gap="sm">
      <Text size="sm">{t('forecastRecord.testIntro')}</Text>
      <Group>
        <SegmentedControl
          size="xs"
          aria-label={t('forecastRecord.metric')}
          value={metric}
          onChange={(value) => setMetric(value === 'interactions' ? 'interactions' : 'views')}
          data={(['views', 'interactions'] as const).map((value) => ({ value, label: names('kpi', value) }))}
        />
      </Group>
      <Result metric={metric} />
    </Stack>
  )
}
