import { Stack, Table, Text } from '@mantine/core'
import type { CreatorWork, WorkItem } from '@kolibra/core/reports'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { AppLink } from '../ui/AppLink.tsx'
import { formatCount, formatFen, formatMoment } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { RangeBar } from '../ui/RangeBar.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { Unknown } from '../ui/Unknown.tsx'
import { ReportNumber } from './ReportNumber.tsx'
import { useCreatorWork } from './use-creator-work.ts'

const OUTCOME_CHIP = { within: 'outcome-pass', above: 'outcome-review', below: 'outcome-warn' } as const
const OUTCOME_SIGN = { within: '✓', above: '↑', below: '↓' } as const

/** Campaigns that clash with what is known of a creator's other work, each with the reason of the Choice gate. */
function Clashes({ clashes }: { clashes: CreatorWork['clashes'] }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return clashes.map(({ campaignId, campaign, code, because, fix }) => (
    <div key={`${campaignId}${code}${because.en}`} className="problem">
      <Text size="sm" fw={600}>
        <span aria-hidden>⊘ </span>
        <AppLink to="/campaigns/$id" params={{ id: campaignId }} underline="always">
          {t('dossier.conflict', { campaign })}
        </AppLink>
      </Text>
      <Text size="sm">
        {read(because)} → {read(fix)}
      </Text>
    </div>
  ))
}

function WorkRow({ item, top }: { item: WorkItem; top: number }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const names = useNames()
  const { forecast, views, outcome } = item
  return (
    <Table.Tr>
      <Table.Td>
        <AppLink to="/campaigns/$id" params={{ id: item.campaignId }} size="sm" underline="always">
          {item.campaign}
        </AppLink>
        <Text size="xs" c="dimmed">
          {names('format', item.format)}
        </Text>
      </Table.Td>
      <Table.Td>{names('deliverableState', item.state)}</Table.Td>
      <Table.Td className="number">
        {item.agreedFen === null ? (
          <Unknown why={item.hasContract ? t('page.nobodySaid') : t('work.notAgreed')} />
        ) : (
          formatFen(item.agreedFen)
        )}
      </Table.Td>
      <Table.Td className="number">{item.drafts}</Table.Td>
      <Table.Td>
        {item.publishedAt === null ? (
          <Unknown why={t('work.notPublished')} />
        ) : item.url === null ? (
          formatMoment(item.publishedAt)
        ) : (
          <a href={item.url} target="_blank" rel="noreferrer noopener">
            {formatMoment(item.publishedAt)}
          </a>
        )}
      </Table.Td>
      <Table.Td>
        {forecast === null ? (
          <Unknown why={t('work.notForecast')} />
        ) : (
          <RangeBar {...forecast} unit="views" top={top} target={views?.value ?? null} />
        )}
      </Table.Td>
      <Table.Td className="number">
        {views === null ? <Unknown why={t('work.noCounts')} /> : formatCount(views.value, language)}
        {outcome !== null && (
          <div>
            <span className={`chip ${OUTCOME_CHIP[outcome]}`}>
              <span aria-hidden>{OUTCOME_SIGN[outcome]}</span> {t(`work.${outcome}`)}
            </span>
          </div>
        )}
      </Table.Td>
      <Table.Td className="number">
        <ReportNumber number={item.freedom} />
      </Table.Td>
      <Table.Td className="number">
        <ReportNumber number={item.kept} />
      </Table.Td>
    </Table.Tr>
  )
}

function WorkTable({ items }: { items: CreatorWork['items'] }) {
  const { t } = useTranslation()
  const judged = items.filter(({ outcome }) => outcome !== null)
  const hits = judged.filter(({ outcome }) => outcome === 'within').length
  const top = 1.1 * Math.max(1, ...items.map(({ forecast, views }) => Math.max(forecast?.p90 ?? 0, views?.value ?? 0)))
  return (
    <>
      <Text size="sm" fw={600}>
        {judged.length === 0 ? t('work.allOpen') : t('work.hits', { n: hits, of: judged.length })}
      </Text>
      <ScrollTable minWidth={1040}>
        <Table fz="sm" verticalSpacing={4} data-testid="work">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('work.campaign')}</Table.Th>
              <Table.Th>{t('work.state')}</Table.Th>
              <Table.Th ta="right">{t('work.agreed')}</Table.Th>
              <Table.Th ta="right">{t('work.drafts')}</Table.Th>
              <Table.Th>{t('work.published')}</Table.Th>
              <Table.Th>{t('work.forecast')}</Table.Th>
              <Table.Th ta="right">{t('work.happened')}</Table.Th>
              <Table.Th ta="right">{t('report.freedom')}</Table.Th>
              <Table.Th ta="right">{t('report.kept')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((item) => (
              <WorkRow key={item.deliverableId} item={item} top={top} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      <Text size="xs" c="dimmed">
        {t('chart.source', { source: t('work.source') })}
      </Text>
    </>
  )
}

/** What the creator did with us: contract, drafts, publication, and what was forecast against what came. */
export function WorkSection({ creatorId }: { creatorId: string }) {
  const { t } = useTranslation()
  const work = useCreatorWork(creatorId)
  if (work.isPending) return <Loading />
  if (work.error) return <ProblemNotice error={work.error} onRetry={() => void work.refetch()} />
  return (
    <Stack gap="xs">
      <Clashes clashes={work.data.clashes} />
      {work.data.items.length === 0 ? <Text size="sm">{t('work.none')}</Text> : <WorkTable items={work.data.items} />}
    </Stack>
  )
}
