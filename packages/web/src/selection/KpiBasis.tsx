import { Text } from '@mantine/core'
import type { PlanResult } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'

type PlanKpi = PlanResult['kpis'][number]

/** Marks a forecast that rests on a rate nobody has counted yet. */
export function AssumedChip({ kpi }: { kpi: PlanKpi }) {
  const { t } = useTranslation()
  if (kpi.basis !== 'assumed') return null
  return (
    <span className="chip outcome-review" data-testid={`assumed-${kpi.name}`}>
      <span aria-hidden>?</span> {t('plan.assumed')}
    </span>
  )
}

/** What the forecasts of followers, mentions and sales rest on; nothing where only posts are forecast. */
export function KpiReasons({ kpis }: { kpis: readonly PlanKpi[] }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const names = useNames()
  return kpis.flatMap(({ name, because }) =>
    because === undefined ? (
      []
    ) : (
      <Text key={name} size="sm" c="dimmed" maw="80ch" data-testid={`kpi-because-${name}`}>
        {names('kpi', name)}
        {t('ui.colon')}
        {read(because)}
      </Text>
    ),
  )
}
