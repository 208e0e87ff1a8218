import { Stack, Text } from '@mantine/core'
import type { Kpi } from '@kolibra/core/campaigns'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'
import { formatExact } from '../ui/format-number.ts'
import { useMoney } from '../campaigns/use-money.ts'
import { KpiReasons } from './KpiBasis.tsx'
import { ProbabilityDial } from './ProbabilityDial.tsx'
import type { ChoiceRecord } from './use-plans.ts'

const LIKELY_ENOUGH = 0.5

/** The dials of all targets, the least likely first; under 50 % the budgets that would do, or that none in this pool does. */
export function GoalOdds({ record, kpis }: { record: ChoiceRecord | null; kpis: readonly Kpi[] }) {
  const { t } = useTranslation()
  const names = useNames()
  const tellMoney = useMoney()
  if (record === null) return <Text size="sm">{t('plan.feasibilityUnknown')}</Text>
  const { plan, createdAt } = record
  // A probability of another target than today's says nothing.
  const isOfGoal = ({ name, target }: (typeof plan.kpis)[number]) => kpis.some((kpi) => kpi.name === name && kpi.target === target)
  const judged = plan.kpis.filter((kpi) => kpi.pTarget !== null && isOfGoal(kpi)).toSorted((a, b) => (a.pTarget ?? 1) - (b.pTarget ?? 1))
  const unjudged = kpis.filter(({ name }) => !judged.some((kpi) => kpi.name === name))
  const isUnlikely = (all: typeof plan.kpis) =>
    all.some((kpi) => isOfGoal(kpi) && kpi.basis !== 'assumed' && (kpi.pTarget ?? 1) < LIKELY_ENOUGH)
  // Budgets were sought for the whole plan: of a part they tell where not even all of it is likely.
  const { kpis: planned, budgetFor = null } = plan.whole ?? plan
  const tell = (amountFen: number | null) => (amountFen === null ? t('plan.noBudget') : tellMoney(amountFen))
  return (
    <Stack gap="md">
      {plan.whole && (
        <Text size="sm" data-testid="part-of-plan">
          {t('goalPage.partOfPlan', { n: formatExact(plan.creators.length), of: formatExact(plan.whole.creators) })}
        </Text>
      )}
      {(plan.unplanned ?? 0) > 0 && <Text size="sm">{t('goalPage.unplanned', { n: formatExact(plan.unplanned ?? 0) })}</Text>}
      <div className="dials">
        {judged.map((kpi) => (
          <ProbabilityDial key={kpi.name} kpi={kpi} plannedAt={createdAt} />
        ))}
      </div>
      {isUnlikely(planned) && budgetFor && (
        <dl className="counts" data-testid="budgets">
          <div>
            <dt>{t('plan.budget50')}</dt>
            <dd>{tell(budgetFor.p50Fen)}</dd>
          </div>
          <div>
            <dt>{t('plan.budget80')}</dt>
            <dd>{tell(budgetFor.p80Fen)}</dd>
          </div>
        </dl>
      )}
      <KpiReasons kpis={judged} />
      {unjudged.length > 0 && (
        <Text size="sm">{t('goalPage.unjudged', { kpis: unjudged.map(({ name }) => names('kpi', name)).join(t('ui.comma')) })}</Text>
      )}
    </Stack>
  )
}
