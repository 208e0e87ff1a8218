import { NativeSelect, Stack, Text, Title } from '@mantine/core'
import { SERIES_METRICS, type Campaign } from '@kolibra/core/campaigns'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { AppLink } from '../ui/AppLink.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SeriesChart } from './SeriesChart.tsx'
import { SeriesDays } from './SeriesDays.tsx'
import { TypeDays } from './TypeDays.tsx'
import { useSeries, useSeriesDays, type SeriesKey, type SeriesLine } from './use-series.ts'

const SHOWN_DAYS = 60
const keyOf = ({ metric, subject }: SeriesKey) => `${metric} ${subject}`

function OneSeries({ line }: { line: SeriesLine }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const days = useSeriesDays(line)
  if (days.isPending) return <Loading />
  if (days.error) return <ProblemNotice error={days.error} onRetry={() => void days.refetch()} />
  const shown = days.data.items.slice(-SHOWN_DAYS)
  return (
    <figure className="chart">
      <figcaption>
        <Text fw={600}>
          {t('series.title', {
            name: read(SERIES_METRICS[line.metric].name),
            subject: line.subject,
            n: line.days,
            from: line.from,
            to: line.to,
          })}
        </Text>
      </figcaption>
      <SeriesChart days={shown} unit={line.unit} />
      <details className="chart-table">
        <summary>{t('chart.table')}</summary>
        <SeriesDays days={shown} unit={line.unit} />
      </details>
    </figure>
  )
}

/** What the brand counts by day: typed in here or imported, shown with its source, and the ground of every baseline. */
export function SeriesSection({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const series = useSeries()
  const [chosen, setChosen] = useState<string | null>(null)
  const items = series.data?.items ?? []
  const line = items.find((each) => keyOf(each) === chosen) ?? items[0]
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('series.heading')}
      </Title>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('series.intro')}{' '}
        <AppLink to="/creators" size="sm" underline="always">
          {t('series.importLink')}
        </AppLink>
      </Text>
      <TypeDays campaign={campaign} onTyped={(key) => setChosen(keyOf(key))} />
      {series.error && <ProblemNotice error={series.error} onRetry={() => void series.refetch()} />}
      {series.data && items.length === 0 && <Text size="sm">{t('series.none')}</Text>}
      {items.length > 1 && (
        <NativeSelect
          label={t('series.choose')}
          value={line ? keyOf(line) : ''}
          data={items.map((each) => ({ value: keyOf(each), label: `${read(SERIES_METRICS[each.metric].name)} · ${each.subject}` }))}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
      )}
      {line && <OneSeries key={keyOf(line)} line={line} />}
    </Stack>
  )
}
