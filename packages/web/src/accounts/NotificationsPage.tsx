import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/AppLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { AddChannel } from './AddChannel.tsx'
import { ChannelCard } from './ChannelCard.tsx'
import { useChannels, useDeadLetters } from './use-channels.ts'

function DeadLink() {
  const { t } = useTranslation()
  const count = useDeadLetters().data?.items.length
  if (count === undefined) return null
  return <AppLink to="/notifications/dead-letters">{t('notifications.deadLink', { n: count })}</AppLink>
}

/** By which channels whoever is signed in is told, of what, and how often. */
export function NotificationsPage() {
  const { t } = useTranslation()
  const channels = useChannels()
  const [isAdding, setAdding] = useState(false)
  if (channels.error) return <ProblemNotice error={channels.error} onRetry={() => void channels.refetch()} />
  if (!channels.data) return <Loading />
  const { items, canMail } = channels.data
  const button = <Button onClick={() => setAdding(true)}>{t('notifications.add')}</Button>
  return (
    <Stack gap="md" data-testid="notifications">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h3">
            {t('notifications.title')}
          </Title>
          <Text c="dimmed" maw="68ch">
            {t('notifications.intro')}
          </Text>
        </div>
        <Group gap="md">
          <DeadLink />
          {!isAdding && items.length > 0 && button}
        </Group>
      </Group>
      {isAdding && <AddChannel canMail={canMail} onDone={() => setAdding(false)} />}
      {items.length === 0 && !isAdding && (
        <EmptyState title={t('notifications.empty')} text={t('notifications.emptyText')} example={t('notifications.emptyExample')}>
          {button}
        </EmptyState>
      )}
      <ul className="link-list">
        {items.map((channel) => (
          <ChannelCard key={channel.id} channel={channel} />
        ))}
      </ul>
    </Stack>
  )
}
