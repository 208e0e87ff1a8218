import { Button, Group, Stack, Table, Text } from '@mantine/core'
import type { Category } from '@kolibra/core/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../api.ts'
import { AppLinkButton } from '../ui/AppLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { formatMoment } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { BriefDiff } from './BriefDiff.tsx'
import { blankBrief, type BriefSeed } from './blank-brief.ts'
import { BriefEditor } from './BriefEditor.tsx'
import { FreedomIndex } from './FreedomIndex.tsx'
import { ChainSection } from './chain/ChainSection.tsx'
import { PartiesPanel } from './chain/PartiesPanel.tsx'
import { ReviewBar } from './chain/ReviewBar.tsx'
import { TalkedBrief } from './chain/TalkedBrief.tsx'
import { useBriefs, type BriefVersion } from './use-briefs.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'

function VersionTable({ versions, shown, onShow }: { versions: readonly BriefVersion[]; shown: string; onShow: (id: string) => void }) {
  const { t } = useTranslation()
  return (
    <ScrollTable minWidth={520}>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('brief.version')}</Table.Th>
            <Table.Th>{t('brief.state')}</Table.Th>
            <Table.Th>{t('brief.author')}</Table.Th>
            <Table.Th>{t('brief.writtenAt')}</Table.Th>
            <Table.Th ta="right">{t('freedom.title')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {versions.map(({ id, version, state, author, createdAt, freedom }) => (
            <Table.Tr key={id} {...(id === shown ? { 'aria-current': true } : {})}>
              <Table.Td>
                <Button variant="subtle" size="compact-sm" onClick={() => onShow(id)}>
                  {t('brief.versionN', { version })}
                </Button>
              </Table.Td>
              <Table.Td>{t(`briefState.${state}`)}</Table.Td>
              <Table.Td>{author.name ?? author.id}</Table.Td>
              <Table.Td className="number-left">{formatMoment(createdAt)}</Table.Td>
              <Table.Td className="number">{freedom.score}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}

interface BriefSectionProps {
  readonly campaignId: string
  readonly category: Category
  readonly seed: BriefSeed
  readonly localAgency: string | null
  readonly nameOf: (creatorId: string) => string
}

/** The brief: its versions, the one shown, its freedom index and the next moves. */
export function BriefSection({ campaignId, category, seed, localAgency, nameOf }: BriefSectionProps) {
  const { t } = useTranslation()
  const briefs = useBriefs(campaignId)
  const [isWriting, setWriting] = useState(false)
  const [picked, setPicked] = useState<string | null>(null)
  if (briefs.isPending) return <Loading />
  if (briefs.error) return <ProblemNotice error={briefs.error} onRetry={() => void briefs.refetch()} />
  const newest = briefs.data[0]
  const shown = briefs.data.find(({ id }) => id === picked) ?? newest
  const before = briefs.data.find(({ version }) => version === (shown?.version ?? 0) - 1)
  if (isWriting)
    return (
      <BriefEditor
        campaignId={campaignId}
        category={category}
        blank={blankBrief(seed)}
        versions={briefs.data}
        onDone={() => setWriting(false)}
      />
    )
  if (!shown)
    return (
      <EmptyState title={t('brief.emptyTitle')} text={t('brief.emptyText')} example={t('brief.emptyExample')}>
        <Button onClick={() => setWriting(true)}>{t('brief.write')}</Button>
        <PartiesPanel campaignId={campaignId} />
      </EmptyState>
    )
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start">
        <Text fw={600} data-testid="brief-state">
          {t('brief.versionN', { version: shown.version })} · {t(`briefState.${shown.state}`)}
        </Text>
        <Group gap="xs">
          <AppLinkButton variant="default" to="/campaigns/$id/brief/print" params={{ id: campaignId }} search={{ version: shown.version }}>
            {t('briefPrint.open')}
          </AppLinkButton>
          <Button component="a" variant="default" href={linkTo(`/briefs/${shown.id}/docx`)} download>
            {t('briefPrint.docx')}
          </Button>
          <Button variant="default" onClick={() => setWriting(true)}>
            {t('brief.newVersion')}
          </Button>
        </Group>
      </Group>
      {shown === newest && <ReviewBar {...{ campaignId, localAgency }} version={shown} />}
      <PartiesPanel campaignId={campaignId} />
      <FreedomIndex freedom={shown.freedom} />
      {before && <BriefDiff before={before.brief} after={shown.brief} version={before.version} />}
      <ChainSection key={shown.id} {...{ campaignId, nameOf }} version={shown} />
      <TalkedBrief {...{ campaignId, nameOf }} version={shown} />
      {briefs.data.length > 1 && <VersionTable versions={briefs.data} shown={shown.id} onShow={setPicked} />}
    </Stack>
  )
}
