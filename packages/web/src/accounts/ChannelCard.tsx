import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { FormActions } from '../ui/FormActions.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { PersonSelect } from './PersonSelect.tsx'
import { ChannelSettingsFields } from './ChannelSettingsFields.tsx'
import { useChangeChannel, useChannels, useRemoveChannel, useTestChannel, type Channel, type ChannelSettings } from './use-channels.ts'

function EditChannel({ channel, onDone }: { channel: Channel; onDone: () => void }) {
  const { t } = useTranslation()
  // As it was when editing began: a newer one that comes meanwhile is not written over.
  const [{ id, revision, isPaused, userId: before, name, language, events, rhythm }] = useState(channel)
  const [settings, setSettings] = useState<ChannelSettings>({ name, language, events, rhythm })
  const [userId, setUserId] = useState(before)
  const change = useChangeChannel()
  const isWhole = settings.name.trim() !== ''
  return (
    <form
      aria-label={t('notifications.editNamed', { name })}
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole) change.mutate({ ...settings, name: settings.name.trim(), id, userId, revision, isPaused }, { onSuccess: onDone })
      }}
    >
      <Stack gap="sm">
        <PersonSelect value={userId} onChange={setUserId} />
        <ChannelSettingsFields value={settings} onChange={setSettings} />
        {change.error && <ProblemNotice error={change.error} />}
        <FormActions submit={t('notifications.save')} isBusy={change.isPending} isDisabled={!isWhole} onCancel={onDone} />
      </Stack>
    </form>
  )
}

function ToldOf({ channel }: { channel: Channel }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const events = (useChannels().data?.events ?? []).filter(({ name }) => channel.events.includes(name))
  if (events.length === 0) return <Text size="sm">{t('notifications.toldOfNothing')}</Text>
  return (
    <ul className="told-list">
      {events.map(({ name, told }) => (
        <li key={name}>{read(told)}</li>
      ))}
    </ul>
  )
}

function ChannelActions({ channel, onEdit }: { channel: Channel; onEdit: () => void }) {
  const { t } = useTranslation()
  const [change, remove, test] = [useChangeChannel(), useRemoveChannel(), useTestChannel()]
  const { id, name, isPaused } = channel
  const error = change.error ?? remove.error ?? test.error
  return (
    <>
      <Group gap="xs">
        <Button size="xs" loading={test.isPending} onClick={() => test.mutate(id)}>
          {t('notifications.test')}
        </Button>
        <Button size="xs" variant="default" onClick={onEdit}>
          {t('notifications.edit')}
        </Button>
        <Button size="xs" variant="default" loading={change.isPending} onClick={() => change.mutate({ ...channel, isPaused: !isPaused })}>
          {t(isPaused ? 'notifications.resume' : 'notifications.pause')}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={remove.isPending}
          onClick={() => window.confirm(t('notifications.removeSure', { name })) && remove.mutate(id)}
        >
          {t('notifications.remove')}
        </Button>
      </Group>
      <Text size="sm" role="status">
        {test.isSuccess ? t('notifications.testSent') : ''}
      </Text>
      {error && <ProblemNotice error={error} />}
    </>
  )
}

/** One channel: what it is, of what it tells and how often, and what can be done with it. */
export function ChannelCard({ channel }: { channel: Channel }) {
  const { t } = useTranslation()
  const [isEdited, setEdited] = useState(false)
  const { name, userId, kind, rhythm, language, isPaused } = channel
  const people = useChannels().data?.people ?? []
  // Whoever sees only their own needs no name beside each.
  const person = people.length < 2 ? undefined : people.find((one) => one.userId === userId)
  return (
    <li className="link-card" data-testid="channel">
      <Group gap="xs">
        <Text fw={600} className="break-anywhere" data-raw>
          {name}
        </Text>
        {person !== undefined && (
          <span className="chip" data-raw>
            {t('notifications.toldPerson', { name: person.name })}
          </span>
        )}
        <span className="chip">{t(`notifications.kind_${kind}`)}</span>
        <span className="chip">{t(`notifications.rhythm_${rhythm}`)}</span>
        <span className="chip">{language === 'zh' ? '简体中文' : 'English'}</span>
        {isPaused && <span className="chip state-waived">⏸ {t('notifications.paused')}</span>}
      </Group>
      {isEdited ? <EditChannel channel={channel} onDone={() => setEdited(false)} /> : <ToldOf channel={channel} />}
      {!isEdited && <ChannelActions channel={channel} onEdit={() => setEdited(true)} />}
    </li>
  )
}
