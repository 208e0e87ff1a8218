import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { isAnswered } from '@kolibra/core/briefs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../ui/format-number.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import type { BriefVersion } from '../use-briefs.ts'
import { DifferenceTable } from './DifferenceTable.tsx'
import { MoveHistory } from './MoveHistory.tsx'
import { PlaybackForm } from './PlaybackForm.tsx'
import { useBriefChain, useReceive, type ChainLink } from './use-chain.ts'

const openOf = ({ differences }: ChainLink) => differences.filter(({ settlement }) => settlement === null)

/** Where a party stands with a version, in one word and a sign. */
function standOf(link: ChainLink): 'differs' | 'understood' | 'waiting' | 'notSent' | 'notAsked' {
  if (!link.canSee) return 'notSent'
  if (openOf(link).length > 0) return 'differs'
  if (!link.isAsked) return 'notAsked'
  return isAnswered(link.asked) ? 'understood' : 'waiting'
}
const SIGNS = { differs: '≠', understood: '✓', waiting: '…', notSent: '–', notAsked: '–' } as const

interface LinkProps {
  readonly campaignId: string
  readonly version: BriefVersion
  readonly link: ChainLink
  readonly name: string
}

function LinkBlock({ campaignId, version, link, name }: LinkProps) {
  const { t } = useTranslation()
  const [isPlaying, setPlaying] = useState(false)
  const receive = useReceive(campaignId, version.id)
  const stand = standOf(link)
  const received = link.receipts[0]
  return (
    <div className="party-block" data-testid="chain-link" data-stand={stand}>
      <Group gap="xs">
        <Text fw={600} size="sm">
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`partyRole.${link.party.role}`)}
        </Text>
        <Badge variant="default" tt="none">
          {SIGNS[stand]} {t(`briefChain.${stand}`, { n: openOf(link).length })}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {received
          ? t('briefChain.receivedAt', { at: formatMoment(received.at), device: received.device || t('briefChain.noDevice') })
          : t('briefChain.notReceived')}
        {link.saidAt !== null && ` · ${t('briefChain.playedBackAt', { at: formatMoment(link.saidAt) })}`}
      </Text>
      {link.canSee && (
        <Group gap="xs" mt={4}>
          {!received && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={`${t('briefChain.receive')} · ${name}`}
              loading={receive.isPending}
              onClick={() => receive.mutate({ actingFor: { partyId: link.party.id } })}
            >
              {t('briefChain.receive')}
            </Button>
          )}
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`${t(link.playback === null ? 'briefChain.playBack' : 'briefChain.correct')} · ${name}`}
            onClick={() => setPlaying(!isPlaying)}
          >
            {t(link.playback === null ? 'briefChain.playBack' : 'briefChain.correct')}
          </Button>
        </Group>
      )}
      {receive.error && <ProblemNotice error={receive.error} />}
      {isPlaying && <PlaybackForm {...{ campaignId, version, link, name }} onDone={() => setPlaying(false)} />}
      {link.differences.length > 0 && <DifferenceTable {...{ campaignId, version, link, name }} />}
    </div>
  )
}

interface ChainSectionProps {
  readonly campaignId: string
  readonly version: BriefVersion
  readonly nameOf: (creatorId: string) => string
}

/** The parties of a version in the order of the chain: who has it, who played it back, and where they understood it otherwise. */
export function ChainSection({ campaignId, version, nameOf }: ChainSectionProps) {
  const { t } = useTranslation()
  const chain = useBriefChain(campaignId, version.id)
  if (chain.isPending) return <Loading />
  if (chain.error) return <ProblemNotice error={chain.error} onRetry={() => void chain.refetch()} />
  const { links, moves } = chain.data
  const labelOf = ({ party }: ChainLink) => party.name ?? (party.creatorId === null ? '' : nameOf(party.creatorId))
  const shown = links.filter(({ isAsked, receipts, playback }) => isAsked || receipts.length > 0 || playback !== null)
  return (
    <Stack gap="sm" data-testid="chain">
      {shown.length > 0 && (
        <Title order={3} size="h5">
          {t('briefChain.title')}
        </Title>
      )}
      {shown.map((link) => (
        <LinkBlock key={link.party.id} {...{ campaignId, version, link }} name={labelOf(link)} />
      ))}
      <MoveHistory moves={moves} />
    </Stack>
  )
}
