import { Button, Text } from '@mantine/core'
import type { Alternative, PlanAsk, ShortPlan } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { formatExact, formatFen, formatIn, formatShare } from '../../ui/format-number.ts'
import type { PlanVersion } from './use-plan-versions.ts'

// Who is in it is given: shares of the smaller budget would only refuse what the planner has found under the whole one.
const NO_RULE: PlanAsk['mix'] = [{ type: 'koc', minCount: 0, maxCount: null, minShare: null, maxShare: null }]

interface AlternativesProps {
  readonly version: PlanVersion
  readonly nameOf: (id: string) => string
  readonly isRunning: boolean
  readonly onOpen: (ask: Partial<PlanAsk>) => void
}

/** Three other plans beside this one; each opens as a scenario. */
export function Alternatives({ version, nameOf, isRunning, onOpen }: AlternativesProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const alternatives = version.plan.alternatives ?? []
  if (alternatives.length === 0) return <Text size="sm">{t('planPage.noAlternatives')}</Text>
  // Locking its creators and leaving nothing over is what makes the scenario this plan and no other.
  const open = ({ kind }: Alternative, plan: ShortPlan) =>
    onOpen({
      scenario: `${t(`alternative.${kind}`)} · v${version.version}`,
      madeFrom: version.id,
      shortlistId: version.ask.shortlistId,
      budgetFen: Math.max(1, plan.costFen),
      mix: NO_RULE,
      keep: plan.chosen,
      formats: (plan.formats ?? []).map(({ id, format }) => ({ creatorId: id, format })),
    })
  return (
    <ul className="plan-cards" data-testid="alternatives">
      {alternatives.map((alternative) => {
        const { kind, plan, because } = alternative
        return (
          <li key={kind} className="note">
            <Text fw={600}>{t(`alternative.${kind}`)}</Text>
            <Text size="sm">{read(because)}</Text>
            {plan !== null && (
              <>
                <ShortNumbers plan={plan} nameOf={nameOf} />
                <Button size="xs" variant="default" disabled={isRunning} onClick={() => open(alternative, plan)}>
                  {t('planPage.openScenario')}
                </Button>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function ShortNumbers({ plan, nameOf }: { plan: ShortPlan; nameOf: (id: string) => string }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  return (
    <dl className="facts plan-short">
      <div className="facts-row">
        <dt>{t('planPage.creators')}</dt>
        <dd>{formatExact(plan.chosen.length)}</dd>
      </div>
      <div className="facts-row">
        <dt>{t('planPage.costWithFee')}</dt>
        <dd>{formatFen(plan.costFen)}</dd>
      </div>
      {plan.kpis.map(({ name, unit, p10, p50, p90, pTarget }) => (
        <div key={name} className="facts-row">
          <dt>{names('kpi', name)}</dt>
          <dd>
            {t('planPage.range', {
              p10: formatIn(unit, p10, language),
              p50: formatIn(unit, p50, language),
              p90: formatIn(unit, p90, language),
            })}
            {pTarget !== null && ` · ${t('planPage.chanceOf', { share: formatShare(pTarget) })}`}
          </dd>
        </div>
      ))}
      {plan.joins.length > 0 && (
        <div className="facts-row">
          <dt>{t('planPage.joins')}</dt>
          <dd>{plan.joins.map(nameOf).join(t('ui.comma'))}</dd>
        </div>
      )}
      {plan.leaves.length > 0 && (
        <div className="facts-row">
          <dt>{t('planPage.leaves')}</dt>
          <dd>{plan.leaves.map(nameOf).join(t('ui.comma'))}</dd>
        </div>
      )}
    </dl>
  )
}
