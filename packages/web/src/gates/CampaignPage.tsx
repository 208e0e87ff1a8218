import { Group, Stack, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { Deliverable } from '@kolibra/core/content'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { countPosts, type BriefSeed } from '../briefs/blank-brief.ts'
import { BriefSection } from '../briefs/BriefSection.tsx'
import { GoalSection } from '../campaigns/GoalSection.tsx'
import { RateNote } from '../campaigns/RateNote.tsx'
import { SecondCurrencyContext, useMoney } from '../campaigns/use-money.ts'
import { WishedTone } from '../campaigns/WishedTone.tsx'
import { useCampaign, type CampaignRecord } from '../campaigns/use-campaigns.ts'
import { CampaignImpacts } from '../compliance/rules/CampaignImpacts.tsx'
import { DeliverableTable } from '../content/DeliverableTable.tsx'
import { ProductProofs } from '../content/ProductProofs.tsx'
import type { Acts } from '../content/sort-deliverables.ts'
import { useDeliverables } from '../content/use-deliverables.ts'
import { ForecastRecordLine } from '../selection/forecast-record/ForecastRecordLine.tsx'
import { PlanPanel } from '../selection/PlanPanel.tsx'
import { ShortlistLinks } from '../selection/shortlist/ShortlistLinks.tsx'
import { TargetForecast } from '../selection/TargetForecast.tsx'
import { useCreatorNames, usePlan } from '../selection/use-plans.ts'
import { AppLink, AppLinkButton } from '../ui/AppLink.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { GateSection } from './GateSection.tsx'
import { SpineRow } from './SpineRow.tsx'
import { useRuleWaivers } from './use-rule-waivers.tsx'
import { useSpine } from './use-spine.ts'

const route = getRouteApi('/campaigns/$id')
const NO_DELIVERABLES: readonly Deliverable[] = []

function CampaignHead({ record }: { record: CampaignRecord }) {
  const { t } = useTranslation()
  const { campaign } = record
  const tellMoney = useMoney()
  return (
    <Group justify="space-between" align="flex-start">
      <div>
        <Title order={1} size="h3">
          {campaign.name}
        </Title>
        <Text size="sm" c="dimmed">
          {campaign.brand} · {campaign.product.name} · {t(`category.${campaign.category}`)} ·{' '}
          {campaign.platforms.map((platform) => t(`platform.${platform}`)).join(t('ui.comma'))} · {campaign.starts} – {campaign.ends} ·{' '}
          {tellMoney(campaign.budgetFen)}
        </Text>
        <RateNote />
      </div>
      <AppLinkButton to="/campaigns/$id/report" params={{ id: record.id }} variant="default">
        {t('gate.report')}
      </AppLinkButton>
    </Group>
  )
}

function seedOf({ campaign }: CampaignRecord, deliverables: readonly Deliverable[]): BriefSeed {
  const { product, brand, competitors, starts, ends, platforms } = campaign
  const posts = deliverables.length > 0 ? countPosts(deliverables) : platforms.map((platform) => ({ platform, format: 'note', count: 1 }))
  const kpis = campaign.goal?.kpis ?? []
  return { productName: product.name, brand, competitors, starts, ends, posts, kpis }
}

/** The five gates of one campaign with the work behind each, under the spine. */
function Gates({ record }: { record: CampaignRecord }) {
  const { t } = useTranslation()
  const { id, campaign } = record
  const spine = useSpine(id)
  const plan = usePlan(id)
  const deliverables = useDeliverables(id)
  const items = deliverables.data ?? NO_DELIVERABLES
  const ids = useMemo(() => [...new Set(items.map(({ creatorId }) => creatorId))], [items])
  const creatorName = useCreatorNames(ids)
  const nameOf = (deliverable: Deliverable) => deliverable.creatorName ?? creatorName(deliverable.creatorId)
  const { waiversOf, dialog } = useRuleWaivers(id, spine.data)
  const section = { campaignId: id, spine: spine.data }
  const table = (acts: Acts, empty: string) =>
    items.length === 0 ? (
      <Text size="sm">{empty}</Text>
    ) : (
      <DeliverableTable {...{ campaignId: id, campaign, items, acts, nameOf, waiversOf }} />
    )
  return (
    <>
      {spine.data ? <SpineRow campaignId={id} spine={spine.data} /> : <div className="spine spine-waiting" />}
      {spine.error && <ProblemNotice error={spine.error} onRetry={() => void spine.refetch()} />}
      {deliverables.error && <ProblemNotice error={deliverables.error} onRetry={() => void deliverables.refetch()} />}
      <GateSection {...section} gate="goal">
        <GoalSection record={record} />
        <AppLink to="/campaigns/$id/goal" params={{ id }} size="sm" underline="always">
          {t('goalPage.open')}
        </AppLink>
        {!plan.isPending && <TargetForecast record={plan.data ?? null} />}
        <ForecastRecordLine />
      </GateSection>
      <GateSection {...section} gate="choice">
        <WishedTone record={record} />
        <ShortlistLinks campaignId={id} />
        <PlanPanel campaignId={id} budgetFen={campaign.budgetFen} />
        {items.length > 0 && (
          <div>
            <Title order={3} size="h5" mb={4}>
              {t('deliverable.contracts')}
            </Title>
            {table('contract', '')}
          </div>
        )}
      </GateSection>
      <GateSection {...section} gate="brief">
        <BriefSection
          campaignId={id}
          category={campaign.category}
          seed={seedOf(record, items)}
          localAgency={campaign.localAgency}
          nameOf={creatorName}
        />
      </GateSection>
      <GateSection {...section} gate="trust">
        {table('draft', t('deliverable.emptyTrust'))}
        <AppLink to="/campaigns/$id/portal" params={{ id }} size="sm" underline="always">
          {t('portal.open')}
        </AppLink>{' '}
        <AppLink to="/campaigns/$id/notes" params={{ id }} size="sm" underline="always">
          {t('partyNotes.open')}
        </AppLink>
        {items.length > 0 && <ProductProofs campaignId={id} creators={ids.map((one) => ({ id: one, name: creatorName(one) }))} />}
      </GateSection>
      <GateSection {...section} gate="rules">
        <CampaignImpacts campaignId={id} />
        {table('publish', t('deliverable.emptyRules'))}
      </GateSection>
      {dialog}
    </>
  )
}

export function CampaignPage() {
  const { id } = route.useParams()
  const campaign = useCampaign(id)
  if (campaign.isPending) return <Loading />
  if (campaign.error) return <ProblemNotice error={campaign.error} onRetry={() => void campaign.refetch()} />
  return (
    <SecondCurrencyContext value={campaign.data.campaign.secondCurrency}>
      <Stack gap="md">
        <CampaignHead record={campaign.data} />
        <Gates record={campaign.data} />
      </Stack>
    </SecondCurrencyContext>
  )
}
