import { Button, Code, Group, Stack, Text, Title } from '@mantine/core'
import { DIGEST_EVENT, PARTY_NOTE_EVENT } from '@kolibra/core/accounts'
import { shanghaiClock } from '@kolibra/core/shared'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { AppLink } from '../ui/AppLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { nameProblem } from './name-problem.ts'
import { useChannels, useDeadLetters, useDropDead, useRetryDead, type DeadLetter } from './use-channels.ts'

// What goes to a channel without being an event that it asks for.
const OWN_NAMES: Readonly<Record<string, 'notifications.digest' | 'notifications.partyNote'>> = {
  [DIGEST_EVENT]: 'notifications.digest',
  [PARTY_NOTE_EVENT]: 'notifications.partyNote',
}

function useToldOf() {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const events = useChannels().data?.events ?? []
  return (eventName: string) => {
    const event = events.find(({ name }) => name === eventName)
    return event === undefined ? t(OWN_NAMES[eventName] ?? 'notifications.testMessage') : read(event.told)
  }
}

function Letter({ letter }: { letter: DeadLetter }) {
  const { t } = useTranslation()
  const told = useToldOf()
  const channel = useChannels().data?.items.find(({ id }) => id === letter.channelId)
  const [retry, drop] = [useRetryDead(), useDropDead()]
  const error = retry.error ?? drop.error
  return (
    <li className="link-card" data-testid="dead-letter">
      <Text fw={600}>{told(letter.eventName)}</Text>
      <Text size="sm">
        {t('notifications.deadWhere', { channel: channel?.name ?? '', at: shanghaiClock(letter.happenedAt), n: letter.attempts })}
      </Text>
      <Text size="sm">
        {t(nameProblem(letter.problem))} {letter.problem !== null && <Code>{letter.problem}</Code>}
      </Text>
      {letter.campaignId !== null && (
        <AppLink size="sm" to="/campaigns/$id" params={{ id: letter.campaignId }}>
          {t('notifications.toCampaign')}
        </AppLink>
      )}
      <Group gap="xs">
        <Button size="xs" loading={retry.isPending} onClick={() => retry.mutate(letter.id)}>
          {t('notifications.retry')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={drop.isPending}
          onClick={() => window.confirm(t('notifications.dropSure')) && drop.mutate(letter.id)}
        >
          {t('notifications.drop')}
        </Button>
      </Group>
      {error && <ProblemNotice error={error} />}
    </li>
  )
}

/** Messages to one's own channels that were given up: what, when, where and why; each is sent anew or thrown away. */
export function DeadLettersPage() {
  const { t } = useTranslation()
  const [letters, channels] = [useDeadLetters(), useChannels()]
  const error = letters.error ?? channels.error
  if (error) return <ProblemNotice error={error} onRetry={() => void Promise.all([letters.refetch(), channels.refetch()])} />
  if (!letters.data || !channels.data) return <Loading />
  const { items } = letters.data
  return (
    <Stack gap="md" data-testid="dead-letters">
      <div>
        <AppLink size="sm" to="/notifications">
          {t('notifications.back')}
        </AppLink>
        <Title order={1} size="h3">
          {t('notifications.deadTitle')}
        </Title>
        <Text c="dimmed" maw="68ch">
          {t('notifications.deadIntro')}
        </Text>
      </div>
      {items.length === 0 && <EmptyState title={t('notifications.deadEmpty')} text={t('notifications.deadEmptyText')} />}
      <ul className="link-list">
        {items.map((letter) => (
          <Letter key={letter.id} letter={letter} />
        ))}
      </ul>
    </Stack>
  )
}
