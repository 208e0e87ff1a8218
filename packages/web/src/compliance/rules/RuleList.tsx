import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/i18n/use-language.ts'
import { PLATFORM_LIST } from '../../ui/choices.ts'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { describeSource } from '../describe-source.ts'
import { RuleChip } from '../RuleChip.tsx'
import type { RuleEntry } from '../rule.ts'
import { RuleDetail } from './RuleDetail.tsx'
import { RULE_KINDS, type RuleKind, type RulesView } from './rules-view.ts'
import { useRules } from './use-rules.ts'

const route = getRouteApi('/rules')
// The whole rulebook is a list of many screens: the first are read, the others asked for or searched.
const FIRST_RULES = 60

interface RowProps {
  readonly rule: RuleEntry
  readonly open: boolean
  readonly isSuspended: boolean
  readonly onOpen: () => void
}

function RuleRow({ rule, open, isSuspended, onOpen }: RowProps) {
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
          {rule.id.startsWith('own.') && <span className="chip">{t('rulebook.own')}</span>}
          {isSuspended && <span className="chip">⏸ {t('rulebook.suspended')}</span>}
        </span>
        <span className="rule-source">
          {describeSource(rule.source)} ·{' '}
          {rule.validFrom === null ? t('editor.startNotRecorded') : t('check.since', { day: rule.validFrom })}
          {rule.validTo !== null && ` ${t('check.until', { day: rule.validTo })}`} ·{' '}
          {rule.source.checkedOn === null ? t('rulebook.neverChecked') : t('rulebook.lastChecked', { day: rule.source.checkedOn })}
        </span>
      </button>
    </li>
  )
}

function isOfKind({ id, kind }: RuleEntry, wished: RuleKind | undefined, suspended: ReadonlySet<string>): boolean {
  if (wished === undefined) return true
  if (wished === 'suspended') return suspended.has(id)
  return wished === 'own' ? id.startsWith('own.') : kind === wished
}

/** The rulebook: searchable, by kind, platform and date, each rule with its source. */
export function RuleList() {
  const { t } = useTranslation()
  const view = route.useSearch()
  const navigate = route.useNavigate()
  const rules = useRules(view)
  const [typed, setTyped] = useState(view.q ?? '')
  const [isLong, setLong] = useState(false)
  const change = (next: Partial<Record<keyof RulesView, string | undefined>>) =>
    void navigate({ search: (old) => Object.fromEntries(Object.entries({ ...old, ...next }).filter(([, value]) => value)), replace: true })
  const search = useDebouncedCallback((q: string) => change({ q }), 250)
  const suspended = new Set(rules.data?.suspensions.map(({ ruleId }) => ruleId))
  const shown = rules.data?.items.filter((rule) => isOfKind(rule, view.kind, suspended)) ?? []
  return (
    <Stack gap="md">
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
        <NativeSelect
          label={t('rulebook.kind')}
          value={view.kind ?? ''}
          onChange={(event) => change({ kind: event.currentTarget.value })}
          data={[{ value: '', label: t('rules.all') }, ...RULE_KINDS.map((value) => ({ value, label: t(`rulebook.kinds.${value}`) }))]}
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
            {t('rules.found', { shown: shown.length, total: rules.data.total, version: rules.data.version })}
          </Text>
          <div className={view.rule ? 'rules-columns' : ''}>
            <ul className="rule-list" aria-label={t('rules.title')}>
              {(isLong ? shown : shown.slice(0, FIRST_RULES)).map((rule) => (
                <RuleRow
                  key={rule.id}
                  rule={rule}
                  open={view.rule === rule.id}
                  isSuspended={suspended.has(rule.id)}
                  onOpen={() => change({ rule: view.rule === rule.id ? undefined : rule.id })}
                />
              ))}
              {shown.length === 0 && <li className="rule-none">{t('rules.none')}</li>}
              {!isLong && shown.length > FIRST_RULES && (
                <li className="rule-none">
                  <Button variant="default" size="sm" onClick={() => setLong(true)}>
                    {t('rulebook.more', { n: shown.length - FIRST_RULES })}
                  </Button>
                </li>
              )}
            </ul>
            {view.rule && (
              <aside className="rule-detail" aria-label={t('rules.detail')}>
                <RuleDetail
                  id={view.rule}
                  suspension={rules.data.suspensions.find(({ ruleId }) => ruleId === view.rule) ?? null}
                  onClose={() => change({ rule: undefined })}
                />
              </aside>
            )}
          </div>
        </>
      )}
    </Stack>
  )
}
