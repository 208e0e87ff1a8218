import { Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMayDo } from '../compliance/rules/use-may-do.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { LinkActions, LinkMessage, LinkStanding } from './LinkParts.tsx'
import { useReviewers, useReviewLinkChange, type DeskReviewer } from './use-portal.ts'

function ReviewerCard({ campaignId, reviewer }: { campaignId: string; reviewer: DeskReviewer }) {
  const { t } = useTranslation()
  const { memberId, link, message, party, role } = reviewer
  const name = reviewer.name ?? t('parties.erased')
  const mayHandOut = useMayDo('parties.write')
  const change = useReviewLinkChange(campaignId)
  const making = { path: `/campaigns/${campaignId}/review-links`, body: { memberId } }
  return (
    <article className="link-card" aria-label={t('portal.reviewerCard', { name })}>
      <div>
        <Text fw={600}>{name}</Text>
        <Text size="xs" c="dimmed">
          {t(`partyRole.${role}`)}
          {party !== null && ` · ${party}`}
        </Text>
      </div>
      <LinkStanding link={link} mayHandOut={mayHandOut} />
      <LinkMessage message={message} link={link} name={name} />
      {mayHandOut && <LinkActions {...{ link, name, making, change }} under="/review-links" />}
    </article>
  )
}

/** The links by which persons outside review the brief. */
export function ReviewLinks({ campaignId }: { campaignId: string }) {
  const { t } = useTranslation()
  const reviewers = useReviewers(campaignId)
  if (reviewers.error) return <ProblemNotice error={reviewers.error} onRetry={() => void reviewers.refetch()} />
  if (!reviewers.data) return <Loading />
  const { items } = reviewers.data
  return (
    <Stack gap="xs" component="section" data-testid="review-links">
      <Title order={2} size="h4">
        {t('portal.reviewers')}
      </Title>
      <Text size="sm" c="dimmed">
        {t(items.length === 0 ? 'portal.reviewersNone' : 'portal.reviewersIntro')}
      </Text>
      {items.length > 0 && (
        <div className="link-grid">
          {items.map((reviewer) => (
            <ReviewerCard key={reviewer.memberId} campaignId={campaignId} reviewer={reviewer} />
          ))}
        </div>
      )}
    </Stack>
  )
}
