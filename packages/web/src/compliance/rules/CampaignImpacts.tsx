import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../../ui/AppLink.tsx'
import { ImpactList } from './ImpactsTab.tsx'
import { useImpacts } from './use-impacts.ts'

const SHOWN = 5

/** What changes of rules did, or will do, to the brief and the posts of one campaign; nothing while nothing was touched. */
export function CampaignImpacts({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation()
  const items = useImpacts(campaignId).data?.items ?? []
  if (items.length === 0) return null
  const label = t('rulebook.impact.ofCampaign')
  return (
    <div data-testid="campaign-impacts">
      <Title order={3} size="h5" mb={4}>
        {label}
      </Title>
      <ImpactList items={items.slice(0, SHOWN)} label={label} />
      {items.length > SHOWN && (
        <AppLink to="/rules" search={{ tab: 'impacts' }} size="sm" underline="always">
          {t('rulebook.impact.all')}
        </AppLink>
      )}
    </div>
  )
}
