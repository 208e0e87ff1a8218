import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { PLATFORM_LIST } from '../../ui/choices.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useImpacts, type RuleImpact } from './use-impacts.ts'
import { useTimeline, type TimelineChange, type TimelineEntry } from './use-timeline.ts'

const route = getRouteApi('/rules')
const SHOWN = 4
// Changes of the last decades are a long list: the newest are read, the others asked for.
const SHOWN_DAYS = 25

function EntryLinks({ title, entries }: { title: string; entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (entries.length === 0) return null
  const line = ({ id, kind, title: name }: TimelineEntry) => (
    <li key={id}>
      <AppLink to="/rules" search={{ rule: id }} size="sm">
        {read(name)}
      </AppLink>
      {kind === 'fact' && <span className="chip chip-quiet"> {t('rules.factOnly')}</span>}
    </li>
  )
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <ul className="impact-changes">{entries.slice(0, SHOWN).map(line)}</ul>
      {entries.length > SHOWN && (
        <details>
          <summary>{t('rulebook.when.more', { n: entries.length - SHOWN })}</summary>
          <ul className="impact-changes">{entries.slice(SHOWN).map(line)}</ul>
        </details>
      )}
    </div>
  )
}

function countTouched({ started, ended }: TimelineChange, impacts: readonly RuleImpact[]): number {
  const ids = new Set([...started, ...ended].map(({ id }) => id))
  return new Set(impacts.filter(({ changes }) => changes.some(({ ruleId }) => ids.has(ruleId))).map(({ subject }) => subject.id)).size
}

function Change({ change, impacts }: { change: TimelineChange; impacts: readonly RuleImpact[] }) {
  const { t } = useTranslation()
  const touched = countTouched(change, impacts)
  return (
    <li className="timeline-change" data-testid="timeline-change">
      <time dateTime={change.date}>{change.isDayKnown ? change.date : t('rulebook.when.month', { month: change.date.slice(0, 7) })}</time>
      <div>
        <Text size="sm" fw={600} lang="zh-CN" data-raw>
          {change.source}
        </Text>
        <EntryLinks title={t('rulebook.when.starts')} entries={change.started} />
        <EntryLinks title={t('rulebook.when.ends')} entries={change.ended} />
        {touched > 0 && (
          <AppLink to="/rules" search={{ tab: 'impacts' }} size="sm" underline="always">
            {touched === 1 ? t('rulebook.when.touchesOne') : t('rulebook.when.touches', { n: touched })}
          </AppLink>
        )}
      </div>
    </li>
  )
}

/** Dated changes of the rulebook, coming ones first, then back in time; by platform. */
export function TimelineTab() {
  const { t } = useTranslation()
  const { platform } = route.useSearch()
  const navigate = route.useNavigate()
  const timeline = useTimeline(platform)
  const [isLong, setLong] = useState(false)
  const impacts = useImpacts().data?.items ?? []
  if (timeline.isPending) return <Loading />
  if (timeline.error) return <ProblemNotice error={timeline.error} onRetry={() => void timeline.refetch()} />
  const { items, today } = timeline.data
  const parts = [
    { key: 'soon', changes: items.filter(({ date }) => date > today) },
    { key: 'past', changes: items.filter(({ date }) => date <= today).toReversed() },
  ] as const
  return (
    <Stack gap="md">
      <Group>
        <NativeSelect
          label={t('fact.platform')}
          value={platform ?? ''}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ search: { tab: 'timeline', ...(value === '' ? {} : { platform: value }) }, replace: true })
          }
          data={[{ value: '', label: t('rules.all') }, ...PLATFORM_LIST.map((value) => ({ value, label: t(`platform.${value}`) }))]}
        />
      </Group>
      {items.length === 0 && <Text>{t('rulebook.when.none')}</Text>}
      {parts
        .filter(({ changes }) => changes.length > 0)
        .map(({ key, changes }) => (
          <section key={key} aria-labelledby={`timeline-${key}`}>
            <Title order={2} size="h4" mb="xs" id={`timeline-${key}`}>
              {t(`rulebook.when.${key}`)}
            </Title>
            <ol className="timeline" data-testid={`timeline-${key}`}>
              {changes.slice(0, isLong ? undefined : SHOWN_DAYS).map((change) => (
                <Change key={`${change.date}${change.source}`} change={change} impacts={impacts} />
              ))}
            </ol>
            {!isLong && changes.length > SHOWN_DAYS && (
              <Button variant="default" size="sm" mt="sm" onClick={() => setLong(true)}>
                {t('rulebook.when.earlier', { n: changes.length - SHOWN_DAYS })}
              </Button>
            )}
          </section>
        ))}
    </Stack>
  )
}
