import { Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { PLATFORM_LIST } from '../ui/choices.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { describeSource } from './describe-source.ts'
import type { RuleEntry } from './rule.ts'
import { RuleChip } from './RuleChip.tsx'
import { RuleDetail } from './RuleDetail.tsx'
import type { RulesView } from './rules-view.ts'
import { useRules } from './use-rules.ts'

const route = getRouteApi('/rules')

function RuleRow({ rule, open, onOpen }: { rule: RuleEntry; open: boolean; onOpen: () => void }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <li>
      <button
        type="button"
        className={open ? 'rule-row rule-row-open' : 'rule-row'}
        onClick={onOpen}
        aria-expanded={open}
        data-testid="rule"
      >
        <span className="rule-row-head">
          <RuleChip rule={rule} />
          <span className="rule-title">{read(rule.title)}</span>
        </span>
        <span className="rule-source">
          {describeSource(rule.source)} · {rule.validFrom === null ? t('rules.notRecorded') : t('check.since', { day: rule.validFrom })}
          {rule.validTo !== null && ` ${t('check.until', { day: rule.validTo })}`}
        </span>
      </button>
    </li>
  )
}

/** The rulebook: searchable, by platform and by date, each rule with its source. */
export function RulesPage() {
  const { t } = useTranslation()
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const rules = useRules(view)
  const [typed, setTyped] = useState(view.q ?? '')
  const change = (next: Partial<Record<keyof RulesView, string | undefined>>) =>
    void navigate({ search: (old) => Object.fromEntries(Object.entries({ ...old, ...next }).filter(([, value]) => value)), replace: true })
  const search = useDebouncedCallback((q: string) => change({ q }), 250)
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t('rules.title')}
        </Title>
        <Text c="dimmed">{t('rules.intro')}</Text>
      </div>
      <Group gap="sm" align="flex-end">
        <TextInput
          label={t('ui.search')}
          placeholder={t('rules.searchHint')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            search(event.currentTarget.value)
          }}
          w={{ base: '100%', sm: 300 }}
        />
        <NativeSelect
          label={t('fact.platform')}
          value={view.platform ?? ''}
          onChange={(event) => change({ platform: event.currentTarget.value })}
          data={[{ value: '', label: t('rules.all') }, ...PLATFORM_LIST.map((value) => ({ value, label: t(`platform.${value}`) }))]}
        />
        <TextInput
          type="date"
          label={t('rules.at')}
          value={view.at ?? ''}
          onChange={(event) => change({ at: event.currentTarget.value })}
        />
      </Group>
      {rules.isPending && <Loading />}
      {rules.error && <ProblemNotice error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data && (
        <>
          <Text size="sm" c="dimmed" role="status">
            {t('rules.found', { shown: rules.data.items.length, total: rules.data.total, version: rules.data.version })}
          </Text>
          <div className={view.rule ? 'rules-columns' : ''}>
            <ul className="rule-list" aria-label={t('rules.title')}>
              {rules.data.items.map((rule) => (
                <RuleRow
                  key={rule.id}
                  rule={rule}
                  open={view.rule === rule.id}
                  onOpen={() => change({ rule: view.rule === rule.id ? undefined : rule.id })}
                />
              ))}
              {rules.data.items.length === 0 && <li className="rule-none">{t('rules.none')}</li>}
            </ul>
            {view.rule && (
              <aside className="rule-detail" aria-label={t('rules.detail')}>
                <RuleDetail id={view.rule} onClose={() => change({ rule: undefined })} />
              </aside>
            )}
          </div>
        </>
      )}
    </Stack>
  )
}
