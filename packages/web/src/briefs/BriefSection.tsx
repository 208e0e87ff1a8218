import { Button, Group, Modal, Stack, Table, Text, Textarea } from '@mantine/core'
import { BRIEF_MOVES, type BriefMove, type BriefState } from '@kolibra/core/briefs'
import type { Category } from '@kolibra/core/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState.tsx'
import { formatMoment } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { BriefDiff } from './BriefDiff.tsx'
import { blankBrief, type BriefSeed } from './blank-brief.ts'
import { BriefEditor } from './BriefEditor.tsx'
import { BriefView } from './BriefView.tsx'
import { FreedomIndex } from './FreedomIndex.tsx'
import { useBriefs, useMoveBrief, type BriefVersion } from './use-briefs.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'

const MOVES: readonly BriefMove[] = ['submit', 'approve', 'request_changes', 'send', 'acknowledge']
const movesFrom = (state: BriefState) =>
  MOVES.filter((move) => {
    const from: readonly string[] = BRIEF_MOVES[move].from
    return from.includes(state)
  })

function Moves({ campaignId, version }: { campaignId: string; version: BriefVersion }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<BriefMove | null>(null)
  const [note, setNote] = useState('')
  const mover = useMoveBrief(campaignId)
  const go = (move: BriefMove, text: string) => mover.mutate({ id: version.id, move, note: text }, { onSuccess: () => setAsking(null) })
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {movesFrom(version.state).map((move) => (
          <Button
            key={move}
            variant={move === 'request_changes' ? 'default' : 'filled'}
            loading={mover.isPending && mover.variables.move === move}
            onClick={() => (move === 'request_changes' ? setAsking(move) : go(move, ''))}
          >
            {t(`briefMove.${move}`)}
          </Button>
        ))}
      </Group>
      {mover.error && <ProblemNotice error={mover.error} />}
      <Modal
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={t('briefMove.request_changes')}
        closeButtonProps={{ 'aria-label': t('ui.close') }}
      >
        <Stack gap="md">
          <Textarea
            label={t('brief.whatToChange')}
            required
            autosize
            minRows={3}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            data-autofocus
          />
          <Button disabled={note.trim() === ''} loading={mover.isPending} onClick={() => asking && go(asking, note.trim())}>
            {t('briefMove.request_changes')}
          </Button>
        </Stack>
      </Modal>
    </Stack>
  )
}

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
}

/** The brief: its versions, the one shown, its freedom index and the next moves. */
export function BriefSection({ campaignId, category, seed }: BriefSectionProps) {
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
        initial={newest?.brief ?? blankBrief(seed)}
        version={(newest?.version ?? 0) + 1}
        onDone={() => setWriting(false)}
      />
    )
  if (!shown)
    return (
      <EmptyState title={t('brief.emptyTitle')} text={t('brief.emptyText')} example={t('brief.emptyExample')}>
        <Button onClick={() => setWriting(true)}>{t('brief.write')}</Button>
      </EmptyState>
    )
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start">
        <Text fw={600} data-testid="brief-state">
          {t('brief.versionN', { version: shown.version })} · {t(`briefState.${shown.state}`)}
        </Text>
        <Button variant="default" onClick={() => setWriting(true)}>
          {t('brief.newVersion')}
        </Button>
      </Group>
      {shown === newest && <Moves campaignId={campaignId} version={shown} />}
      <FreedomIndex freedom={shown.freedom} />
      {before && <BriefDiff before={before.brief} after={shown.brief} version={before.version} />}
      <BriefView brief={shown.brief} />
      {briefs.data.length > 1 && <VersionTable versions={briefs.data} shown={shown.id} onShow={setPicked} />}
    </Stack>
  )
}
