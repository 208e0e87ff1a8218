import { Button, Group, Stack, Text } from '@mantine/core'
import type { InvitationMove } from '@kolibra/core/selection'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageSection } from '../../ui/PageSection.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { ForecastRecordLine } from '../forecast-record/ForecastRecordLine.tsx'
import { TargetForecast } from '../TargetForecast.tsx'
import { useCreatorNames } from '../use-plans.ts'
import { Alternatives } from './Alternatives.tsx'
import { DeclineCost } from './DeclineCost.tsx'
import { Infeasible } from './Infeasible.tsx'
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
import type { PlanRunning } from './use-plan-run.ts'
import {
  useAdoptPlan,
  useInvitations,
  useMoveInvitation,
  type Invitation,
  type PlanVersion,
  type PlanVersions,
} from './use-plan-versions.ts'
import { VersionHistory } from './VersionHistory.tsx'

const SHOWN_LEFT = 12

interface PlanSectionsProps {
  readonly campaignId: string
  readonly budgetFen: number
  readonly versions: PlanVersions
  readonly version: PlanVersion
  readonly running: PlanRunning
  readonly onShow: (planId: string) => void
}

/** Everything of one version, and what may be done with it. */
export function PlanSections({ campaignId, budgetFen, versions, version, running, onShow }: PlanSectionsProps) {
  const { t } = useTranslation()
  const { plan } = version
  const isThePlan = versions.adoption?.planId === version.id
  const [locked, setLocked] = useState(() => locksOf(version))
  const nameOf = useCreatorNames(listNamed(version, versions))
  return (
    <Stack gap="lg">
      <div>
        <RunBar ask={version.ask} planId={version.id} budgetFen={budgetFen} locked={locked} running={running} />
        {plan.infeasible && <Infeasible infeasible={plan.infeasible} />}
        <DeclineCost campaignId={campaignId} version={version} nameOf={nameOf} />
        <PlanSummary version={version} budgetFen={budgetFen} />
        {!isThePlan && plan.infeasible === null && <AdoptButton campaignId={campaignId} versions={versions} version={version} />}
      </div>
      <PageSection id="chosen" title={t('planPage.chosen')}>
        <ChosenPart {...{ campaignId, version, nameOf, locked, running, isThePlan }} onLock={setLocked} />
      </PageSection>
      <PageSection id="kpis" title={t('plan.forecastOfMix')}>
        <TargetForecast record={version} />
        <ForecastRecordLine />
      </PageSection>
      <PageSection id="reach" title={t('planPage.reachCurve')}>
        <ReachCurve version={version} budgetFen={version.ask.budgetFen ?? budgetFen} nameOf={nameOf} />
      </PageSection>
      <PageSection id="mix-parts" title={t('planPage.mix')}>
        <MixChart version={version} />
      </PageSection>
      <PageSection id="overlap" title={t('planPage.overlap')}>
        <OverlapMap version={version} nameOf={nameOf} />
      </PageSection>
      <PageSection id="reserve" title={t('planPage.others')}>
        <ReserveSection version={version} nameOf={nameOf} />
      </PageSection>
      <PageSection id="alternatives" title={t('planPage.alternatives')}>
        <Alternatives version={version} nameOf={nameOf} isRunning={running.isRunning} onOpen={(ask) => running.begin.mutate(ask)} />
      </PageSection>
      <PageSection id="compare" title={t('planPage.compare')}>
        <ScenarioCompare key={version.id} heads={versions.items} shownId={version.id} budgetFen={budgetFen} />
      </PageSection>
      <PageSection id="history" title={t('planPage.history')}>
        <VersionHistory
          heads={versions.items}
          shownId={version.id}
          adoptedId={versions.adoption?.planId ?? null}
          nameOf={nameOf}
          onShow={onShow}
        />
      </PageSection>
    </Stack>
  )
}

const listNamed = ({ plan }: PlanVersion, { items }: PlanVersions): string[] => [
  ...new Set([
    ...plan.chosen,
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
      <PlanLines
        {...{ campaignId, version, nameOf, locked, onLock }}
        invitations={standing}
        isBusy={move.isPending || running.isRunning}
        onMove={start}
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
