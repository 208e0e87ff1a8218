import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { OutcomeChip } from '../OutcomeChip.tsx'
import { useMayDo } from './use-may-do.ts'
import { useImpactPages, useSeeImpact, type ImpactChange, type RuleImpact } from './use-impacts.ts'

function ChangeLine({ change }: { change: ImpactChange }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { before, after, words } = change
  const told = () => {
    if (before === null && after === null) return t('rulebook.impact.fact')
    if (after === null) return t('rulebook.impact.gone')
    if (before === null) return t('rulebook.impact.appeared', { outcome: t(`outcome.${after}`) })
    if (before === after) return t('rulebook.impact.words', { outcome: t(`outcome.${after}`) })
    return t('rulebook.impact.became', { before: t(`outcome.${before}`), after: t(`outcome.${after}`) })
  }
  return (
    <li>
      <AppLink to="/rules" search={{ rule: change.ruleId }} size="sm" underline="always">
        {change.title === null ? change.ruleId : read(change.title)}
      </AppLink>{' '}
      <Text span size="sm">
        {told()}
        {words.length > 0 && (
          <span lang="zh-CN" data-raw>
            {' '}
            {words.map((word) => `“${word}”`).join(t('ui.comma'))}
          </span>
        )}
      </Text>
    </li>
  )
}

function ImpactRow({ impact }: { impact: RuleImpact }) {
  const { t } = useTranslation()
  const see = useSeeImpact()
  const maySee = useMayDo('rules.check')
  const { subject, campaign, stage, effectiveOn, owner, seen } = impact
  return (
    <li className={seen === null ? 'impact impact-new' : 'impact'} data-testid="impact">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Group gap="xs">
            <span className="chip">{t(`rulebook.impact.stage.${stage}`)}</span>
            <AppLink to="/campaigns/$id" params={{ id: campaign.id }} fw={600} size="sm">
              {campaign.name}
              {subject.label === null ? '' : ` · ${subject.label}`}
            </AppLink>
            <Text span size="sm">
              <OutcomeChip outcome={impact.before} /> → <OutcomeChip outcome={impact.after} />
            </Text>
          </Group>
          <Text size="xs" c="dimmed">
            {t('rulebook.impact.from', { day: effectiveOn })} · {t('rulebook.impact.owner', { who: owner.name ?? t('rulebook.someone') })}
          </Text>
        </div>
        {seen === null && maySee && (
          <Button size="xs" variant="default" loading={see.isPending} onClick={() => see.mutate(impact.id)}>
            {t('rulebook.impact.see')}
          </Button>
        )}
        {seen !== null && (
          <Text size="xs" c="dimmed">
            ✓ {t('rulebook.impact.seenBy', { who: seen.by ?? t('rulebook.someone') })}
          </Text>
        )}
      </Group>
      <ul className="impact-changes">
        {impact.changes.map((change) => (
          <ChangeLine key={change.ruleId} change={change} />
        ))}
      </ul>
      {see.error && <ProblemNotice error={see.error} />}
    </li>
  )
}

/** A list of impacts, newest first. */
export function ImpactList({ items, label }: { items: readonly RuleImpact[]; label: string }) {
  return (
    <ul className="rule-list" aria-label={label}>
      {items.map((impact) => (
        <ImpactRow key={impact.id} impact={impact} />
      ))}
    </ul>
  )
}

/** What changes of rules did, or will do, to briefs, drafts and posts. */
export function ImpactsTab() {
  const { t } = useTranslation()
  const impacts = useImpactPages()
  if (impacts.isPending) return <Loading />
  if (impacts.error) return <ProblemNotice error={impacts.error} onRetry={() => void impacts.refetch()} />
  const items = impacts.data.pages.flatMap((page) => page.items)
  const unseenMine = impacts.data.pages.at(-1)?.unseenMine ?? 0
  if (items.length === 0) return <EmptyState title={t('rulebook.impact.emptyTitle')} text={t('rulebook.impact.empty')} />
  return (
    <Stack gap="sm">
      <Text c="dimmed">{t('rulebook.impact.intro')}</Text>
      {unseenMine > 0 && (
        <Text size="sm" role="status">
          {t('rulebook.impact.waiting', { n: unseenMine })}
        </Text>
      )}
      <ImpactList items={items} label={t('rulebook.tab.impacts')} />
      {impacts.hasNextPage && (
        <Group>
          <Button variant="default" loading={impacts.isFetchingNextPage} onClick={() => void impacts.fetchNextPage()}>
            {t('rulebook.impact.more')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
