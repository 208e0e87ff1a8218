import { Stack } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CampaignPageHead } from '../campaigns/CampaignPageHead.tsx'
import { useCampaign, type CampaignRecord } from '../campaigns/use-campaigns.ts'
import { NO_LOCKS } from '../selection/plan/locks.ts'
import { PlanSections } from '../selection/plan/PlanSections.tsx'
import { useRunDraft } from '../selection/plan/run-draft.ts'
import { RunBar } from '../selection/plan/RunBar.tsx'
import { usePlanRun } from '../selection/plan/use-plan-run.ts'
import { usePlanVersion, usePlanVersions, type PlanVersions } from '../selection/plan/use-plan-versions.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SpineRow } from './SpineRow.tsx'
import { useSpine } from './use-spine.ts'

const route = getRouteApi('/campaigns/$id/plan')

/** The version the address names, else the plan, else the newest that is no scenario. */
function findShown({ items, adoption }: PlanVersions, asked: string | undefined): string | null {
  if (items.some(({ id }) => id === asked)) return asked ?? null
  return adoption?.planId ?? items.find(({ scenario }) => scenario === null)?.id ?? items[0]?.id ?? null
}

function PlanBody({ record, versions }: { record: CampaignRecord; versions: PlanVersions }) {
  const { t } = useTranslation()
  const { id, campaign } = record
  const navigate = useNavigate({ from: '/campaigns/$id/plan' })
  const { version: asked } = route.useSearch()
  const shownId = findShown(versions, asked)
  // The version before stays until the next one is there: what is folded open stays so.
  const version = usePlanVersion(id, shownId, { placeholderData: keepPreviousData })
  const drafting = useRunDraft()
  const open = (planId: string) => void navigate({ search: { version: planId }, replace: true, resetScroll: false })
  const show = (planId: string) => {
    drafting.reset()
    open(planId)
  }
  const running = usePlanRun(id, (planId) => {
    drafting.settle()
    open(planId)
  })
  if (shownId === null)
    return (
      <EmptyState title={t('planPage.emptyTitle')} text={t('planPage.emptyText')} example={t('planPage.emptyExample')}>
        <RunBar ask={null} planId={null} campaign={campaign} locked={NO_LOCKS} drafting={drafting} running={running} />
      </EmptyState>
    )
  if (version.error) return <ProblemNotice error={version.error} onRetry={() => void version.refetch()} />
  if (!version.data) return <Loading />
  return (
    <PlanSections
      campaignId={id}
      campaign={campaign}
      versions={versions}
      version={version.data}
      running={running}
      drafting={drafting}
      onShow={show}
    />
  )
}

/** The plan of a campaign on a page of its own: versions, scenarios, who was asked, and every number with its passport. */
export function PlanPage() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const campaign = useCampaign(id)
  const versions = usePlanVersions(id)
  const spine = useSpine(id)
  const error = campaign.error ?? versions.error
  if (error) return <ProblemNotice error={error} onRetry={() => void Promise.all([campaign.refetch(), versions.refetch()])} />
  if (!campaign.data || !versions.data) return <Loading />
  return (
    <Stack gap="md" data-testid="plan-page">
      <CampaignPageHead id={id} title={t('planPage.title', { name: campaign.data.campaign.name })} intro={t('planPage.intro')} />
      {spine.data && <SpineRow campaignId={id} spine={spine.data} />}
      <PlanBody record={campaign.data} versions={versions.data} />
    </Stack>
  )
}
