import { Stack } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { CreatorPage as Page } from '@kolibra/core/selection'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCampaigns } from '../campaigns/use-campaigns.ts'
import { SecondCurrencyContext } from '../campaigns/use-money.ts'
import { ForecastPart } from '../creators/CreatorDrawer.tsx'
import { DossierSection } from '../creators/dossier/DossierSection.tsx'
import { SamePerson } from '../creators/SamePerson.tsx'
import { CorrectValueButton } from '../creators/person/CorrectValueDialog.tsx'
import { LoanSection } from '../creators/person/LoanSection.tsx'
import { RelationSection } from '../creators/relationship/RelationSection.tsx'
import { PersonSection } from '../creators/person/PersonSection.tsx'
import { AudienceSection } from '../selection/creator-page/AudienceSection.tsx'
import { AuthenticitySection } from '../selection/creator-page/AuthenticitySection.tsx'
import { CreatorHead } from '../selection/creator-page/CreatorHead.tsx'
import { FitSection } from '../selection/creator-page/FitSection.tsx'
import { FollowersChart } from '../selection/creator-page/FollowersChart.tsx'
import { ImageSection } from '../selection/creator-page/ImageSection.tsx'
import { NumbersSection } from '../selection/creator-page/NumbersSection.tsx'
import { PostsSection } from '../selection/creator-page/PostsSection.tsx'
import { PricesSection } from '../selection/creator-page/PricesSection.tsx'
import { UnknownSection } from '../selection/creator-page/UnknownSection.tsx'
import { useCreatorPage } from '../selection/creator-page/use-creator-page.ts'
import { ForecastRecordLine } from '../selection/forecast-record/ForecastRecordLine.tsx'
import { AppLink } from '../ui/AppLink.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageSection } from '../ui/PageSection.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { WorkSection } from './WorkSection.tsx'

const route = getRouteApi('/creators/$id')

interface Part {
  readonly id: string
  readonly title: string
  readonly content: ReactNode
}

// A range is read beside what the last ones held.
function ForecastWithRecord({ forecast }: Pick<Page, 'forecast'>) {
  return (
    <Stack gap="xs">
      <ForecastPart forecast={forecast} />
      <ForecastRecordLine metrics={['views']} />
    </Stack>
  )
}

function useParts(page: Page): Part[] {
  const { t } = useTranslation()
  const { campaign } = route.useSearch()
  const campaigns = (useCampaigns().data?.items ?? []).map(({ id, campaign: { name } }) => ({ id, name }))
  return [
    { id: 'prices', title: t('price.title'), content: <PricesSection page={page} /> },
    { id: 'fit', title: t('fit.section'), content: <FitSection creatorId={page.id} campaignId={campaign} /> },
    { id: 'forecast', title: t('creators.forecastTitle'), content: <ForecastWithRecord forecast={page.forecast} /> },
    { id: 'posts', title: t('posts.title'), content: <PostsSection page={page} /> },
    { id: 'authenticity', title: t('vetting.title'), content: <AuthenticitySection creatorId={page.id} campaignId={campaign} /> },
    { id: 'image', title: t('image.title'), content: <ImageSection creatorId={page.id} campaignId={campaign} /> },
    { id: 'audience', title: t('page.audience'), content: <AudienceSection history={page.history} /> },
    { id: 'growth', title: t('page.growth'), content: <FollowersChart history={page.history} /> },
    { id: 'work', title: t('work.title'), content: <WorkSection creatorId={page.id} /> },
    { id: 'relation', title: t('relation.title'), content: <RelationSection creatorId={page.id} campaigns={campaigns} /> },
    { id: 'dossier', title: t('dossier.title'), content: <DossierSection creatorId={page.id} /> },
    { id: 'person', title: t('person.title'), content: <PersonSection creatorId={page.id} /> },
    { id: 'loan', title: t('loan.title'), content: <LoanSection creatorId={page.id} /> },
    {
      id: 'numbers',
      title: t('page.numbers'),
      content: (
        <Stack gap="sm">
          <CorrectValueButton creatorId={page.id} account={page.account} />
          <NumbersSection metrics={page.account.metrics} />
        </Stack>
      ),
    },
    { id: 'unknown', title: t('page.unknown'), content: <UnknownSection unknown={page.unknown} /> },
  ]
}

function PageBody({ page }: { page: Page }) {
  const { t } = useTranslation()
  const parts = useParts(page)
  return (
    <Stack gap="lg" data-testid="creator-page">
      <CreatorHead page={page}>
        <SamePerson creatorId={page.id} />
      </CreatorHead>
      <nav aria-label={t('page.sections')} className="page-parts">
        {parts.map(({ id, title }) => (
          <a key={id} href={`#${id}`}>
            {title}
          </a>
        ))}
      </nav>
      {parts.map(({ id, title, content }) => (
        <PageSection key={id} id={id} title={title}>
          {content}
        </PageSection>
      ))}
    </Stack>
  )
}

/** All that is known of one creator on one page: what it costs, what it brings, what we know ourselves, and what nobody told yet. */
export function CreatorPage() {
  const { t } = useTranslation()
  const { id } = route.useParams()
  const { campaign } = route.useSearch()
  const campaigns = useCampaigns().data?.items ?? []
  const held = campaigns.find((each) => each.id === campaign) ?? campaigns[0]
  const page = useCreatorPage(id)
  return (
    <Stack gap="md">
      <AppLink to="/creators" size="sm" underline="always" w="fit-content">
        ← {t('page.back')}
      </AppLink>
      {page.isPending && <Loading />}
      {page.error && <ProblemNotice error={page.error} onRetry={() => void page.refetch()} />}
      {page.data && (
        <SecondCurrencyContext value={held?.campaign.secondCurrency ?? null}>
          <PageBody page={page.data} />
        </SecondCurrencyContext>
      )}
    </Stack>
  )
}
