import { Button, Drawer, Group, Text } from '@mantine/core'
import type { Campaign } from '@kolibra/core/campaigns'
import type { Deliverable, Draft } from '@kolibra/core/content'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftForm } from '../compliance/draft-facts.ts'
import { CheckedFields } from '../compliance/editor/CheckedFields.tsx'
import { FactsForm } from '../compliance/FactsForm.tsx'
import type { FindingActs } from '../compliance/FindingDetails.tsx'
import { useFormChange } from '../compliance/use-form-change.ts'
import { formatMoment } from '../ui/format-number.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { factsOfDeliverable, formOfDraft } from './deliverable-facts.ts'
import { useDeliverable, useSubmitDraft } from './use-deliverables.ts'

interface EditorProps {
  readonly campaignId: string
  readonly campaign: Campaign
  readonly deliverable: Deliverable
  /** Waives a finding of the submitted draft; null where nothing can be waived. */
  readonly waiveOf: FindingActs['waiveOf']
}

function EditorBody({
  campaignId,
  campaign,
  deliverable,
  waiveOf,
  last,
  onDone,
}: EditorProps & { last: Draft | undefined; onDone: () => void }) {
  const { t } = useTranslation()
  const first = formOfDraft(last, campaign)
  const [form, setForm] = useState<DraftForm>(first)
  const change = useFormChange(form, setForm)
  const submit = useSubmitDraft(campaignId, deliverable.id)
  const facts = (next: DraftForm) => factsOfDeliverable(next, { deliverable, campaign })
  const isAsSubmitted = last !== undefined && JSON.stringify(form) === JSON.stringify(first)
  return (
    <CheckedFields
      form={form}
      onChange={change}
      factsOf={facts}
      waiveOf={isAsSubmitted ? waiveOf : null}
      foot={
        waiveOf &&
        !isAsSubmitted && (
          <Text size="xs" c="dimmed" mt="sm">
            {t('editor.waiveNeedsSubmit')}
          </Text>
        )
      }
    >
      <FactsForm form={form} onChange={change} scope="deliverable" />
      {submit.error && <ProblemNotice error={submit.error} />}
      {deliverable.state !== 'published' && (
        <Group>
          <Button
            loading={submit.isPending}
            disabled={form.text.trim() === ''}
            // Not mutate's own callback: the new draft replaces this editor before it would be called.
            onClick={() => void submit.mutateAsync(facts(form)).then(onDone, () => undefined)}
          >
            {t('draft.submit')}
          </Button>
        </Group>
      )}
    </CheckedFields>
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
      size="min(1100px, 100%)"
      title={t('draft.of', { name })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {detail.isPending && <Loading />}
      {detail.error && <ProblemNotice error={detail.error} onRetry={() => void detail.refetch()} />}
      {detail.data && (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {last ? t('draft.version', { version: last.version, by: last.submittedByName ?? t('editor.formerMember') }) : t('draft.none')}
            {last && ` ${t('editor.checkedWhen', { at: formatMoment(last.submittedAt) ?? '', version: last.lint.rulebook })}`}
          </Text>
          <EditorBody key={last?.id ?? 'first'} {...props} last={last} onDone={onClose} />
        </>
      )}
    </Drawer>
  )
}
