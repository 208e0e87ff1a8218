import { Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import type { Finding, Gate, Subject, Waiver } from '@kolibra/core/campaigns'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { FormActions } from '../ui/FormActions.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useWaive } from './use-campaigns.ts'

/** Findings of one gate on one subject, with what is needed to waive one. */
export interface Judged {
  readonly gate: Gate
  readonly subject: Subject
  readonly inputHash: string
  readonly findings: readonly Finding[]
  readonly waivers: readonly Waiver[]
}

/** Waives one finding: with a reason, an error of a rule also with evidence; bound to what it was shown with. */
export function WaiveDialog({
  campaignId,
  judged,
  finding,
  onClose,
}: {
  campaignId: string
  judged: Judged
  finding: Finding
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [reason, setReason] = useState('')
  const [evidence, setEvidence] = useState('')
  const needsEvidence = judged.gate === 'rules' && finding.severity === 'block'
  const waive = useWaive(campaignId)
  const { gate, inputHash } = judged
  return (
    <Modal opened onClose={onClose} title={t('waiver.title')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          waive.mutate(
            { gate, code: finding.code, subject: judged.subject, inputHash, reason: reason.trim(), evidence: evidence.trim() || null },
            { onSuccess: onClose },
          )
        }}
      >
        <Stack gap="md">
          <Text>{read(finding.because)}</Text>
          <Text size="sm" c="dimmed">
            {t('waiver.kept')}
          </Text>
          <Textarea
            label={t('waiver.reason')}
            required
            autosize
            minRows={3}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
          {needsEvidence && (
            <TextInput
              label={t('waiver.evidence')}
              description={t('waiver.evidenceWhy')}
              required
              value={evidence}
              onChange={(event) => setEvidence(event.currentTarget.value)}
            />
          )}
          {waive.error && <ProblemNotice error={waive.error} />}
          <FormActions
            submit={t('waiver.confirm')}
            isBusy={waive.isPending}
            isDisabled={reason.trim() === '' || (needsEvidence && evidence.trim() === '')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
