import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PageSection } from '../../ui/PageSection.tsx'
import { FreedomPays } from '../freedom-record/FreedomPays.tsx'
import { BacktestSection } from './BacktestSection.tsx'
import { OutcomesSection } from './OutcomesSection.tsx'

/** How far forecasts can be trusted: what past campaigns brought, and a back-test on one's own creators. */
export function ForecastRecordPage() {
  const { t } = useTranslation()
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t('forecastRecord.title')}
        </Title>
        <Text c="dimmed">{t('forecastRecord.intro')}</Text>
      </div>
      <PageSection id="outcomes" title={t('forecastRecord.outcomes')}>
        <OutcomesSection />
      </PageSection>
      <PageSection id="backtest" title={t('forecastRecord.backtest')}>
        <BacktestSection />
      </PageSection>
      <PageSection id="freedom" title={t('freedomPays.title')}>
        <FreedomPays />
      </PageSection>
    </Stack>
  )
}
