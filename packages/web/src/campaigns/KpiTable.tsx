import { Table } from '@mantine/core'
import { formulaOf, type Kpi } from '@kolibra/core/campaigns'
import type { Platform } from '@kolibra/core/shared'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { formatExact, formatIn } from '../ui/format-number.ts'
import { PassportNumber } from '../ui/PassportNumber.tsx'
import { Unknown } from '../ui/Unknown.tsx'

function Baseline({ kpi }: { kpi: Kpi }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  const { baseline, baselineBasis: basis, unit, name } = kpi
  if (baseline === null) return <Unknown why={t('goal.baselineUnknown')} />
  const rows: [string, string][] = [
    [t('passport.exact'), formatExact(baseline)],
    [t('passport.unit'), names('unit', unit)],
    [t('passport.source'), basis?.source ?? t('ui.unknown')],
    ...(basis?.formula ? [[t('passport.formula'), basis.formula] as [string, string]] : []),
    ...(basis?.from && basis.to ? [[t('goalPage.days'), `${basis.from} – ${basis.to}`] as [string, string]] : []),
    ...(typeof basis?.n === 'number' ? [['n', String(basis.n)] as [string, string]] : []),
  ]
  return <PassportNumber label={`${t(`kpi.${name}`)} ${t('kpiField.baseline')}`} shown={formatIn(unit, baseline, language)} rows={rows} />
}

/** The formulas of a KPI: one line where all platforms of the campaign count alike. */
function Formulas({ kpi, platforms }: { kpi: Kpi; platforms: readonly Platform[] }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const told = platforms.map((platform) => ({ platform, formula: read(formulaOf(kpi, platform)) }))
  const [first] = told
  if (first === undefined) return null
  if (told.every(({ formula }) => formula === first.formula)) return <>{first.formula}</>
  return (
    <ul className="plain-list">
      {told.map(({ platform, formula }) => (
        <li key={platform}>
          {t(`platform.${platform}`)}
          {t('ui.colon')}
          {formula}
        </li>
      ))}
    </ul>
  )
}

/** The KPIs of a goal; on a phone each becomes a card of labelled lines. */
export function KpiTable({ kpis, platforms }: { kpis: readonly Kpi[]; platforms: readonly Platform[] }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  const heads = {
    unit: t('passport.unit'),
    baseline: t('kpiField.baseline'),
    target: t('kpiField.target'),
    deadline: t('kpiField.deadline'),
    deliveredBy: t('kpiField.deliveredBy'),
    definition: t('kpiField.definition'),
    formula: t('passport.formula'),
  }
  return (
    <Table fz="sm" verticalSpacing="xs" className="cards-on-phone">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>KPI</Table.Th>
          <Table.Th>{heads.unit}</Table.Th>
          <Table.Th ta="right">{heads.baseline}</Table.Th>
          <Table.Th ta="right">{heads.target}</Table.Th>
          <Table.Th>{heads.deadline}</Table.Th>
          <Table.Th>{heads.deliveredBy}</Table.Th>
          <Table.Th>{heads.definition}</Table.Th>
          <Table.Th>{heads.formula}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {kpis.map((kpi) => (
          <Table.Tr key={kpi.name}>
            <Table.Td fw={600}>{t(`kpi.${kpi.name}`)}</Table.Td>
            <Table.Td data-label={heads.unit}>{names('unit', kpi.unit)}</Table.Td>
            <Table.Td className="number" data-label={heads.baseline}>
              <Baseline kpi={kpi} />
            </Table.Td>
            <Table.Td className="number" data-label={heads.target}>
              {formatIn(kpi.unit, kpi.target, language)}
            </Table.Td>
            <Table.Td className="number-left" data-label={heads.deadline}>
              {kpi.deadline}
            </Table.Td>
            <Table.Td data-label={heads.deliveredBy}>
              {kpi.deliveredBy} · {t(`when.${kpi.deliveredWhen === 'day 45' ? 'day45' : kpi.deliveredWhen}`)}
            </Table.Td>
            <Table.Td data-label={heads.definition}>{kpi.definition}</Table.Td>
            <Table.Td data-label={heads.formula}>
              <Formulas kpi={kpi} platforms={platforms} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
