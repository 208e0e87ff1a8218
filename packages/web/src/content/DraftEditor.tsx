import { Button, Drawer, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { Campaign } from '@kolibra/core/campaigns'
import type { LintFinding, LintItem } from '@kolibra/core/compliance'
import type { Deliverable, Draft } from '@kolibra/core/content'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftForm } from '../compliance/draft-facts.ts'
import { FactsForm } from '../compliance/FactsForm.tsx'
import { LintRemarks, VerdictLine } from '../compliance/LintResult.tsx'
import { MarginList } from '../compliance/MarginList.tsx'
import { MarkedText } from '../compliance/MarkedText.tsx'
import { replaceSpan } from '../compliance/segment-text.ts'
import { useCheck } from '../compliance/use-check.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { factsOfDeliverable, formOfDraft } from './deliverable-facts.ts'
import { useDeliverable, useSubmitDraft } from './use-deliverables.ts'

interface EditorProps {
  readonly campaignId: string
  readonly campaign: Campaign
  readonly deliverable: Deliverable
}

interface Checked {
  readonly form: DraftForm
  readonly item: LintItem
}

function EditorBody({ campaignId, campaign, deliverable, last, onDone }: EditorProps & { last: Draft | undefined; onDone: () => void }) {
  const { t } = useTranslation()
  const first = formOfDraft(last)
  const [form, setForm] = useState<DraftForm>(first)
  const [checked, setChecked] = useState<Checked | null>(last ? { form: first, item: last.lint } : null)
  const [picked, setPicked] = useState<LintFinding | null>(null)
  const check = useCheck()
  const submit = useSubmitDraft(campaignId, deliverable.id)
  const facts = (next: DraftForm) => factsOfDeliverable(next, { deliverable, campaign })
  const run = (next: DraftForm) => {
    setForm(next)
    check.mutate(facts(next), { onSuccess: (item) => setChecked({ form: next, item }) })
  }
  const fix = (finding: LintFinding) => {
    if (!checked || !finding.span || finding.fix.replacement === null) return
    const field = finding.field === 'title' ? 'title' : 'text'
    run({ ...form, [field]: replaceSpan(checked.form[field], finding.span, finding.fix.replacement) })
  }
  const isPublished = deliverable.state === 'published'
  return (
    <Stack gap="md">
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
        minRows={6}
        maxRows={14}
        value={form.text}
        onChange={(event) => setForm({ ...form, text: event.currentTarget.value })}
      />
      <FactsForm form={form} onChange={setForm} scope="deliverable" />
      {(check.error ?? submit.error) && <ProblemNotice error={check.error ?? submit.error ?? new Error('')} />}
      <Group>
        <Button variant="default" loading={check.isPending} disabled={form.text.trim() === ''} onClick={() => run(form)}>
          {t('check.run')}
        </Button>
        {!isPublished && (
          <Button
            loading={submit.isPending}
            disabled={form.text.trim() === ''}
            // Not mutate's own callback: the new draft replaces this editor before it would be called.
            onClick={() => void submit.mutateAsync(facts(form)).then(onDone, () => undefined)}
          >
            {t('draft.submit')}
          </Button>
        )}
      </Group>
      {checked && (
        <section aria-label={t('check.result')}>
          <VerdictLine item={checked.item} />
          {checked.form.title !== '' && (
            <MarkedText text={checked.form.title} field="title" findings={checked.item.findings} onPick={setPicked} />
          )}
          <MarkedText text={checked.form.text} field="text" findings={checked.item.findings} onPick={setPicked} />
          <MarginList findings={checked.item.findings} picked={picked} onFix={fix} />
          <LintRemarks item={checked.item} />
        </section>
      )}
    </Stack>
  )
}

/** Writes, checks and submits a draft of one deliverable; the same findings as on the check page. */
export function DraftEditor({ onClose, ...props }: EditorProps & { onClose: () => void }) {
  const { t } = useTranslation()
  const detail = useDeliverable(props.campaignId, props.deliverable.id)
  const last = detail.data?.drafts[0]
  const name = props.deliverable.creatorName ?? props.deliverable.creatorId
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title={t('draft.of', { name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {detail.isPending && <Loading />}
      {detail.error && <ProblemNotice error={detail.error} onRetry={() => void detail.refetch()} />}
      {detail.data && (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {last ? t('draft.version', { version: last.version, by: last.submittedBy }) : t('draft.none')}
          </Text>
          <EditorBody key={last?.id ?? 'first'} {...props} last={last} onDone={onClose} />
        </>
      )}
    </Drawer>
  )
}
