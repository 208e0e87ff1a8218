import { Button, Group, MultiSelect, Stack, Table, Text, Title } from '@mantine/core'
import { fillGoal } from '@kolibra/core/campaigns'
import { isResultKept, type ProposedResult } from '@kolibra/core/reports'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { EditGoal } from '../campaigns/EditGoal.tsx'
import { useCampaigns, useSaveCampaign, type CampaignRecord } from '../campaigns/use-campaigns.ts'
import { AppLink } from '../ui/AppLink.tsx'
import { formatExact, formatIn } from '../ui/format-number.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { Unknown } from '../ui/Unknown.tsx'
import { ReportNumber } from './ReportNumber.tsx'
import { useChain, type ChainItem } from './use-chain.ts'

function LessonKpis({ kpis }: Pick<ChainItem, 'kpis'>) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  const value = (unit: string, number: number | null) =>
    number === null ? <Unknown why={t('report.noForecast')} /> : formatIn(unit, number, language)
  return (
    <ScrollTable minWidth={480}>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>KPI</Table.Th>
            <Table.Th ta="right">{t('kpiField.target')}</Table.Th>
            <Table.Th ta="right">P50 {t('plan.plan')}</Table.Th>
            <Table.Th ta="right">{t('chart.actual')}</Table.Th>
            <Table.Th>{t('report.verdict')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kpis.map(({ name, unit, target, p50, actual, verdict }) => (
            <Table.Tr key={name}>
              <Table.Td fw={600}>{names('kpi', name)}</Table.Td>
              <Table.Td className="number">{value(unit, target)}</Table.Td>
              <Table.Td className="number">{value(unit, p50)}</Table.Td>
              <Table.Td className="number">
                <ReportNumber number={actual} />
              </Table.Td>
              <Table.Td>
                <span className={`chip verdict-${verdict}`}>{t(`reportVerdict.${verdict}`)}</span>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

interface LessonCardProps {
  readonly item: ChainItem
  readonly isSaving: boolean
  readonly onTake: (() => void) | null
  readonly onKeep: (() => void) | null
}

function LessonCard({ item, isSaving, onTake, onKeep }: LessonCardProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const tellResult = useResultWords()
  const { id, name, starts, ends, depth, proven, forecast, result } = item
  return (
    <li className="note" data-testid="lesson">
      <Group justify="space-between">
        <Text fw={600}>
          <AppLink to="/campaigns/$id/report" params={{ id }} size="sm">
            {name}
          </AppLink>{' '}
          <Text span size="sm" c="dimmed">
            {starts} – {ends} · {t('chain.depth', { n: depth })}
          </Text>
        </Text>
        {onTake && (
          <Button variant="default" size="xs" onClick={onTake}>
            {t('chain.take')}
          </Button>
        )}
      </Group>
      <LessonKpis kpis={item.kpis} />
      <Text size="sm">
        {forecast.posts === 0 || forecast.ratio === null
          ? t('chain.noRecord')
          : t('chain.record', {
              inRange: forecast.inRange,
              posts: forecast.posts,
              ratio: formatExact(Math.round(forecast.ratio * 100) / 100),
            })}
      </Text>
      {result && (
        <Group gap="xs">
          <Text size="sm">{tellResult(result)}</Text>
          {onKeep && (
            <Button variant="default" size="compact-xs" loading={isSaving} onClick={onKeep}>
              {t('chain.keepResult')}
            </Button>
          )}
        </Group>
      )}
      {proven.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {t('chain.proven')}
          </Text>
          <ul className="plain-list">
            {proven.map(({ creatorId, creatorName, because }) => (
              <li key={creatorId}>
                <AppLink to="/creators/$id" params={{ id: creatorId }} size="sm">
                  {creatorName ?? creatorId}
                </AppLink>{' '}
                <Text span size="sm">
                  {read(because)}
                </Text>
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  )
}

/** What views brought in one sentence, with where it comes from. */
function useResultWords() {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return ({ source, ...result }: ProposedResult) => {
    const counts = (['views', 'newFollowers', 'mentions'] as const).flatMap((field) => {
      const value = result[field]
      return value == null ? [] : [`${t(`pastResults.field.${field}`)} ${formatExact(value)}`]
    })
    return t('chain.result', { counts: counts.join(t('ui.comma')), source: read(source) })
  }
}

/** The campaigns this one goes on from, and what they showed: to start from, not from nothing. */
export function ChainSection({ record }: { record: CampaignRecord }) {
  const { t } = useTranslation()
  const campaigns = useCampaigns()
  const chain = useChain(record.id)
  const save = useSaveCampaign(record.id)
  const [taken, setTaken] = useState<ChainItem | null>(null)
  const { read } = useLanguage()
  const { campaign, version } = record
  const held = campaign.pastResults ?? []
  const keep = ({ source, ...result }: ProposedResult) =>
    save.mutate({ version, campaign: { ...campaign, pastResults: [...held, { ...result, source: read(source) }] } })
  const keepOf = (result: ProposedResult | null) => (result === null || isResultKept(held, result) ? null : () => keep(result))
  const named = campaign.predecessors ?? []
  const known = (campaigns.data?.items ?? [])
    .filter(({ id }) => id !== record.id)
    .map(({ id, campaign: other }) => ({ value: id, label: `${other.name} (${other.starts})` }))
  const strange = named.filter((id) => !known.some(({ value }) => value === id)).map((id) => ({ value: id, label: id }))
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('chain.heading')}
      </Title>
      <Text size="sm" c="dimmed" maw="80ch">
        {t('chain.intro')}
      </Text>
      <MultiSelect
        label={t('chain.predecessors')}
        placeholder={named.length === 0 ? t('chain.none') : ''}
        data={[...known, ...strange]}
        value={[...named]}
        searchable
        maw={520}
        onChange={(predecessors) => save.mutate({ version, campaign: { ...campaign, predecessors } })}
      />
      {save.error && <ProblemNotice error={save.error} />}
      {chain.error && <ProblemNotice error={chain.error} onRetry={() => void chain.refetch()} />}
      {chain.data && chain.data.unknown.length > 0 && (
        <Text size="sm">{t('chain.unknown', { names: chain.data.unknown.join(t('ui.comma')) })}</Text>
      )}
      {chain.data && chain.data.items.length > 0 && (
        <ul className="notes">
          {chain.data.items.map((item) => (
            <LessonCard
              key={item.id}
              item={item}
              isSaving={save.isPending}
              onTake={item.goal === null ? null : () => setTaken(item)}
              onKeep={keepOf(item.result)}
            />
          ))}
        </ul>
      )}
      {taken?.goal && (
        <EditGoal
          record={{ ...record, campaign: { ...campaign, goal: fillGoal(campaign.goal, taken.goal) } }}
          onClose={() => setTaken(null)}
        />
      )}
    </Stack>
  )
}
