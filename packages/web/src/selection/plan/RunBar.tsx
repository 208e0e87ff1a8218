import { Button, Group, Loader, NumberInput, Progress, Text, TextInput } from '@mantine/core'
import type { Campaign } from '@kolibra/core/campaigns'
import type { PlanAsk } from '@kolibra/core/selection'
import { useTranslation } from 'react-i18next'
import { formatShare, parseYuan } from '../../ui/format-number.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { askLocked, type Locks } from './locks.ts'
import { DemandFields } from './DemandFields.tsx'
import { formOfDemands, readDemands } from './demand-form.ts'
import type { RunDrafting } from './run-draft.ts'
import type { PlanRunning } from './use-plan-run.ts'

interface RunBarProps {
  /** What the shown version was asked for with; null before the first. */
  readonly ask: PlanAsk | null
  readonly planId: string | null
  readonly campaign: Pick<Campaign, 'budgetFen' | 'constraints'>
  readonly locked: Locks
  readonly drafting: RunDrafting
  readonly running: PlanRunning
}

/** Plans again: with locked creators, another budget, minimums, under a name as a scenario. Shows how far it is and calls it off. */
export function RunBar({ ask, planId, campaign, locked, drafting, running }: RunBarProps) {
  const { t } = useTranslation()
  const { draft, change } = drafting
  const { budgetFen, constraints } = campaign
  const budget = draft.budget ?? (ask?.budgetFen ?? budgetFen) / 100
  const scenario = draft.scenario ?? ''
  const form = draft.demands ?? formOfDemands(ask?.demands ?? { minimum: constraints?.minimum, chance: constraints?.chance })
  const typedFen = parseYuan(String(budget))
  const isBudget = typedFen !== null && typedFen > 0
  const demands = draft.demands === undefined ? (ask?.demands ?? null) : readDemands(draft.demands)
  const isSound = isBudget && (draft.demands === undefined || demands !== null)
  const begin = (name: string | null) => {
    drafting.begin()
    running.begin.mutate({
      scenario: name,
      madeFrom: planId,
      shortlistId: ask?.shortlistId ?? null,
      mix: ask?.mix ?? null,
      drop: ask?.drop ?? [],
      budgetFen: typedFen === budgetFen ? null : typedFen,
      demands,
      ...askLocked(locked),
    })
  }
  return (
    <div data-testid="run-bar">
      <Group align="flex-end" gap="xs">
        <NumberInput
          label={t('campaign.budgetYuan')}
          value={budget}
          onChange={(value) => change({ budget: value })}
          min={0}
          thousandSeparator=","
          decimalScale={2}
          hideControls
          w={150}
          error={isBudget ? null : t('planPage.badBudget')}
        />
        <Button loading={running.isRunning} disabled={!isSound} onClick={() => begin(null)}>
          {planId === null ? t('plan.run') : locked.size > 0 ? t('planPage.againLocked', { n: locked.size }) : t('plan.again')}
        </Button>
        <TextInput
          label={t('planPage.scenarioName')}
          value={scenario}
          maxLength={100}
          w={190}
          onChange={(event) => change({ scenario: event.currentTarget.value })}
        />
        <Button variant="default" disabled={!isSound || scenario.trim() === '' || running.isRunning} onClick={() => begin(scenario.trim())}>
          {t('planPage.asScenario')}
        </Button>
      </Group>
      <DemandFields form={form} onChange={(next) => change({ demands: next })} />
      <RunState running={running} />
    </div>
  )
}

function RunState({ running }: { running: PlanRunning }) {
  const { t } = useTranslation()
  const { run, isRunning, begin, cancel } = running
  if (begin.error) return <ProblemNotice error={begin.error} />
  if (run === null) return <div className="plan-run" role="status" />
  return (
    <Group gap="sm" className="plan-run" role="status">
      {isRunning && run.share === null && <Loader size="xs" />}
      {isRunning && run.share !== null && (
        <Progress value={100 * run.share} w={120} aria-label={t('planPage.progress')} data-testid="run-progress" />
      )}
      <Text size="sm">
        {isRunning && run.share !== null && `${formatShare(Math.round(run.share * 100) / 100)} · `}
        {run.state === 'refused' && run.code !== null ? t('planRun.refusedBy', { code: run.code }) : t(`planRun.${run.state}`)}
      </Text>
      {isRunning && (
        <Button size="compact-sm" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('planPage.cancel')}
        </Button>
      )}
    </Group>
  )
}
