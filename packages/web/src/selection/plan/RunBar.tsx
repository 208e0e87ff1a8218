import { Button, Group, Loader, NumberInput, Text, TextInput } from '@mantine/core'
import type { PlanAsk } from '@kolibra/core/selection'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseYuan } from '../../ui/format-number.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { askLocked, type Locks } from './locks.ts'
import type { PlanRunning } from './use-plan-run.ts'

interface RunBarProps {
  /** What the shown version was asked for with; null before the first. */
  readonly ask: PlanAsk | null
  readonly planId: string | null
  readonly budgetFen: number
  readonly locked: Locks
  readonly running: PlanRunning
}

/** Plans again: with the locked creators, another budget, under a name as a scenario. Shows how far it is and calls it off. */
export function RunBar({ ask, planId, budgetFen, locked, running }: RunBarProps) {
  const { t } = useTranslation()
  const [budget, setBudget] = useState<string | number>((ask?.budgetFen ?? budgetFen) / 100)
  const [scenario, setScenario] = useState('')
  const typedFen = parseYuan(String(budget))
  const isSound = typedFen !== null && typedFen > 0
  const begin = (name: string | null) =>
    running.begin.mutate({
      scenario: name,
      madeFrom: planId,
      shortlistId: ask?.shortlistId ?? null,
      mix: ask?.mix ?? null,
      drop: ask?.drop ?? [],
      budgetFen: typedFen === budgetFen ? null : typedFen,
      ...askLocked(locked),
    })
  return (
    <div data-testid="run-bar">
      <Group align="flex-end" gap="xs">
        <NumberInput
          label={t('campaign.budgetYuan')}
          value={budget}
          onChange={setBudget}
          min={0}
          thousandSeparator=","
          decimalScale={2}
          hideControls
          w={150}
          error={isSound ? null : t('planPage.badBudget')}
        />
        <Button loading={running.isRunning} disabled={!isSound} onClick={() => begin(null)}>
          {planId === null ? t('plan.run') : locked.size > 0 ? t('planPage.againLocked', { n: locked.size }) : t('plan.again')}
        </Button>
        <TextInput
          label={t('planPage.scenarioName')}
          value={scenario}
          maxLength={100}
          w={190}
          onChange={(event) => setScenario(event.currentTarget.value)}
        />
        <Button variant="default" disabled={!isSound || scenario.trim() === '' || running.isRunning} onClick={() => begin(scenario.trim())}>
          {t('planPage.asScenario')}
        </Button>
      </Group>
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
      {isRunning && <Loader size="xs" />}
      <Text size="sm">
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
