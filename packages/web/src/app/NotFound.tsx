import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/AppLink.tsx'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Stack gap="xs">
      <Title order={1} size="h3">
        {t('shell.notFound')}
      </Title>
      <Text>{t('shell.notFoundWhy')}</Text>
      <AppLink to="/campaigns">{t('nav.campaigns')}</AppLink>
    </Stack>
  )
}
