import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useChannels } from './use-channels.ts'
import { useSession } from './use-session.ts'

/** Who is told by a channel; only who may set others up has a choice. Null is oneself. */
export function PersonSelect({ value, onChange }: { value: string | null; onChange: (userId: string) => void }) {
  const { t } = useTranslation()
  const people = useChannels().data?.people ?? []
  const self = useSession().data?.user.id ?? ''
  if (people.length < 2) return null
  return (
    <NativeSelect
      label={t('notifications.person')}
      value={value ?? self}
      data={people.map(({ userId, name }) => ({ value: userId, label: userId === self ? t('notifications.personSelf', { name }) : name }))}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}
