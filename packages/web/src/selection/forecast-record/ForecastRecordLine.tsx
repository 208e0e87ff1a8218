import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Localized } from '@kolibra/core/shared'
import { useTranslation } from 'react-i18next'
import { fetchJson } from '../../api.ts'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { AppLink } from '../../ui/AppLink.tsx'

interface Sentences {
  readonly summaries: readonly { readonly metric: string; readonly sentence: Localized }[]
}

/** How the last forecasts came out, beside the next one; nothing while no campaign was scored. */
export function ForecastRecordLine({ metrics = ['views', 'interactions'] }: { metrics?: readonly string[] }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const record = useQuery({ queryKey: ['forecast-record'], queryFn: () => fetchJson<Sentences>('/forecast-record') })
  const told = (record.data?.summaries ?? []).filter(({ metric }) => metrics.includes(metric))
  if (told.length === 0) return null
  return (
    <Text size="sm" c="dimmed" data-testid="forecast-record-line">
      {told.map(({ sentence }) => read(sentence)).join(' ')}{' '}
      <AppLink to="/forecasts" size="sm" underline="always">
        {t('forecastRecord.all')}
      </AppLink>
    </Text>
  )
}
