import { Stack, Table, Text, useComputedColorScheme } from '@mantine/core'
import type { FreedomPoint, FreedomRelation } from '@kolibra/core/reports'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { Drawing } from '../../ui/Drawing.tsx'
import { formatShare } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { freedomOption } from './freedom-option.ts'
import { useFreedomRecord } from './use-freedom-record.ts'

const HEIGHT_PX = 300
const CHIP = { pays: 'outcome-pass', costs: 'outcome-warn', cannot_tell: 'outcome-review' } as const
const SIGN = { pays: '↑', costs: '↓', cannot_tell: '?' } as const
const two = (value: number) => value.toFixed(2)

function RelationRow({ relation }: { relation: FreedomRelation }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { measure, n, campaigns, rho, low, high, perTenPoints, verdict, because } = relation
  const cell = (value: string | null) => <Table.Td className="number">{value ?? <Unknown why={read(because)} />}</Table.Td>
  return (
    <Table.Tr>
      <Table.Th scope="row">{t(`freedomPays.measure.${measure}`)}</Table.Th>
      <Table.Td className="number">{n}</Table.Td>
      <Table.Td className="number">{campaigns}</Table.Td>
      {cell(rho === null ? null : two(rho))}
      {cell(low === null || high === null ? null : `${two(low)} – ${two(high)}`)}
      {cell(perTenPoints === null ? null : `${perTenPoints < 0 ? '' : '+'}${formatShare(perTenPoints)}`)}
      <Table.Td>
        <span className={`chip ${CHIP[verdict]}`}>
          <span aria-hidden>{SIGN[verdict]}</span> {t(`freedomPays.verdict.${verdict}`)}
        </span>
      </Table.Td>
    </Table.Tr>
  )
}

function RelationTable({ relations }: { relations: readonly FreedomRelation[] }) {
  const { t } = useTranslation()
  return (
    <ScrollTable minWidth={720}>
      <Table fz="sm" verticalSpacing={4} data-testid="freedom-pays">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('freedomPays.figure')}</Table.Th>
            <Table.Th ta="right">{t('freedomPays.posts')}</Table.Th>
            <Table.Th ta="right">{t('freedomPays.campaigns')}</Table.Th>
            <Table.Th ta="right">{t('freedomPays.rho')}</Table.Th>
            <Table.Th ta="right">{t('freedomPays.interval')}</Table.Th>
            <Table.Th ta="right">{t('freedomPays.perTen')}</Table.Th>
            <Table.Th>{t('freedomPays.answer')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {relations.map((relation) => (
            <RelationRow key={relation.measure} relation={relation} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

function PointChart({ points }: { points: readonly FreedomPoint[] }) {
  const { t } = useTranslation()
  const scheme = useComputedColorScheme('light')
  const option = useMemo(() => {
    const names = {
      freedom: t('freedomPays.measure.freedom'),
      kept: t('freedomPays.measure.kept'),
      x: t('freedomPays.x'),
      y: t('freedomPays.y'),
    }
    return freedomOption({ points, names, scheme })
  }, [points, scheme, t])
  return <Drawing option={option} height={HEIGHT_PX} />
}

/** Does freedom pay here: both figures of published posts against views relative to forecast, with n, interval and method. */
export function FreedomPays() {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const record = useFreedomRecord()
  if (record.isPending) return <Loading />
  if (record.error) return <ProblemNotice error={record.error} onRetry={() => void record.refetch()} />
  const { points, leftOut, relations, method } = record.data
  return (
    <Stack gap="xs">
      {relations.map(({ measure, because }) => (
        <Text key={measure} size="sm" fw={600}>
          {t('ui.labelled', { label: t(`freedomPays.measure.${measure}`), text: read(because) })}
        </Text>
      ))}
      {points.length > 0 && <PointChart points={points} />}
      <RelationTable relations={relations} />
      <Text size="xs" c="dimmed">
        {read(method)} {t('freedomPays.leftOut', { n: leftOut })}
      </Text>
    </Stack>
  )
}
