import { Button, Code, Paper, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Nobody is signed in: says where the login link is. There is no password to forget. */
export function LoginNeeded({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <Paper withBorder p="xl" maw={620} mx="auto" mt="xl">
      <Stack gap="md">
        <Title order={1} size="h3">
          {t('login.title')}
        </Title>
        <Text>{t('login.how')}</Text>
        <Code block>{'Kolibra  http://127.0.0.1:4700\nLogin    http://127.0.0.1:4700/login/…'}</Code>
        <Text c="dimmed">{t('login.used')}</Text>
        <Button onClick={onRetry} style={{ alignSelf: 'flex-start' }}>
          {t('login.retry')}
        </Button>
      </Stack>
    </Paper>
  )
}
