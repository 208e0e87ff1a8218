import { Table } from '@mantine/core'
import type { BacktestAnswer } from '@kolibra/core/reports'
import { useTranslation } from 'react-i18next'
import { useNames } from '../../app/i18n/use-names.ts'
import { formatShare } from '../../ui/format-number.ts'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { LightChip } from './LightChip.tsx'

type Backtest = NonNullable<BacktestAnswer['backtest']>

const tellInterval = ({ low, high }: { low: number; high: number }) => `${formatShare(low)}–${formatShare(high)}`

/** Whether ranges of 50, 80, 90 and 95 % held. */
export function CoverageTable({ model, naive }: Backtest) {
  const { t } = useTranslation()
  return (
    <ScrollTable minWidth={520}>
      <Table fz="sm" verticalSpacing={4} data-testid="coverage">
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">{t('forecastRecord.range')}</Table.Th>
            <Table.Th ta="right">{t('forecastRecord.held')}</Table.Th>
            <Table.Th ta="right">{t('forecastRecord.interval')}</Table.Th>
            <Table.Th>{t('forecastRecord.lightName')}</Table.Th>
            <Table.Th ta="right">{t('forecastRecord.naive')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {model.coverage.map((level, at) => (
            <Table.Tr key={level.nominal}>
              <Table.Td className="number">{formatShare(level.nominal)}</Table.Td>
              <Table.Td className="number">{formatShare(level.observed)}</Table.Td>
              <Table.Td className="number">{tellInterval(level)}</Table.Td>
              <Table.Td>
                <LightChip light={level.light} />
              </Table.Td>
              <Table.Td className="number">{formatShare(naive.coverage[at]?.observed ?? 0)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

/** Errors on the log scale, beside the plain median of the last ten. */
export function ErrorTable({ model, naive, ratios }: Backtest) {
  const { t } = useTranslation()
  const rows: readonly (readonly [string, number, number, string])[] = [
    [t('forecastRecord.mae'), model.mae, naive.mae, `${ratios.mae.low.toFixed(2)}–${ratios.mae.high.toFixed(2)}`],
    [
      t('forecastRecord.interval80'),
      model.interval80,
      naive.interval80,
      `${ratios.interval80.low.toFixed(2)}–${ratios.interval80.high.toFixed(2)}`,
    ],
    [t('forecastRecord.crps'), model.crps, naive.crps, ''],
    ...model.pinball.map(({ tau, loss }, at) => [t('forecastRecord.pinball', { tau }), loss, naive.pinball[at]?.loss ?? 0, ''] as const),
  ]
  return (
    <ScrollTable minWidth={520}>
      <Table fz="sm" verticalSpacing={4} data-testid="errors">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('forecastRecord.error')}</Table.Th>
            <Table.Th ta="right">{t('forecastRecord.ours')}</Table.Th>
            <Table.Th ta="right">{t('forecastRecord.naive')}</Table.Th>
            <Table.Th ta="right">{t('forecastRecord.ratio')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([name, ours, theirs, interval]) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              <Table.Td className="number">{ours.toFixed(3)}</Table.Td>
              <Table.Td className="number">{theirs.toFixed(3)}</Table.Td>
              <Table.Td className="number">
                {theirs > 0 ? (ours / theirs).toFixed(2) : '–'}
                {interval !== '' && theirs > 0 && ` (${interval})`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

/** Where ranges hold and where they do not: platform by tier. */
export function GroupTable({ groups }: Pick<Backtest, 'groups'>) {
  const { t } = useTranslation()
  const names = useNames()
  return (
    <ScrollTable minWidth={640}>
      <Table fz="sm" verticalSpacing={4} data-testid="groups">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('forecastRecord.platform')}</Table.Th>
            <Table.Th>{t('forecastRecord.tierName')}</Table.Th>
            <Table.Th ta="right">{t('forecastRecord.creators')}</Table.Th>
            <Table.Th ta="right">{t('forecastRecord.held80')}</Table.Th>
            <Table.Th ta="right">{t('forecastRecord.interval')}</Table.Th>
            <Table.Th>{t('forecastRecord.lightName')}</Table.Th>
            <Table.Th ta="right">{t('forecastRecord.groupRatio')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ platform, tier, creators, coverage80, maeRatio }) => (
            <Table.Tr key={`${platform} ${tier}`}>
              <Table.Td>{names('platform', platform)}</Table.Td>
              <Table.Td>{names('forecastTier', tier)}</Table.Td>
              <Table.Td className="number">{creators}</Table.Td>
              <Table.Td className="number">{formatShare(coverage80.observed)}</Table.Td>
              <Table.Td className="number">{tellInterval(coverage80)}</Table.Td>
              <Table.Td>
                <LightChip light={coverage80.light} />
              </Table.Td>
              <Table.Td className="number">{maeRatio.toFixed(2)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
