import { Stack, Table, Text } from '@mantine/core'
import type { CampaignOutcome } from '@kolibra/core/reports'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useNames } from '../../app/i18n/use-names.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatCount, formatMoment } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { RangeBar } from '../../ui/RangeBar.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { useForecastRecord } from './use-forecast-record.ts'

const CHIP = { within: 'outcome-pass', above: 'outcome-review', below: 'outcome-warn' } as const
const SIGN = { within: '✓', above: '↑', below: '↓' } as const

function placeOf({ p10, p90, actual }: CampaignOutcome): keyof typeof CHIP {
  if (actual < p10) return 'below'
  return actual > p90 ? 'above' : 'within'
}

function OutcomeRow({ outcome, top }: { outcome: CampaignOutcome; top: number }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  const { campaignId, campaign, ends, metric, actual, countedAt, p10, p50, p90, outsidePosts } = outcome
  const place = placeOf(outcome)
  return (
    <Table.Tr>
      <Table.Td>
        <AppLink to="/campaigns/$id/report" params={{ id: campaignId }} size="sm" underline="always">
          {campaign}
        </AppLink>
      </Table.Td>
      <Table.Td className="number">{ends}</Table.Td>
      <Table.Td>{names('kpi', metric)}</Table.Td>
      <Table.Td>
        <RangeBar {...{ p10, p50, p90, top }} unit={metric} target={actual} />
      </Table.Td>
      <Table.Td className="number">
        {formatCount(actual, language)}
        {outsidePosts > 0 && (
          <Text size="xs" c="dimmed">
            {t('forecastRecord.outside', { count: outsidePosts })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <span className={`chip ${CHIP[place]}`}>
          <span aria-hidden>{SIGN[place]}</span> {t(`work.${place}`)}
        </span>
      </Table.Td>
      <Table.Td className="number">{formatMoment(countedAt)}</Table.Td>
    </Table.Tr>
  )
}

/** Past campaigns: what was forecast when the goal was frozen, and what came. */
export function OutcomesSection() {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const record = useForecastRecord()
  if (record.isPending) return <Loading />
  if (record.error) return <ProblemNotice error={record.error} onRetry={() => void record.refetch()} />
  const { outcomes, summaries } = record.data
  if (outcomes.length === 0)
    return (
      <EmptyState title={t('forecastRecord.noneTitle')} text={t('forecastRecord.noneText')} example={t('forecastRecord.noneExample')} />
    )
  const topOf = (metric: string) =>
    1.1 * Math.max(1, ...outcomes.filter((each) => each.metric === metric).map(({ p90, actual }) => Math.max(p90, actual)))
  return (
    <Stack gap="xs">
      {summaries.map(({ metric, sentence }) => (
        <Text key={metric} fw={600} size="sm">
          {read(sentence)}
        </Text>
      ))}
      <ScrollTable minWidth={820}>
        <Table fz="sm" verticalSpacing={4} data-testid="outcomes">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('work.campaign')}</Table.Th>
              <Table.Th ta="right">{t('forecastRecord.ended')}</Table.Th>
              <Table.Th>{t('forecastRecord.metric')}</Table.Th>
              <Table.Th>{t('forecastRecord.frozen')}</Table.Th>
              <Table.Th ta="right">{t('work.happened')}</Table.Th>
              <Table.Th>{t('forecastRecord.outcome')}</Table.Th>
              <Table.Th ta="right">{t('forecastRecord.counted')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {outcomes.map((outcome) => (
              <OutcomeRow key={`${outcome.campaignId} ${outcome.metric}`} outcome={outcome} top={topOf(outcome.metric)} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      <Text size="xs" c="dimmed">
        {t('forecastRecord.source')}
      </Text>
    </Stack>
  )
}
