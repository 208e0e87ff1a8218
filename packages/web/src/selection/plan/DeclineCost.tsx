import { Text } from '@mantine/core'
import { comparePlans } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { formatCount, formatFen, formatIn, formatShare } from '../../ui/format-number.ts'
import { usePlanVersion, type PlanVersion } from './use-plan-versions.ts'

interface DeclineCostProps {
  readonly campaignId: string
  readonly version: PlanVersion
  readonly nameOf: (id: string) => string
}

/** What a no cost: value, money and each KPI against the version before, and who stepped in. */
export function DeclineCost({ campaignId, version, nameOf }: DeclineCostProps) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  const before = usePlanVersion(campaignId, version.madeFrom)
  const { cause, causeCreatorId } = version
  if ((cause !== 'declined' && cause !== 'withdrawn') || causeCreatorId === null || !before.data) return null
  if (version.plan.infeasible !== null)
    return <Text className="lead-note">{t('planPage.noReplacement', { name: nameOf(causeCreatorId) })}</Text>
  const { costFen, value, kpis, joins } = comparePlans(before.data.plan, version.plan)
  const signed = (change: number | null, format: (size: number) => string) =>
    change === null ? t('ui.unknown') : change === 0 ? '±0' : `${change < 0 ? '−' : '+'}${format(Math.abs(change))}`
  const lines: readonly (readonly [string, string])[] = [
    [t('planPage.value'), signed(value.change, (size) => formatCount(size, language))],
    [t('plan.cost'), signed(costFen.change, formatFen)],
    ...kpis.map(({ name, unit, p50, pTarget }) => {
      const chance = pTarget.change === null ? '' : ` (${t('planPage.chanceBy', { share: signed(pTarget.change, formatShare) })})`
      return [names('kpi', name), signed(p50.change, (size) => formatIn(unit, size, language)) + chance] as const
    }),
  ]
  return (
    <section className="lead-note" data-testid="decline-cost" aria-label={t('planPage.cost')}>
      <Text fw={600}>{t(`planPage.after.${cause}`, { name: nameOf(causeCreatorId), version: before.data.version })}</Text>
      <dl className="counts plan-counts">
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm">
        {joins.length === 0 ? t('planPage.nobodyIn') : t('planPage.steppedIn', { names: joins.map(nameOf).join(t('ui.comma')) })}
      </Text>
      <Text size="xs" c="dimmed">
        {t('planPage.costNote')}
      </Text>
    </section>
  )
}
