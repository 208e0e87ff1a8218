import { Checkbox, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { NOTICE_RHYTHMS } from '@kolibra/core/accounts'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useChannels, type ChannelSettings } from './use-channels.ts'

interface FieldsProps {
  readonly value: ChannelSettings
  readonly onChange: (value: ChannelSettings) => void
}

function EventChoice({ value, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const events = useChannels().data?.events ?? []
  return (
    <Checkbox.Group
      label={t('notifications.events')}
      description={t('notifications.eventsHint')}
      value={[...value.events]}
      onChange={(chosen) => onChange({ ...value, events: events.map(({ name }) => name).filter((name) => chosen.includes(name)) })}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={6} mt="xs">
        {events.map(({ name, told }) => (
          <Checkbox key={name} value={name} label={read(told)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  )
}

/** What a new and a changed channel have in common: name, language, how often, and of what it tells. */
export function ChannelSettingsFields({ value, onChange }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <TextInput
          label={t('notifications.name')}
          value={value.name}
          maxLength={60}
          onChange={({ currentTarget }) => onChange({ ...value, name: currentTarget.value })}
        />
        <NativeSelect
          label={t('notifications.language')}
          value={value.language}
          data={[
            { value: 'zh', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={({ currentTarget }) => onChange({ ...value, language: currentTarget.value === 'zh' ? 'zh' : 'en' })}
        />
        <NativeSelect
          label={t('notifications.rhythm')}
          value={value.rhythm}
          data={NOTICE_RHYTHMS.map((rhythm) => ({ value: rhythm, label: t(`notifications.rhythm_${rhythm}`) }))}
          onChange={({ currentTarget }) =>
            onChange({ ...value, rhythm: NOTICE_RHYTHMS.find((rhythm) => rhythm === currentTarget.value) ?? 'immediate' })
          }
        />
      </SimpleGrid>
      {value.rhythm !== 'immediate' && (
        <Text size="sm" c="dimmed">
          {t('notifications.rhythmHint')}
        </Text>
      )}
      <EventChoice value={value} onChange={onChange} />
    </Stack>
  )
}
