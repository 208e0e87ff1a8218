import { NativeSelect, Stack, Table, Text } from '@mantine/core'
import type { Assessment } from '@kolibra/core/selection'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { useCampaigns } from '../../campaigns/use-campaigns.ts'
import { nameOfCreator } from '../../creators/creator-row.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { formatFen, formatShare } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { useAssessments } from '../use-assessments.ts'
import type { Shortlist } from '../use-shortlists.ts'
import { orderAssessments } from './assessment-order.ts'

/** One question holds no more. */
const MOST = 50
const SIGN = { block: '⊘', warn: '!', info: 'i' } as const

/** Fit with its evidence, out of 100. */
export function FitCell({ fit }: Pick<Assessment, 'fit'>) {
  const { t } = useTranslation()
  if (fit.score === null) return <Unknown why={t('fit.nothing')} />
  return (
    <>
      {Math.round(100 * fit.score)}
      <Text size="xs" c="dimmed">
        {t('fit.partEvidence', { share: formatShare(fit.completeness) })}
      </Text>
    </>
  )
}

/** What is paid in all by the quote a plan would use; unfiled ones are told and never taken. */
export function PriceCell({ price }: Pick<Assessment, 'price'>) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <>
      {price.costFen === null ? <Unknown why={read(price.because)} /> : formatFen(price.costFen)}
      {price.unfiled > 0 && (
        <Text size="xs" c="dimmed">
          <span aria-hidden>⊘</span> {t('fit.unfiled', { n: price.unfiled })}
        </Text>
      )}
    </>
  )
}

/** What stands in the way, gravest first, in one line each. */
export function ConflictCell({ conflicts }: Pick<Assessment, 'conflicts'>) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (conflicts.length === 0) return <Text size="sm">✓ {t('fit.clear')}</Text>
  return conflicts.map(({ code, severity, because }, index) => (
    <Text size="sm" key={`${code}${index}`}>
      <span className={`chip severity-${severity}`}>
        <span aria-hidden>{SIGN[severity]}</span> {t(`severity.${severity}`)}
      </span>{' '}
      {read(because)}
    </Text>
  ))
}

/** Everybody on a list held against a campaign, best first. */
export function ShortlistAssessments({ entries }: Pick<Shortlist, 'entries'>) {
  const { t } = useTranslation()
  const campaigns = useCampaigns()
  const [picked, setPicked] = useState<string | null>(null)
  const items = campaigns.data?.items ?? []
  const campaignId = picked ?? items[0]?.id ?? null
  const ids = entries.slice(0, MOST).map(({ creatorId }) => creatorId)
  const assessed = useAssessments(campaignId, ids)
  if (campaignId === null) return null
  const nameOf = (id: string) => {
    const row = entries.find(({ creatorId }) => creatorId === id)?.row ?? null
    return row === null ? id : nameOfCreator(row)
  }
  return (
    <Stack gap="xs" data-testid="shortlist-assessments">
      <NativeSelect
        label={t('fit.against')}
        value={campaignId}
        onChange={(event) => setPicked(event.currentTarget.value)}
        data={items.map(({ id: value, campaign }) => ({ value, label: campaign.name }))}
      />
      {assessed.isPending && <Loading />}
      {assessed.error && <ProblemNotice error={assessed.error} onRetry={() => void assessed.refetch()} />}
      {assessed.data && (
        <ScrollTable minWidth={520}>
          <Table fz="sm" verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('fit.creator')}</Table.Th>
                <Table.Th ta="right">{t('fit.title')}</Table.Th>
                <Table.Th ta="right">{t('price.pays')}</Table.Th>
                <Table.Th>{t('fit.conflicts')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {orderAssessments(assessed.data.items).map((item) => (
                <Table.Tr key={item.creatorId}>
                  <Table.Td>
                    <AppLink
                      to="/creators/$id"
                      params={{ id: item.creatorId }}
                      search={{ campaign: campaignId }}
                      size="sm"
                      underline="always"
                    >
                      {nameOf(item.creatorId)}
                    </AppLink>
                  </Table.Td>
                  <Table.Td className="number">
                    <FitCell fit={item.fit} />
                  </Table.Td>
                  <Table.Td className="number">
                    <PriceCell price={item.price} />
                  </Table.Td>
                  <Table.Td>
                    <ConflictCell conflicts={item.conflicts} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollTable>
      )}
      {entries.length > MOST && <Text size="sm">{t('fit.most', { n: MOST })}</Text>}
    </Stack>
  )
}
