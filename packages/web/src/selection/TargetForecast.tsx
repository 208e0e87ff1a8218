import { Stack, Table, Text } from '@mantine/core'
import type { PlanResult } from '@kolibra/core/selection'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { formatIn, formatMoment, formatShare } from '../ui/format-number.ts'
import { useMoney } from '../campaigns/use-money.ts'
import { AssumedChip, KpiReasons } from './KpiBasis.tsx'
import { RangeChart } from '../ui/RangeChart.tsx'
import { Unknown } from '../ui/Unknown.tsx'
import type { PlanRecord } from './use-plans.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'

type PlanKpi = PlanResult['kpis'][number]

/** The KPI that is least likely to be reached decides what the chart says; what rests on an assumption decides nothing. */
export function findWeakest(kpis: readonly PlanKpi[]): PlanKpi | null {
  const judged = kpis.filter(({ pTarget, basis }) => pTarget !== null && basis !== 'assumed')
  return judged.toSorted((a, b) => (a.pTarget ?? 1) - (b.pTarget ?? 1))[0] ?? null
}

function Budgets({ budgetFor, weakest }: { budgetFor: PlanResult['budgetFor']; weakest: PlanKpi | null }) {
  const { t } = useTranslation()
  const tellMoney = useMoney()
  if (budgetFor === null) return null
  const tell = (amountFen: number | null, chance: number) => {
    if (amountFen !== null) return tellMoney(amountFen)
    return (weakest?.pTarget ?? 0) >= chance ? t('plan.withinBudget') : t('plan.noBudget')
  }
  return (
    <dl className="counts">
      <div>
        <dt>{t('plan.budget50')}</dt>
        <dd>{tell(budgetFor.p50Fen, 0.5)}</dd>
      </div>
      <div>
        <dt>{t('plan.budget80')}</dt>
        <dd>{tell(budgetFor.p80Fen, 0.8)}</dd>
      </div>
    </dl>
  )
}

/** How likely the targets are with the planned mix: the range against the target, P(target), the budgets for 50 and 80 %. */
export function TargetForecast({ record }: { record: PlanRecord | null }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  const plan = record?.plan
  const withTarget = useMemo(() => plan?.kpis.filter(({ target }) => target !== null) ?? [], [plan])
  const items = useMemo(
    () =>
      withTarget.map((kpi) => ({
        label: names('kpi', kpi.name),
        p10: kpi.p10,
        p50: kpi.p50,
        p90: kpi.p90,
        target: kpi.target,
        actual: null,
      })),
    [withTarget, names],
  )
  if (!plan || !record) return <Text size="sm">{t('plan.feasibilityUnknown')}</Text>
  const weakest = findWeakest(plan.kpis)
  const title =
    weakest && weakest.pTarget !== null
      ? t('plan.likely', {
          kpi: names('kpi', weakest.name),
          share: formatShare(weakest.pTarget),
          p50: formatIn(weakest.unit, weakest.p50, language),
        })
      : t('plan.forecastOfMix')
  return (
    <Stack gap="sm">
      {items.length > 0 && (
        <RangeChart
          title={title}
          unit={t('chart.percentOfTarget')}
          source={t('plan.source', { at: formatMoment(record.createdAt) ?? '' })}
          items={items}
        />
      )}
      <ScrollTable minWidth={560}>
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>KPI</Table.Th>
              <Table.Th>{t('passport.unit')}</Table.Th>
              <Table.Th ta="right">P10 {t('plan.commit')}</Table.Th>
              <Table.Th ta="right">P50 {t('plan.plan')}</Table.Th>
              <Table.Th ta="right">P90 {t('plan.stretch')}</Table.Th>
              <Table.Th ta="right">{t('kpiField.target')}</Table.Th>
              <Table.Th ta="right">{t('plan.pTarget')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.kpis.map((kpi) => (
              <Table.Tr key={kpi.name}>
                <Table.Td fw={600}>
                  {names('kpi', kpi.name)} <AssumedChip kpi={kpi} />
                </Table.Td>
                <Table.Td>{names('unit', kpi.unit)}</Table.Td>
                <Table.Td className="number">{formatIn(kpi.unit, kpi.p10, language)}</Table.Td>
                <Table.Td className="number">{formatIn(kpi.unit, kpi.p50, language)}</Table.Td>
                <Table.Td className="number">{formatIn(kpi.unit, kpi.p90, language)}</Table.Td>
                <Table.Td className="number">
                  {kpi.target === null ? <Unknown why={t('plan.noTarget')} /> : formatIn(kpi.unit, kpi.target, language)}
                </Table.Td>
                <Table.Td className="number">
                  {kpi.pTarget === null ? <Unknown why={t('plan.noTarget')} /> : formatShare(kpi.pTarget)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      <KpiReasons kpis={plan.kpis} />
      <Budgets budgetFor={plan.budgetFor} weakest={weakest} />
    </Stack>
  )
}
