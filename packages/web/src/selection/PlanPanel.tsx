import { Button, Group, List, Select, Stack, Text, Title } from '@mantine/core'
import { shareReasons, type PlanResult } from '@kolibra/core/selection'
import { formatGap, joinReasons } from '@kolibra/core/shared'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppLinkButton } from '../ui/AppLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { formatCount, formatExact, formatMoment } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useMoney } from '../campaigns/use-money.ts'
import { MixTable } from './MixTable.tsx'
import { Infeasible, listClashing } from './plan/Infeasible.tsx'
import { useShortlists } from './use-shortlists.ts'
import { useAcceptPlan, useCreatorNames, usePlan, useRunPlanner, type PlanRecord } from './use-plans.ts'

const SHOWN_LEFT = 12

function Certificate({ plan, budgetFen }: { plan: PlanResult; budgetFen: number }) {
  const { t } = useTranslation()
  const tellMoney = useMoney()
  const { language } = useLanguage()
  return (
    <Text data-testid="certificate">
      {t('plan.certificate', {
        n: plan.creators.length,
        cost: tellMoney(plan.costFen),
        budget: tellMoney(budgetFen),
        value: formatCount(plan.value, language),
        bound: formatCount(plan.upperBound, language),
        gap: formatGap(plan.gap),
        method: plan.method,
        seconds: (plan.elapsedMs / 1000).toFixed(1),
      })}
    </Text>
  )
}

function Others({ plan, nameOf }: { plan: PlanResult; nameOf: (id: string) => string }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <Group align="flex-start" gap="xl">
      {plan.reserve.length > 0 && (
        <section>
          <Title order={3} size="h6">
            {t('plan.reserve')}
          </Title>
          <List size="sm">
            {plan.reserve.map((id) => (
              <List.Item key={id}>{nameOf(id)}</List.Item>
            ))}
          </List>
        </section>
      )}
      {plan.left.length > 0 && (
        <section className="grow">
          <Title order={3} size="h6">
            {t('plan.left', { n: formatExact(plan.left.length) })}
          </Title>
          <List size="sm">
            {plan.left.slice(0, SHOWN_LEFT).map(({ id, because, becauseZh = because }) => (
              <List.Item key={id}>
                {nameOf(id)}: {read({ en: because, zh: becauseZh })}
              </List.Item>
            ))}
          </List>
          {plan.left.length > SHOWN_LEFT && <Text size="sm">{t('imports.more', { n: formatExact(plan.left.length - SHOWN_LEFT) })}</Text>}
        </section>
      )}
    </Group>
  )
}

interface PlanBodyProps {
  readonly campaignId: string
  readonly budgetFen: number
  readonly record: PlanRecord
}

function PlanBody({ campaignId, budgetFen, record }: PlanBodyProps) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { plan, id, createdAt } = record
  const [picked, setPicked] = useState<ReadonlySet<string>>(() => new Set(plan.creators.map((creator) => creator.id)))
  const accept = useAcceptPlan(campaignId)
  const { shared, creators } = useMemo(() => shareReasons(plan.creators), [plan])
  const shown = useMemo(
    () => [...new Set([...plan.chosen, ...listClashing(plan), ...plan.reserve, ...plan.left.slice(0, SHOWN_LEFT).map((left) => left.id)])],
    [plan],
  )
  const nameOf = useCreatorNames(shown)
  const toggle = (creatorId: string) =>
    setPicked((old) => new Set(old.has(creatorId) ? [...old].filter((other) => other !== creatorId) : [...old, creatorId]))
  return (
    <Stack gap="sm">
      {plan.infeasible !== null && <Infeasible plan={plan} nameOf={nameOf} />}
      <Certificate plan={plan} budgetFen={budgetFen} />
      <List size="sm">
        {[...(plan.infeasible === null ? joinReasons(plan) : []), ...shared].map((line) => (
          <List.Item key={line.en}>{read(line)}</List.Item>
        ))}
      </List>
      <MixTable campaignId={campaignId} plan={{ ...plan, creators }} nameOf={nameOf} picked={picked} onPick={toggle} />
      {accept.error && <ProblemNotice error={accept.error} />}
      <Group>
        <Button
          loading={accept.isPending}
          disabled={picked.size === 0}
          onClick={() => accept.mutate({ planId: id, creatorIds: [...picked] })}
        >
          {picked.size === plan.creators.length ? t('plan.accept') : t('plan.acceptSome', { n: picked.size })}
        </Button>
        <Text size="sm" c="dimmed">
          {t('plan.madeAt', { at: formatMoment(createdAt) ?? '' })}
        </Text>
      </Group>
      <Others plan={plan} nameOf={nameOf} />
    </Stack>
  )
}

/** Runs the planner and shows the mix it proposes, how near it is to the optimum, who is in reserve and who was left. */
export function PlanPanel({ campaignId, budgetFen }: { campaignId: string; budgetFen: number }) {
  const { t } = useTranslation()
  const plan = usePlan(campaignId)
  const run = useRunPlanner(campaignId)
  // What was just planned here is looked at before it is chosen; scenarios and what found no mix stand on the plan's page.
  const record = run.data ?? plan.data
  const lists = useShortlists()
  const [pool, setPool] = useState<string | null>(null)
  const named = lists.data?.items ?? []
  const button = (
    <Group align="flex-end" gap="xs">
      {named.length > 0 && (
        <Select
          label={t('plan.pool')}
          placeholder={t('plan.everybody')}
          clearable
          data={named.map(({ id, name }) => ({ value: id, label: name }))}
          value={pool}
          onChange={setPool}
        />
      )}
      <Button variant={record ? 'default' : 'filled'} loading={run.isPending} onClick={() => run.mutate(pool)}>
        {record ? t('plan.again') : t('plan.run')}
      </Button>
    </Group>
  )
  if (plan.isPending) return <Loading />
  if (plan.error) return <ProblemNotice error={plan.error} onRetry={() => void plan.refetch()} />
  return (
    <Stack gap="sm">
      {run.isPending && <Loading label={t('plan.running')} />}
      {run.error && <ProblemNotice error={run.error} />}
      {record ? (
        <>
          <Group align="flex-end">
            {button}
            <AppLinkButton to="/campaigns/$id/plan" params={{ id: campaignId }} variant="default">
              {t('planPage.open')}
            </AppLinkButton>
          </Group>
          <PlanBody key={record.id} campaignId={campaignId} budgetFen={budgetFen} record={record} />
        </>
      ) : (
        <EmptyState title={t('plan.emptyTitle')} text={t('plan.emptyText')} example={t('plan.emptyExample')}>
          {button}
        </EmptyState>
      )}
    </Stack>
  )
}
