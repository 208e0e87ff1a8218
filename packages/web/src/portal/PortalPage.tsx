import { Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CampaignPageHead } from '../campaigns/CampaignPageHead.tsx'
import { useCampaign } from '../campaigns/use-campaigns.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { CreatorLinkCard } from './CreatorLinkCard.tsx'
import { ErasureClockForm } from './ErasureClockForm.tsx'
import { RequestInbox } from './RequestInbox.tsx'
import { ReviewLinks } from './ReviewLinks.tsx'
import { useDesk } from './use-portal.ts'

const route = getRouteApi('/campaigns/$id/portal')

function Help() {
  const { t } = useTranslation()
  return (
    <details className="help-more">
      <summary>{t('portal.help')}</summary>
      <Stack gap="xs" mt="xs">
        <Text size="sm">{t('portal.helpUnfiled')}</Text>
        <Text size="sm">{t('portal.helpOwn')}</Text>
        <Text size="sm">{t('portal.helpDoc')}</Text>
      </Stack>
    </details>
  )
}

/** The creators' links of a campaign: make, copy, extend and take back; codes of new devices; and what creators sent. */
export function PortalPage() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const campaign = useCampaign(id)
  const desk = useDesk(id)
  const error = campaign.error ?? desk.error
  if (error) return <ProblemNotice error={error} onRetry={() => void Promise.all([campaign.refetch(), desk.refetch()])} />
  if (!campaign.data || !desk.data) return <Loading />
  const { items, hereOnly } = desk.data
  const nameOf = (creatorId: string) => items.find((item) => item.creatorId === creatorId)?.name ?? creatorId.slice(-6)
  return (
    <Stack gap="md" data-testid="portal-page">
      <CampaignPageHead id={id} title={t('portal.title', { name: campaign.data.campaign.name })} intro={t('portal.intro')} />
      {hereOnly && (
        <div className="code-call" role="note">
          <Text fw={600}>{t('portal.hereOnly')}</Text>
          <Text size="sm">{t('portal.hereOnlyFix')}</Text>
        </div>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('portal.empty')} text={t('portal.emptyText')} example={t('portal.emptyExample')} />
      ) : (
        <div className="link-grid">
          {items.map((creator) => (
            <CreatorLinkCard key={creator.creatorId} campaignId={id} creator={creator} />
          ))}
        </div>
      )}
      <ReviewLinks campaignId={id} />
      <Help />
      <ErasureClockForm />
      <RequestInbox campaignId={id} nameOf={nameOf} />
    </Stack>
  )
}
