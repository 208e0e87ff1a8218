import { Text, Title } from '@mantine/core'
import type { Kpi } from '@kolibra/core/campaigns'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { formatIn } from '../ui/format-number.ts'
import { PassportNumber } from '../ui/PassportNumber.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useBaselines, type BaselineRecord } from './use-series.ts'

function BaselineLine({ found, unit }: { found: BaselineRecord; unit: string }) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const names = useNames()
  const title = names('kpi', found.name)
  if (found.metric === null) return null
  if (found.value === null)
    return (
      <li>
        <b>{title}</b>
        {t('ui.colon')}
        {t('goalForm.seriesUnknown', { wanted: found.wanted.join(t('ui.comma')) })} {t('goalPage.absolute')}
      </li>
    )
  const rows: [string, string][] = [
    [t('passport.unit'), names('unit', unit)],
    [t('passport.source'), [...found.sources, ...found.subjects].join(' · ')],
    [t('passport.formula'), read(found.formula)],
    [t('goalPage.days'), `${found.from} – ${found.to}`],
    ['n', String(found.n)],
    [t('passport.because'), found.because.map(read).join(t('ui.semicolon'))],
  ]
  return (
    <li>
      <b>{title}</b>
      {t('ui.colon')}
      <PassportNumber label={title} shown={formatIn(unit, found.value, language)} rows={rows} />{' '}
      {found.because.map(read).join(t('ui.semicolon'))}
    </li>
  )
}

/** What would come without the campaign, KPI by KPI, from the series of the brand. */
export function BaselineList({ campaignId, kpis }: { campaignId: string; kpis: readonly Kpi[] }) {
  const { t } = useTranslation()
  const baselines = useBaselines(campaignId)
  if (baselines.error) return <ProblemNotice error={baselines.error} onRetry={() => void baselines.refetch()} />
  const known = (baselines.data?.items ?? []).filter(({ metric }) => metric !== null)
  if (known.length === 0) return null
  return (
    <div data-testid="baselines">
      <Title order={3} size="h5" mb={4}>
        {t('goalPage.baselines')}
      </Title>
      <ul className="plain-list">
        {known.map((found) => (
          <BaselineLine key={found.name} found={found} unit={kpis.find(({ name }) => name === found.name)?.unit ?? ''} />
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        {t('goalPage.baselinesWhy')}
      </Text>
    </div>
  )
}
