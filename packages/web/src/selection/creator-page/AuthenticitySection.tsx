import { List, Stack, Table, Text } from '@mantine/core'
import type { VettedCreator } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { formatExact, formatMoment, formatShare } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ScrollTable } from '../../ui/ScrollTable.tsx'
import { Unknown } from '../../ui/Unknown.tsx'
import { useVetting } from './use-creator-page.ts'

type Authenticity = VettedCreator['vetting']['authenticity']

function SignalTable({ signals }: Pick<Authenticity, 'signals'>) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <ScrollTable minWidth={420}>
      <Table fz="sm" verticalSpacing={4} data-testid="signals">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('vetting.evidence')}</Table.Th>
            <Table.Th ta="right">{t('vetting.weight')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {signals
            .toSorted((a, b) => b.weight - a.weight)
            .map(({ code, because, becauseZh, weight }) => (
              <Table.Tr key={code}>
                <Table.Td>
                  {weight > 0 && <span className="chip outcome-warn">! {t('vetting.inconsistent')}</span>}{' '}
                  {read({ en: because, zh: becauseZh ?? because })}
                </Table.Td>
                <Table.Td className="number">{formatExact(Math.round(weight * 100) / 100)}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

function Missing({ needs }: { needs: Authenticity['missingNeeds'] }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (needs.length === 0) return null
  const told = [...new Set(needs.map(({ needs: en, needsZh }) => read({ en, zh: needsZh })))]
  return (
    <details>
      <summary>{t('vetting.missing', { n: needs.length })}</summary>
      <List size="sm">
        {told.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </details>
  )
}

/** Signals that are inconsistent with peers; how much evidence there is stands beside the score. */
export function AuthenticitySection({ creatorId, campaignId }: { creatorId: string; campaignId: string | undefined }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const vetted = useVetting(creatorId, campaignId)
  if (vetted.isPending) return <Loading />
  if (vetted.error) return <ProblemNotice error={vetted.error} onRetry={() => void vetted.refetch()} />
  const { asOf, peers, vetting } = vetted.data
  const { score, completeness, signals, missingNeeds, labels, labelsZh } = vetting.authenticity
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('vetting.why')}
      </Text>
      <dl className="counts">
        <div>
          <dt>{t('vetting.score')}</dt>
          <dd>{score === null ? <Unknown why={t('vetting.noEvidence')} /> : t('vetting.of100', { n: Math.floor(score + 1e-9) })}</dd>
        </div>
        <div>
          <dt>{t('vetting.completeness')}</dt>
          <dd>{formatShare(completeness)}</dd>
        </div>
      </dl>
      {score !== null && (
        <Text size="sm" c="dimmed">
          {t('vetting.best')}
        </Text>
      )}
      {labels.map((label, index) => (
        <Text size="sm" key={label}>
          <span className="chip">i</span> {read({ en: label, zh: labelsZh?.[index] ?? label })}
        </Text>
      ))}
      {signals.length === 0 ? <Text size="sm">{t('vetting.noEvidence')}</Text> : <SignalTable signals={signals} />}
      <Missing needs={missingNeeds} />
      <Text size="xs" c="dimmed">
        {t('vetting.peers', { n: peers, at: formatMoment(asOf) ?? '' })}
      </Text>
    </Stack>
  )
}
