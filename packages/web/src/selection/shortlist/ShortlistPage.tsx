import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RateNote } from '../../campaigns/RateNote.tsx'
import { useCampaigns } from '../../campaigns/use-campaigns.ts'
import { SecondCurrencyContext } from '../../campaigns/use-money.ts'
import { AppLink, AppLinkButton } from '../../ui/AppLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ShortlistDialog } from '../ShortlistDialog.tsx'
import { usePlanRun } from '../plan/use-plan-run.ts'
import { useAllAssessments } from '../use-assessments.ts'
import { useShortlist, type Shortlist } from '../use-shortlists.ts'
import { orderAssessments } from './assessment-order.ts'
import { ShortlistLines } from './ShortlistLines.tsx'

const route = getRouteApi('/shortlists/$id')

interface PlanFromListProps {
  readonly list: Shortlist
  readonly campaignId: string
  readonly leftOut: ReadonlySet<string>
}

/** Plans a campaign over those ticked on the list; what comes of it is shown on the page of its plan. */
function PlanFromList({ list, campaignId, leftOut }: PlanFromListProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const open = (planId: string) => void navigate({ to: '/campaigns/$id/plan', params: { id: campaignId }, search: { version: planId } })
  const { begin, isRunning, run } = usePlanRun(campaignId, open)
  const all = list.entries.length
  const ticked = all - leftOut.size
  return (
    <>
      <Button
        loading={isRunning}
        disabled={ticked === 0}
        onClick={() => begin.mutate({ shortlistId: list.id, ...(leftOut.size > 0 && { drop: [...leftOut] }) })}
      >
        {leftOut.size === 0 ? t('shortlist.plan') : t('shortlist.planOf', { n: ticked, all })}
      </Button>
      {begin.error && <ProblemNotice error={begin.error} />}
      {run?.state === 'refused' && <Text size="sm">{t('planRun.refusedBy', { code: run.code ?? '' })}</Text>}
    </>
  )
}

/** The list held against the campaign that is asked for, else the first; best first, or as it stands when the address says so. */
function useHeldList(list: Shortlist) {
  const { campaign: asked, order } = route.useSearch()
  const campaigns = useCampaigns().data?.items ?? []
  const campaignId = campaigns.find(({ id }) => id === asked)?.id ?? campaigns[0]?.id ?? null
  const ids = list.entries.map(({ creatorId }) => creatorId)
  const assessed = useAllAssessments(campaignId, ids)
  // Lines move once, when everybody has been answered for, and never while one reads.
  const places = assessed.isWhole && order !== 'list' ? orderAssessments(assessed.items).map(({ creatorId }) => creatorId) : []
  const placeOf = (id: string) => (places.includes(id) ? places.indexOf(id) : places.length)
  const entries = list.entries.toSorted((a, b) => placeOf(a.creatorId) - placeOf(b.creatorId))
  return { campaigns, campaignId, order: order ?? 'fit', assessed, entries }
}

function ListBody({ list }: { list: Shortlist }) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/shortlists/$id' })
  const search = route.useSearch()
  const { campaigns, campaignId, order, assessed, entries } = useHeldList(list)
  const [isEditing, setEditing] = useState(false)
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => setUnticked((old) => new Set(old.has(id) ? [...old].filter((other) => other !== id) : [...old, id]))
  // Whoever was taken off the list since is no part of its count.
  const leftOut = new Set(entries.flatMap(({ creatorId }) => (unticked.has(creatorId) ? [creatorId] : [])))
  return (
    <>
      <Group align="flex-end" gap="sm">
        {campaignId !== null && (
          <>
            <NativeSelect
              label={t('shortlist.against')}
              value={campaignId}
              data={campaigns.map(({ id, campaign }) => ({ value: id, label: campaign.name }))}
              onChange={(event) => void navigate({ search: { ...search, campaign: event.currentTarget.value }, replace: true })}
            />
            <NativeSelect
              label={t('shortlist.order')}
              value={order}
              data={(['fit', 'list'] as const).map((value) => ({ value, label: t(`shortlist.by.${value}`) }))}
              onChange={(event) =>
                void navigate({
                  search: { campaign: campaignId, ...(event.currentTarget.value === 'list' && { order: 'list' }) },
                  replace: true,
                })
              }
            />
            <PlanFromList list={list} campaignId={campaignId} leftOut={leftOut} />
          </>
        )}
        <Button variant="default" onClick={() => setEditing(true)}>
          {t('find.editList')}
        </Button>
      </Group>
      {assessed.error && <ProblemNotice error={assessed.error} onRetry={assessed.askAgain} />}
      {list.entries.length === 0 ? (
        <EmptyState title={t('find.emptyList')} text={t('shortlist.emptyText')} example={t('shortlist.emptyExample')}>
          <AppLinkButton to="/creators" search={{}}>
            {t('nav.creators')}
          </AppLinkButton>
        </EmptyState>
      ) : (
        <SecondCurrencyContext value={campaigns.find(({ id }) => id === campaignId)?.campaign.secondCurrency ?? null}>
          <RateNote />
          <ShortlistLines entries={entries} assessments={assessed.items} {...{ campaignId, leftOut }} onToggle={toggle} />
        </SecondCurrencyContext>
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
