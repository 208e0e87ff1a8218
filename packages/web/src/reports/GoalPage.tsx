import { Stack, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { suggestGoal } from '@kolibra/core/campaigns'
import { canonicalJson } from '@kolibra/core/shared'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { BaselineList } from '../campaigns/BaselineList.tsx'
import { GoalSection } from '../campaigns/GoalSection.tsx'
import { GuardTable } from '../campaigns/GuardTable.tsx'
import { PastResults } from '../campaigns/PastResults.tsx'
import { RateNote } from '../campaigns/RateNote.tsx'
import { SeriesSection } from '../campaigns/SeriesSection.tsx'
import { SecondCurrencyForm } from '../campaigns/SecondCurrencyForm.tsx'
import { SecondCurrencyContext, useMoney } from '../campaigns/use-money.ts'
import { CampaignPageHead } from '../campaigns/CampaignPageHead.tsx'
import { useCampaign, type CampaignRecord } from '../campaigns/use-campaigns.ts'
import { GoalOdds } from '../selection/GoalOdds.tsx'
import { useChoice } from '../selection/use-plans.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { GateSection } from '../gates/GateSection.tsx'
import { ForecastRecordLine } from '../selection/forecast-record/ForecastRecordLine.tsx'
import { SpineRow } from '../gates/SpineRow.tsx'
import { useSpine } from '../gates/use-spine.ts'
import { ChainSection } from './ChainSection.tsx'

const route = getRouteApi('/campaigns/$id/goal')

function GoalBody({ record }: { record: CampaignRecord }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { id, campaign, frozen } = record
  const tellMoney = useMoney()
  const spine = useSpine(id)
  const plan = useChoice(id)
  const kpis = (frozen ?? campaign).goal?.kpis ?? []
  const rails = (frozen ?? campaign).goal?.guardRails ?? []
  const edited = campaign.goal?.guardRails ?? []
  const suggested = suggestGoal(campaign.stage)
  return (
    <>
      {spine.data && <SpineRow campaignId={id} spine={spine.data} />}
      {spine.error && <ProblemNotice error={spine.error} onRetry={() => void spine.refetch()} />}
      <GateSection campaignId={id} spine={spine.data} gate="goal">
        <div className="lead-note">
          <b>{t(`goal.${suggested.primary}`)}</b> — {read(suggested.because)}
        </div>
        <GoalSection record={record} />
        <Text size="sm">
          {t('campaign.budgetYuan')}
          {t('ui.colon')}
          {tellMoney(campaign.budgetFen)}
        </Text>
        {frozen === null && <RateNote />}
        <SecondCurrencyForm key={record.version} record={record} />
        <GuardTable rails={rails} />
        {canonicalJson(rails) !== canonicalJson(edited) && (
          <section className="lead-note" data-testid="edited-guards">
            <Text size="sm" mb="xs">
              {t('goalPage.guardsSince')}
            </Text>
            <GuardTable rails={edited} isEdited />
          </section>
        )}
        <BaselineList campaignId={id} kpis={kpis} />
      </GateSection>
      <section className="gate" aria-labelledby="odds-title">
        <Title order={2} size="h4" id="odds-title" mb="xs">
          {t('goalPage.odds')}
        </Title>
        {plan.error && <ProblemNotice error={plan.error} onRetry={() => void plan.refetch()} />}
        {!plan.isPending && !plan.error && <GoalOdds record={plan.data ?? null} kpis={kpis} />}
        <ForecastRecordLine />
      </section>
      <section className="gate">
        <ChainSection record={record} />
      </section>
      <section className="gate">
        <PastResults record={record} />
      </section>
      <section className="gate">
        <SeriesSection campaign={campaign} />
      </section>
    </>
  )
}

/** The goal of one campaign on a page of its own: KPIs, guard-rails, how likely the targets are, and the brand's own numbers. */
export function GoalPage() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const campaign = useCampaign(id)
  if (campaign.isPending) return <Loading />
  if (campaign.error) return <ProblemNotice error={campaign.error} onRetry={() => void campaign.refetch()} />
  return (
    <SecondCurrencyContext value={campaign.data.campaign.secondCurrency}>
      <Stack gap="md">
        <CampaignPageHead id={id} title={t('goalPage.title', { name: campaign.data.campaign.name })} intro={t('goalPage.intro')} />
        <GoalBody record={campaign.data} />
      </Stack>
    </SecondCurrencyContext>
  )
}
