import { Group, Loader, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export function Loading({ label }: { label?: string }) {
  const { t } = useTranslation()
  return (
    <Group gap="sm" p="md" role="status" aria-live="polite">
      <Loader size="sm" />
      <Text c="dimmed">{label ?? t('ui.loading')}</Text>
    </Group>
  )
}
