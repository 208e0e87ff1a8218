import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../../ui/AppLink.tsx'
import { useShortlists } from '../use-shortlists.ts'

/** From a campaign to the lists of the workspace, each held against it. */
export function ShortlistLinks({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation()
  const lists = useShortlists().data?.items ?? []
  if (lists.length === 0) return null
  return (
    <Group gap="sm" data-testid="shortlist-links">
      <Text size="sm">{t('shortlist.ofCampaign')}</Text>
      {lists.map(({ id, name }) => (
        <AppLink key={id} to="/shortlists/$id" params={{ id }} search={{ campaign: campaignId }} size="sm" underline="always">
          {name}
        </AppLink>
      ))}
    </Group>
  )
}
