import { NativeSelect, PasswordInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { CHANNEL_KINDS, checkChannel, SHORTEST_SECRET, type ChannelKind } from '@kolibra/core/accounts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { FormActions } from '../ui/FormActions.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { PersonSelect } from './PersonSelect.tsx'
import { ChannelSettingsFields } from './ChannelSettingsFields.tsx'
import { useAddChannel, type ChannelSettings } from './use-channels.ts'

// E-mail and WeCom sign nothing of ours.
const SIGNS: Readonly<Record<ChannelKind, boolean>> = { email: false, wecom: false, feishu: true, dingtalk: true, webhook: true }

/** Adds a channel. Address and secret are asked for once and never shown again. */
export function AddChannel({ canMail, onDone }: { canMail: boolean; onDone: () => void }) {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const [kind, setKind] = useState<ChannelKind>('wecom')
  const [address, setAddress] = useState('')
  const [secret, setSecret] = useState('')
  const [userId, setUserId] = useState<string | null>(null)
  const [settings, setSettings] = useState<ChannelSettings>({ name: '', language, events: [], rhythm: 'immediate' })
  const add = useAddChannel()
  const written = { kind, address: address.trim(), secret: SIGNS[kind] && secret.trim() !== '' ? secret.trim() : null }
  const faults = checkChannel(written)
  const isWhole = faults.length === 0 && settings.name.trim() !== ''
  // Nobody is told off before they wrote anything.
  const tell = (field: 'address' | 'secret', text: string) => {
    const fault = faults.find((one) => one.field === field)
    return fault === undefined || text.trim() === '' ? null : t(`notifications.fault_${fault.why}`, { count: SHORTEST_SECRET })
  }
  return (
    <form
      className="link-card"
      aria-label={t('notifications.add')}
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole) add.mutate({ ...settings, name: settings.name.trim(), userId, ...written }, { onSuccess: onDone })
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
          <NativeSelect
            label={t('notifications.kind')}
            value={kind}
            data={CHANNEL_KINDS.map((each) => ({ value: each, label: t(`notifications.kind_${each}`) }))}
            onChange={({ currentTarget }) => setKind(CHANNEL_KINDS.find((each) => each === currentTarget.value) ?? 'wecom')}
          />
          <TextInput
            label={t(kind === 'email' ? 'notifications.mailAddress' : 'notifications.webAddress')}
            description={t('notifications.neverShown')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="off"
            value={address}
            error={tell('address', address)}
            onChange={({ currentTarget }) => setAddress(currentTarget.value)}
          />
          {SIGNS[kind] && (
            <PasswordInput
              label={t(kind === 'webhook' ? 'notifications.secret' : 'notifications.secretIfSet')}
              description={t('notifications.neverShown')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              autoComplete="off"
              value={secret}
              error={tell('secret', secret)}
              visibilityToggleButtonProps={{ 'aria-label': t('notifications.showSecret') }}
              onChange={({ currentTarget }) => setSecret(currentTarget.value)}
            />
          )}
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {t(`notifications.how_${kind}`)}
        </Text>
        <PersonSelect value={userId} onChange={setUserId} />
        {kind === 'email' && !canMail && <Text size="sm">{t('notifications.noMail')}</Text>}
        <ChannelSettingsFields value={settings} onChange={setSettings} />
        {add.error && <ProblemNotice error={add.error} />}
        <FormActions submit={t('notifications.keep')} isBusy={add.isPending} isDisabled={!isWhole} onCancel={onDone} />
      </Stack>
    </form>
  )
}
