import { Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/AppLink.tsx'

/** Title and one line of what a page of a campaign is for, with the way back to the campaign. */
export function CampaignPageHead({ id, title, intro }: { id: string; title: string; intro: string }) {
  const { t } = useTranslation()
  return (
    <Group justify="space-between" align="flex-start">
      <div>
        <Title order={1} size="h3">
          {title}
        </Title>
        <Text size="sm" c="dimmed">
          {intro}
        </Text>
      </div>
      <AppLink to="/campaigns/$id" params={{ id }} size="sm" underline="always">
        {t('report.back')}
      </AppLink>
    </Group>
  )
}
