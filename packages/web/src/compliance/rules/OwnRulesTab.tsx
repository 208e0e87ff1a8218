import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../../ui/AppLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { shanghaiDayAfter } from '../../ui/shanghai-day.ts'
import { OwnRuleDialog } from './OwnRuleDialog.tsx'
import { useMayDo } from './use-may-do.ts'
import { useOwnRules, useRemoveOwnRule, type OwnRule, type Suspension } from './use-own-rules.ts'

const dayOf = (moment: string) => shanghaiDayAfter(Date.parse(moment), 0)

function RemoveButton({ id }: { id: string }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  const remove = useRemoveOwnRule()
  if (!isAsking)
    return (
      <Button size="compact-sm" variant="subtle" aria-label={t('rulebook.ownRules.removeOf', { id })} onClick={() => setAsking(true)}>
        {t('rulebook.ownRules.remove')}
      </Button>
    )
  return (
    <Stack gap="xs">
      <Text size="sm">{t('rulebook.ownRules.confirm', { id })}</Text>
      {remove.error && <ProblemNotice error={remove.error} />}
      <Group gap="xs">
        <Button size="compact-sm" color="red" loading={remove.isPending} onClick={() => remove.mutate(id)}>
          {t('rulebook.ownRules.remove')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
          {t('ui.cancel')}
        </Button>
      </Group>
    </Stack>
  )
}

function OwnRow({ rule, mayWrite, onEdit }: { rule: OwnRule; mayWrite: boolean; onEdit: () => void }) {
  const { t } = useTranslation()
  const { id, kind, revision, changedBy, changedAt, isDraft, misfit } = rule
  return (
    <li className="impact" data-testid="own-rule">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Group gap="xs">
            <span className="chip">{t(`rulebook.ownRules.kinds.${kind}`)}</span>
            <code>{id}</code>
            {isDraft && <span className="chip">✎ {t('rulebook.ownRules.draft')}</span>}
          </Group>
          <Text size="xs" c="dimmed">
            {t('rulebook.ownRules.changed', { n: revision, who: changedBy ?? t('rulebook.someone'), day: dayOf(changedAt) })}
          </Text>
          {misfit && (
            <Text size="sm" className="due-late">
              ! {t('rulebook.ownRules.misfit', { name: misfit.name ?? misfit.code })}
            </Text>
          )}
        </div>
        {mayWrite && (
          <Group gap="xs">
            <Button size="compact-sm" variant="default" aria-label={t('rulebook.ownRules.editOf', { id })} onClick={onEdit}>
              {t('rulebook.ownRules.edit')}
            </Button>
            <RemoveButton id={id} />
          </Group>
        )}
      </Group>
    </li>
  )
}

function Suspensions({ list }: { list: readonly Suspension[] }) {
  const { t } = useTranslation()
  if (list.length === 0) return null
  return (
    <section aria-labelledby="suspensions">
      <Title order={2} size="h5" id="suspensions">
        {t('rulebook.ownRules.suspensions')}
      </Title>
      <ul className="impact-changes">
        {list.map(({ ruleId, by, at, reason }) => (
          <li key={ruleId}>
            <AppLink to="/rules" search={{ rule: ruleId }} size="sm">
              <code>{ruleId}</code>
            </AppLink>{' '}
            <Text span size="sm">
              {t('rulebook.suspendedBy', { who: by ?? t('rulebook.someone'), day: dayOf(at), reason })}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The workspace's own rules and word lists, and the rules it does not use. */
export function OwnRulesTab() {
  const { t } = useTranslation()
  const own = useOwnRules()
  const mayWrite = useMayDo('rules.write')
  const [editing, setEditing] = useState<OwnRule | 'new' | null>(null)
  if (own.isPending) return <Loading />
  if (own.error) return <ProblemNotice error={own.error} onRetry={() => void own.refetch()} />
  const { items, suspensions, version } = own.data
  const add = mayWrite && (
    <Group>
      <Button onClick={() => setEditing('new')}>{t('rulebook.ownRules.add')}</Button>
    </Group>
  )
  return (
    <Stack gap="md">
      <div>
        <Text c="dimmed">{t('rulebook.ownRules.intro')}</Text>
        <Text size="sm">{t('rulebook.ownRules.version', { version })}</Text>
      </div>
      {items.length === 0 ? (
        <EmptyState title={t('rulebook.ownRules.emptyTitle')} text={t('rulebook.ownRules.empty')}>
          {add}
        </EmptyState>
      ) : (
        <>
          {add}
          <ul className="rule-list" aria-label={t('rulebook.tab.own')}>
            {items.map((rule) => (
              <OwnRow key={rule.id} rule={rule} mayWrite={mayWrite} onEdit={() => setEditing(rule)} />
            ))}
          </ul>
        </>
      )}
      <Suspensions list={suspensions} />
      {editing !== null && <OwnRuleDialog rule={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Stack>
  )
}
