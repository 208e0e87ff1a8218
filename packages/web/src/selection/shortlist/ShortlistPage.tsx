import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCampaigns } from '../../campaigns/use-campaigns.ts'
import { AppLink, AppLinkButton } from '../../ui/AppLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ShortlistDialog } from '../ShortlistDialog.tsx'
import { usePlanRun } from '../plan/use-plan-run.ts'
import { useShortlist, type Shortlist } from '../use-shortlists.ts'
import { ShortlistLines } from './ShortlistLines.tsx'

const route = getRouteApi('/shortlists/$id')
/** Creators are held against a campaign so many at a time. */
const AT_ONCE = 50

/** Plans a campaign over the list; what comes of it is shown on the page of its plan. */
function PlanFromList({ list, campaignId }: { list: Shortlist; campaignId: string }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const open = (planId: string) => void navigate({ to: '/campaigns/$id/plan', params: { id: campaignId }, search: { version: planId } })
  const { begin, isRunning, run } = usePlanRun(campaignId, open)
  return (
    <>
      <Button loading={isRunning} disabled={list.entries.length === 0} onClick={() => begin.mutate({ shortlistId: list.id })}>
        {t('shortlist.plan')}
      </Button>
      {begin.error && <ProblemNotice error={begin.error} />}
      {run?.state === 'refused' && <Text size="sm">{t('planRun.refusedBy', { code: run.code ?? '' })}</Text>}
    </>
  )
}

function ListBody({ list }: { list: Shortlist }) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/shortlists/$id' })
  const { campaign: asked } = route.useSearch()
  const campaigns = useCampaigns().data?.items ?? []
  const campaignId = campaigns.find(({ id }) => id === asked)?.id ?? campaigns[0]?.id ?? null
  const [isEditing, setEditing] = useState(false)
  const chunks = Array.from({ length: Math.ceil(list.entries.length / AT_ONCE) }, (_, at) =>
    list.entries.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  )
  return (
    <>
      <Group align="flex-end" gap="sm">
        {campaigns.length > 0 && (
          <NativeSelect
            label={t('shortlist.against')}
            value={campaignId ?? ''}
            data={campaigns.map(({ id, campaign }) => ({ value: id, label: campaign.name }))}
            onChange={(event) => void navigate({ search: { campaign: event.currentTarget.value }, replace: true })}
          />
        )}
        {campaignId !== null && <PlanFromList list={list} campaignId={campaignId} />}
        <Button variant="default" onClick={() => setEditing(true)}>
          {t('find.editList')}
        </Button>
      </Group>
      {list.entries.length === 0 ? (
        <EmptyState title={t('find.emptyList')} text={t('shortlist.emptyText')} example={t('shortlist.emptyExample')}>
          <AppLinkButton to="/creators" search={{}}>
            {t('nav.creators')}
          </AppLinkButton>
        </EmptyState>
      ) : (
        chunks.map((entries, at) => (
          <ShortlistLines key={entries[0]?.creatorId} entries={entries} firstPlace={at * AT_ONCE + 1} campaignId={campaignId} />
        ))
      )}
      {isEditing && (
        <ShortlistDialog id={list.id} onClose={() => setEditing(false)} onRemoved={() => void navigate({ to: '/shortlists' })} />
      )}
    </>
  )
}

/** One list held against a campaign: fit, what is paid in all, what stands in the way; from here it goes into a plan. */
export function ShortlistPage() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const list = useShortlist(id)
  if (list.isPending) return <Loading />
  if (list.error) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />
  return (
    <Stack gap="md" data-testid="shortlist-page">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={1} size="h3">
            {list.data.name}
          </Title>
          <Text size="sm" c="dimmed">
            {t('shortlist.pageIntro')}
          </Text>
        </div>
        <AppLink to="/shortlists" size="sm" underline="always">
          {t('shortlist.all')}
        </AppLink>
      </Group>
      <ListBody list={list.data} />
    </Stack>
  )
}
