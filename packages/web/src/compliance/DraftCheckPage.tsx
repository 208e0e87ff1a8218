import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import type { LintFinding, LintItem } from '@kolibra/core/compliance'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/AppLink.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useRemembered } from '../ui/use-remembered.ts'
import { BLANK_DRAFT, factsOf, type DraftForm } from './draft-facts.ts'
import { FactsForm } from './FactsForm.tsx'
import { LintRemarks, VerdictLine } from './LintResult.tsx'
import { MarginList } from './MarginList.tsx'
import { MarkedText } from './MarkedText.tsx'
import { replaceSpan } from './segment-text.ts'
import { useCheck } from './use-check.ts'

const EXAMPLE: DraftForm = {
  ...BLANK_DRAFT,
  title: '敏感肌换季面霜分享',
  text: '用了两周的雪线面霜，全网最好用的修护面霜，国家级配方!\n一抹就消炎，三天祛斑，评论区扣1发链接，加V领小样。',
  platform: 'xiaohongshu',
  category: 'cosmetics',
  format: 'note',
  account: 'creator',
  commission: 'fee',
}

interface Checked {
  readonly form: DraftForm
  readonly item: LintItem
}

/** Checks a draft: form, then the text with its findings underlined and the notes beside it. */
export function DraftCheckPage() {
  const { t } = useTranslation()
  const [form, setForm] = useRemembered<DraftForm>('draft-check', BLANK_DRAFT)
  const [checked, setChecked] = useState<Checked | null>(null)
  const check = useCheck()
  const run = (next: DraftForm) => {
    setForm(next)
    check.mutate(factsOf(next, 'draft'), { onSuccess: (item) => setChecked({ form: next, item }) })
  }
  const fix = (finding: LintFinding) => {
    if (!checked || !finding.span || finding.fix.replacement === null) return
    const field = finding.field === 'title' ? 'title' : 'text'
    run({ ...form, [field]: replaceSpan(checked.form[field], finding.span, finding.fix.replacement) })
  }
  const isStale = checked !== null && JSON.stringify(checked.form) !== JSON.stringify(form)
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h3">
          {t('check.title')}
        </Title>
        <Text c="dimmed">{t('check.intro')}</Text>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          run(form)
        }}
      >
        <Stack gap="sm">
          <FactsForm form={form} onChange={setForm} scope="all" />
          <TextInput
            label={t('fact.title')}
            lang="zh-CN"
            value={form.title}
            onChange={(event) => setForm({ ...form, title: event.currentTarget.value })}
          />
          <Textarea
            label={t('fact.text')}
            lang="zh-CN"
            autosize
            minRows={5}
            maxRows={16}
            required
            value={form.text}
            onChange={(event) => setForm({ ...form, text: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(form)
            }}
          />
          <Group gap="sm">
            <Button type="submit" loading={check.isPending} disabled={form.text.trim() === ''}>
              {t('check.run')}
            </Button>
            <Button variant="default" onClick={() => run(EXAMPLE)}>
              {t('check.tryExample')}
            </Button>
            <Button variant="subtle" onClick={() => setForm(BLANK_DRAFT)}>
              {t('check.clear')}
            </Button>
          </Group>
        </Stack>
      </form>
      {check.error && <ProblemNotice error={check.error} />}
      {checked ? (
        <CheckResult checked={checked} isStale={isStale} onFix={fix} />
      ) : (
        <EmptyState title={t('check.emptyTitle')} text={t('check.emptyText')} example={t('check.emptyExample')} />
      )}
    </Stack>
  )
}

function CheckResult({ checked, isStale, onFix }: { checked: Checked; isStale: boolean; onFix: (finding: LintFinding) => void }) {
  const { t } = useTranslation()
  const [picked, setPicked] = useState<LintFinding | null>(null)
  const pick = (finding: LintFinding) => {
    setPicked(finding)
    document.getElementById(`note-${finding.ruleId}-${finding.span?.start ?? 'all'}`)?.scrollIntoView({ block: 'nearest' })
  }
  const { form, item } = checked
  return (
    <section aria-label={t('check.result')}>
      <VerdictLine item={item} />
      {isStale && <Text size="sm">{t('check.stale')}</Text>}
      <div className="check-columns">
        <div className="check-text">
          {form.title !== '' && <MarkedText text={form.title} field="title" findings={item.findings} onPick={pick} />}
          <MarkedText text={form.text} field="text" findings={item.findings} onPick={pick} />
          <LintRemarks item={item} />
          <Text size="xs" c="dimmed" mt="md">
            {t('check.notLegalAdvice')}{' '}
            <AppLink size="xs" underline="always" to="/rules">
              {t('nav.rules')}
            </AppLink>
          </Text>
        </div>
        {item.findings.length === 0 ? (
          <Text>{t('check.noFindings')}</Text>
        ) : (
          <MarginList findings={item.findings} picked={picked} onFix={onFix} />
        )}
      </div>
    </section>
  )
}
