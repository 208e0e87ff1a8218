import { Text } from '@mantine/core'
import { nameGuard } from '@kolibra/core/campaigns'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { formatCount, formatExact, formatFen, formatIn, formatShare } from '../../ui/format-number.ts'
import { Unknown } from '../../ui/Unknown.tsx'
import { useNames } from '../../app/i18n/use-names.ts'
import { findWeakest } from '../TargetForecast.tsx'
import { MetDemands } from './MetDemands.tsx'
import { PlanNumber, usePlanPassport } from './PlanNumber.tsx'
import type { PlanVersion } from './use-plan-versions.ts'

/** The version in a few numbers, and how near to the best possible it is. */
export function PlanSummary({ version, budgetFen }: { version: PlanVersion; budgetFen: number }) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const passport = usePlanPassport(version)
  const { plan, ask } = version
  const names = useNames()
  const { reach } = plan
  const weakest = findWeakest(plan.kpis)
  const forecast = plan.kpis.find(({ name }) => name === 'reach')
  const count = (people: number) => formatCount(people, language)
  const beside = useReachBeside(plan)
  return (
    <>
      <dl className="counts" data-testid="plan-summary">
        <div>
          <dt>{t('planPage.creators')}</dt>
          <dd>{formatExact(plan.creators.length)}</dd>
        </div>
        <div>
          <dt>{t('planPage.costOf', { budget: formatFen(ask.budgetFen ?? budgetFen) })}</dt>
          <dd>
            <PlanNumber
              label={t('plan.cost')}
              text={formatFen(plan.costFen)}
              lines={passport('CNY', t('planPage.costSum'), [t('planPage.feeRoom'), formatFen(plan.feeRoomFen ?? 0)])}
            />
            {plan.feeRoomFen !== undefined && plan.feeRoomFen > 0 && (
              <Text size="xs" c="dimmed">
                {t('planPage.feeRoomOf', { room: formatFen(plan.feeRoomFen) })}
              </Text>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('planPage.chanceOfTargets')}</dt>
          <dd>
            {weakest?.pTarget == null ? (
              <Unknown why={t('plan.noTarget')} />
            ) : (
              <PlanNumber
                label={t('planPage.chanceOfTargets')}
                text={formatShare(weakest.pTarget)}
                lines={passport(
                  t('planPage.chance'),
                  t('planPage.chanceFormula'),
                  ['KPI', names('kpi', weakest.name)],
                  ['P10–P90', `${formatIn(weakest.unit, weakest.p10, language)}–${formatIn(weakest.unit, weakest.p90, language)}`],
                )}
              />
            )}
          </dd>
        </div>
        <div>
          <dt>{t('planPage.reached')}</dt>
          <dd>
            {forecast === undefined ? (
              <Unknown why={t('planPage.olderVersion')} />
            ) : (
              <PlanNumber
                label={t('planPage.reached')}
                text={`${count(forecast.p50)} (${count(forecast.p10)}–${count(forecast.p90)})`}
                lines={passport(t('planPage.people'), t('planPage.reachForecast'), ...beside)}
              />
            )}
            {reach !== undefined && (
              <Text size="xs" c="dimmed">
                {t('planPage.reachIfAll', { low: count(reach.low), high: count(reach.high) })}
              </Text>
            )}
          </dd>
        </div>
        <CostPer version={version} metric="cpm" range={plan.costPer?.views ?? null} per={1000} />
        <CostPer version={version} metric="cpe" range={plan.costPer?.interactions ?? null} per={1} />
        <div>
          <dt>{t('planPage.value')}</dt>
          <dd>
            <PlanNumber
              label={t('planPage.value')}
              text={formatExact(Math.round(plan.value))}
              lines={passport(
                t('planPage.points'),
                t('planPage.valueFormula'),
                [t('planPage.bound'), formatExact(Math.round(plan.upperBound))],
                [t('planPage.method'), `${plan.method}, ${(plan.elapsedMs / 1000).toFixed(1)} s`],
              )}
            />
          </dd>
        </div>
      </dl>
      <MetDemands met={plan.met} />
      {plan.certificate !== undefined && (
        <Text mt="xs" mb="sm" data-testid="plan-certificate">
          <span aria-hidden>◎ </span>
          {read(plan.certificate)}
        </Text>
      )}
    </>
  )
}

interface CostPerProps {
  readonly version: PlanVersion
  readonly metric: 'cpm' | 'cpe'
  /** Fen per single result. */
  readonly range: NonNullable<PlanVersion['plan']['costPer']>['views']
  readonly per: number
}

/** What a result costs, by the figure that the gate holds against the guard-rail, in the guard-rail's words. */
function CostPer({ version, metric, range, per }: CostPerProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const passport = usePlanPassport(version)
  const label = read(nameGuard(metric, 'forecast'))
  const tell = (fen: number) => formatFen(Math.round(fen * per))
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {range === null ? (
          <Unknown why={t('planPage.costPerUnknown')} />
        ) : (
          <PlanNumber
            label={label}
            text={`${tell(range.p50)} (${tell(range.p10)}–${tell(range.p90)})`}
            lines={passport('CNY', t('planPage.costPerFormula'))}
          />
        )}
      </dd>
    </div>
  )
}

/** The other figures of reach, each named what it is, in the passport of the forecast. */
function useReachBeside({ reach, curve = [] }: PlanVersion['plan']): [string, string][] {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const count = (people: number) => formatCount(people, language)
  const planned = curve.at(-1)
  const beside: [string, string][] = planned === undefined ? [] : [[t('planPage.reachPlanner'), count(planned.reach)]]
  if (reach === undefined) return beside
  return [
    ...beside,
    [t('planPage.reachAll'), read(reach.because)],
    [t('planPage.middle'), count(reach.middle)],
    [t('planPage.frechet'), `${count(reach.frechet.low)}–${count(reach.frechet.high)}`],
    [t('planPage.hunter'), count(reach.hunterHigh)],
  ]
}
