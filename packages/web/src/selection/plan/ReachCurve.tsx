import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { formatCount, formatFen, formatMoment } from '../../ui/format-number.ts'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { layCurve } from './lay-curve.ts'
import type { PlanVersion } from './use-plan-versions.ts'

const SIZE = { width: 640, height: 260, left: 64, right: 48, top: 16, bottom: 40 } as const

interface ReachCurveProps {
  readonly version: PlanVersion
  readonly budgetFen: number
  readonly nameOf: (id: string) => string
}

/** What each further creator adds to the people reached, in the order of most per yuan; and what a tenth of the budget would change. */
export function ReachCurve({ version, budgetFen, nameOf }: ReachCurveProps) {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { curve = [], sensitivity = [] } = version.plan
  const { line, points, ticks, marks } = layCurve(curve, { ...SIZE, marksFen: [0.9, 1, 1.1].map((part) => part * budgetFen) })
  const last = curve.at(-1)
  if (last === undefined) return <Text size="sm">{t('planPage.noCurve')}</Text>
  const title = t('planPage.curveTitle', { reach: formatCount(last.reach, language), cost: formatFen(last.costFen) })
  const forecast = version.plan.kpis.find(({ name }) => name === 'reach')
  const half = curve.find(({ reach }) => reach >= last.reach / 2)
  return (
    <figure className="chart" data-testid="reach-curve">
      <figcaption>
        <Text fw={600}>{title}</Text>
        {half && <Text size="sm">{t('planPage.curveHalf', { cost: formatFen(half.costFen) })}</Text>}
        <Text size="sm">
          {t('planPage.curveNote')}
          {forecast && t('planPage.curveForecast', { p50: formatCount(forecast.p50, language) })}
        </Text>
      </figcaption>
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} className="plan-svg" role="img" aria-label={title}>
        {ticks.map(({ y, value }) => (
          <g key={y}>
            <line x1={SIZE.left} x2={SIZE.width - SIZE.right} y1={y} y2={y} className="plan-grid" />
            <text x={SIZE.left - 8} y={y + 4} textAnchor="end" className="plan-tick">
              {formatCount(value, language)}
            </text>
          </g>
        ))}
        {marks.map(({ x, fen }, index) => (
          <g key={fen}>
            <line
              x1={x}
              x2={x}
              y1={SIZE.top}
              y2={SIZE.height - SIZE.bottom}
              className={index === 1 ? 'plan-mark plan-mark-budget' : 'plan-mark'}
            />
            <text
              x={x}
              y={SIZE.height - SIZE.bottom + 16}
              textAnchor={index === 0 ? 'end' : index === 2 ? 'start' : 'middle'}
              className="plan-tick"
            >
              {['−10%', '', '+10%'][index]}
            </text>
          </g>
        ))}
        <text x={(SIZE.left + SIZE.width) / 2} y={SIZE.height - 6} textAnchor="middle" className="plan-tick">
          {t('planPage.spent')}
        </text>
        <polyline points={line} className="plan-curve" />
        {points.map(({ x, y, id }) => (
          <circle key={id} cx={x} cy={y} r={3.5} className="plan-dot">
            <title>{nameOf(id)}</title>
          </circle>
        ))}
      </svg>
      <ul className="plan-tenths">
        {sensitivity.map(({ change, because }) => (
          <li key={change}>{read(because)}</li>
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        {t('chart.source', { source: t('plan.source', { at: formatMoment(version.createdAt) ?? '' }) })}
      </Text>
      <details className="chart-table">
        <summary>{t('chart.table')}</summary>
        <ScrollTable minWidth={420}>
          <Table fz="sm" verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('creators.name')}</Table.Th>
                <Table.Th ta="right">{t('planPage.spent')}</Table.Th>
                <Table.Th ta="right">{t('planPage.reachPlanner')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {curve.map(({ id, costFen, reach }) => (
                <Table.Tr key={id}>
                  <Table.Td>{nameOf(id)}</Table.Td>
                  <Table.Td className="number">{formatFen(costFen)}</Table.Td>
                  <Table.Td className="number">{formatCount(reach, language)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollTable>
      </details>
    </figure>
  )
}
