import { Button, Group, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { Campaign } from '@kolibra/core/campaigns'
import type { InvitationMove } from '@kolibra/core/selection'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FoldSection } from '../../ui/FoldSection.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ForecastRecordLine } from '../forecast-record/ForecastRecordLine.tsx'
import { TargetForecast } from '../TargetForecast.tsx'
import { useCreatorNames } from '../use-plans.ts'
import { Alternatives } from './Alternatives.tsx'
import { DeclineCost } from './DeclineCost.tsx'
import { Infeasible, listClashing } from './Infeasible.tsx'
import { locksOf, type Locks } from './locks.ts'
import { MixChart } from './MixChart.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { OverlapMap } from './OverlapMap.tsx'
import { PlanLines } from './PlanLines.tsx'
import { PlanSummary } from './PlanSummary.tsx'
import { ReachCurve } from './ReachCurve.tsx'
import { ReserveSection } from './ReserveSection.tsx'
import { RunBar } from './RunBar.tsx'
import { ScenarioCompare } from './ScenarioCompare.tsx'
import type { RunDrafting } from './run-draft.ts'
import type { PlanRunning } from './use-plan-run.ts'
import {
  useAdoptPlan,
  useInvitations,
  useMoveInvitation,
  useReplaceAgain,
  type Invitation,
  type PlanVersion,
  type PlanVersions,
} from './use-plan-versions.ts'
import { VersionHistory } from './VersionHistory.tsx'

const SHOWN_LEFT = 12

interface PlanSectionsProps {
  readonly campaignId: string
  readonly campaign: Pick<Campaign, 'budgetFen' | 'constraints'>
  readonly versions: PlanVersions
  readonly version: PlanVersion
  readonly running: PlanRunning
  readonly drafting: RunDrafting
  readonly onShow: (planId: string) => void
}

/** Everything of one version, and what may be done with it. */
export function PlanSections({ campaignId, campaign, versions, version, running, drafting, onShow }: PlanSectionsProps) {
  const { t } = useTranslation()
  const { plan } = version
  const isThePlan = versions.adoption?.planId === version.id
  const { budgetFen } = campaign
  const locked = drafting.draft.locked ?? locksOf(version)
  const isWide = useMediaQuery('(min-width: 761px)', true, { getInitialValueInEffect: false })
  const nameOf = useCreatorNames(listNamed(version, versions))
  return (
    <Stack gap="lg">
      <div>
        {plan.infeasible ? <Infeasible plan={plan} nameOf={nameOf} /> : <PlanSummary version={version} budgetFen={budgetFen} />}
        <RunBar ask={version.ask} planId={version.id} campaign={campaign} locked={locked} drafting={drafting} running={running} />
        <DeclineCost campaignId={campaignId} version={version} nameOf={nameOf} />
        {!isThePlan && plan.infeasible === null && <AdoptButton campaignId={campaignId} versions={versions} version={version} />}
      </div>
      <FoldSection id="chosen" title={t('planPage.chosen')} isOpen>
        <ChosenPart
          {...{ campaignId, version, nameOf, locked, running, isThePlan }}
          onLock={(locks) => drafting.change({ locked: locks })}
        />
      </FoldSection>
      <FoldSection id="kpis" title={t('plan.forecastOfMix')} isOpen>
        <TargetForecast record={version} />
        <ForecastRecordLine />
      </FoldSection>
      <FoldSection id="reach" title={t('planPage.reachCurve')} isOpen={isWide}>
        <ReachCurve version={version} budgetFen={version.ask.budgetFen ?? budgetFen} nameOf={nameOf} />
      </FoldSection>
      <FoldSection id="mix-parts" title={t('planPage.mix')} isOpen={isWide}>
        <MixChart version={version} />
      </FoldSection>
      <FoldSection id="overlap" title={t('planPage.overlap')} isOpen={isWide}>
        <OverlapMap version={version} nameOf={nameOf} />
      </FoldSection>
      <FoldSection id="reserve" title={t('planPage.others')} isOpen={isWide}>
        <ReserveSection version={version} nameOf={nameOf} />
      </FoldSection>
      <FoldSection id="alternatives" title={t('planPage.alternatives')} isOpen={isWide}>
        <Alternatives version={version} nameOf={nameOf} isRunning={running.isRunning} onOpen={(ask) => running.begin.mutate(ask)} />
      </FoldSection>
      <FoldSection id="compare" title={t('planPage.compare')} isOpen={isWide}>
        <ScenarioCompare key={version.id} heads={versions.items} shownId={version.id} budgetFen={budgetFen} />
      </FoldSection>
      <FoldSection id="history" title={t('planPage.history')} isOpen={isWide}>
        <VersionHistory
          heads={versions.items}
          shownId={version.id}
          adoptedId={versions.adoption?.planId ?? null}
          nameOf={nameOf}
          onShow={onShow}
        />
      </FoldSection>
    </Stack>
  )
}

const listNamed = ({ plan }: PlanVersion, { items }: PlanVersions): string[] => [
  ...new Set([
    ...plan.chosen,
    ...listClashing(plan),
    ...(plan.reserveByRole ?? []).flatMap(({ ranked }) => ranked.map(({ id }) => id)),
    ...(plan.alternatives ?? []).flatMap((alternative) => [...(alternative.plan?.joins ?? []), ...(alternative.plan?.leaves ?? [])]),
    ...plan.left.slice(0, SHOWN_LEFT).map(({ id }) => id),
    ...items.flatMap(({ causeCreatorId }) => causeCreatorId ?? []),
  ]),
]

function AdoptButton({ campaignId, versions, version }: Pick<PlanSectionsProps, 'campaignId' | 'versions' | 'version'>) {
  const { t } = useTranslation()
  const adopt = useAdoptPlan(campaignId)
  const instead = versions.adoption?.planId ?? null
  return (
    <>
      <Group mt="xs">
        <Button loading={adopt.isPending} onClick={() => adopt.mutate({ planId: version.id, creatorIds: version.plan.chosen, instead })}>
          {t('planPage.adopt')}
        </Button>
        <Text size="sm" c="dimmed">
          {t(instead === null ? 'planPage.adoptFirst' : 'planPage.adoptInstead')}
        </Text>
      </Group>
      {adopt.error && <ProblemNotice error={adopt.error} />}
    </>
  )
}

interface ChosenPartProps {
  readonly campaignId: string
  readonly version: PlanVersion
  readonly nameOf: (id: string) => string
  readonly locked: Locks
  readonly onLock: (locks: Locks) => void
  readonly running: PlanRunning
  readonly isThePlan: boolean
}

function ChosenPart({ campaignId, version, nameOf, locked, onLock, running, isThePlan }: ChosenPartProps) {
  const { t } = useTranslation()
  const invitations = useInvitations(campaignId)
  const move = useMoveInvitation(campaignId, running.follow)
  const replace = useReplaceAgain(campaignId, running.follow)
  const [asked, setAsked] = useState<{ invitation: Invitation; move: InvitationMove } | null>(null)
  const items = invitations.data?.items ?? []
  const standing = new Map(isThePlan ? items.map((one) => [one.creatorId, one]) : [])
  const gone = isThePlan ? items.filter(({ isInPlan }) => !isInPlan) : []
  const start = (invitation: Invitation, name: InvitationMove) => {
    if (name === 'decline' || name === 'withdraw') setAsked({ invitation, move: name })
    else move.mutate({ creatorId: invitation.creatorId, move: name, from: invitation.state, note: null })
  }
  return (
    <>
      {!isThePlan && <Text size="sm">{t('planPage.notThePlan')}</Text>}
      {move.error && <ProblemNotice error={move.error} />}
      {replace.error && <ProblemNotice error={replace.error} />}
      <PlanLines
        {...{ campaignId, version, nameOf, locked, onLock }}
        invitations={standing}
        isBusy={move.isPending || running.isRunning}
        onMove={start}
        onReplace={(creatorId) => replace.mutate(creatorId)}
      />
      {gone.length > 0 && (
        <Text size="sm" data-testid="gone">
          {t('planPage.gone')}{' '}
          {gone.map(({ creatorId, state }) => `${nameOf(creatorId)} (${t(`invitation.${state}`)})`).join(t('ui.comma'))}
        </Text>
      )}
      {asked && (
        <MoveDialog
          name={nameOf(asked.invitation.creatorId)}
          move={asked.move}
          onClose={() => setAsked(null)}
          onSure={(note) => {
            move.mutate({ creatorId: asked.invitation.creatorId, move: asked.move, from: asked.invitation.state, note })
            setAsked(null)
          }}
        />
      )}
    </>
  )
}
