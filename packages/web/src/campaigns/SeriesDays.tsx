import { Button, Table, Text } from '@mantine/core'
import type { SeriesValue } from '@kolibra/core/campaigns'
import { useTranslation } from 'react-i18next'
import { useNames } from '../app/i18n/use-names.ts'
import { formatExact, formatMoment } from '../ui/format-number.ts'
import { PassportNumber } from '../ui/PassportNumber.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { useWithdrawDay, type SeriesDay } from './use-series.ts'

function useOrigin() {
  const { t } = useTranslation()
  return ({ enteredBy, importId, enteredAt }: SeriesValue) =>
    t(importId === null ? 'series.typedBy' : 'series.importedBy', { who: enteredBy ?? t('ui.unknown'), at: formatMoment(enteredAt) ?? '' })
}

function DayRow({ day, stands, others }: SeriesDay) {
  const { t } = useTranslation()
  const names = useNames()
  const tellOrigin = useOrigin()
  const withdraw = useWithdrawDay()
  const { id } = stands
  const rows: [string, string][] = [
    [t('passport.unit'), names('unit', stands.unit)],
    [t('passport.source'), stands.source],
    [t('series.entered'), tellOrigin(stands)],
    ...others.map((other): [string, string] => [
      other.withdrawnAt === null ? t('series.before') : t('series.withdrawn'),
      `${formatExact(other.value)} · ${other.source} · ${tellOrigin(other)}`,
    ]),
  ]
  return (
    <Table.Tr>
      <Table.Td className="number-left">{day}</Table.Td>
      <Table.Td className="number">
        <PassportNumber label={day} shown={formatExact(stands.value)} rows={rows} />
      </Table.Td>
      <Table.Td>
        {others.map((other) => (
          <Text key={`${other.enteredAt}${other.id ?? other.importId}`} size="xs" c="dimmed" td="line-through">
            {formatExact(other.value)}
          </Text>
        ))}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{stands.source}</Text>
        <Text size="xs" c="dimmed">
          {tellOrigin(stands)}
        </Text>
      </Table.Td>
      <Table.Td>
        {id !== null && (
          <Button
            variant="subtle"
            size="compact-xs"
            loading={withdraw.isPending}
            aria-label={t('series.undoDay', { day })}
            onClick={() => withdraw.mutate(id)}
          >
            {t('series.undo')}
          </Button>
        )}
        {withdraw.error && <ProblemNotice error={withdraw.error} />}
      </Table.Td>
    </Table.Tr>
  )
}

/** The last days of a series, newest first: what stands, what it replaced, who said it, and the way back. */
export function SeriesDays({ days, unit }: { days: readonly SeriesDay[]; unit: string }) {
  const { t } = useTranslation()
  const names = useNames()
  return (
    <ScrollTable minWidth={520}>
      <Table fz="sm" verticalSpacing={4} data-testid="series-days">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('page.day')}</Table.Th>
            <Table.Th ta="right">{names('unit', unit)}</Table.Th>
            <Table.Th>{t('series.before')}</Table.Th>
            <Table.Th>{t('passport.source')}</Table.Th>
            <Table.Th>
              <span className="sr-only">{t('series.undo')}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.toReversed().map((day) => (
            <DayRow key={day.day} {...day} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
