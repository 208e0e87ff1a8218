import { Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import type { Deliverable } from '@kolibra/core/content'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormActions } from '../ui/FormActions.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { localOfShanghai, momentOfShanghai } from '../ui/shanghai-day.ts'
import { BLANK_COUNTS, COUNT_FIELDS, countsOf, type CountsForm } from './counts-form.ts'
import { useObserve, usePublish } from './use-deliverables.ts'

interface PublishDialogProps {
  readonly campaignId: string
  readonly deliverable: Deliverable
  readonly onClose: () => void
}

function CountFields({ form, onChange }: { form: CountsForm; onChange: (form: CountsForm) => void }) {
  const { t } = useTranslation()
  return (
    <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="sm">
      {COUNT_FIELDS.map((field) => (
        <TextInput
          key={field}
          label={t(`counts.${field}`)}
          inputMode="numeric"
          placeholder={t('ui.notKnown')}
          value={form[field]}
          onChange={(event) => onChange({ ...form, [field]: event.currentTarget.value })}
        />
      ))}
    </SimpleGrid>
  )
}

/** Records the link of a live post, and its counts when they are known; later, further counts. */
export function PublishDialog({ campaignId, deliverable, onClose }: PublishDialogProps) {
  const { t } = useTranslation()
  const isLive = deliverable.state === 'published'
  const [url, setUrl] = useState(deliverable.publishedUrl ?? '')
  const [at, setAt] = useState(() => localOfShanghai(Date.now()))
  const [form, setForm] = useState<CountsForm>(BLANK_COUNTS)
  const publish = usePublish(campaignId, deliverable.id)
  const observe = useObserve(campaignId, deliverable.id)
  const moment = momentOfShanghai(at)
  const counts = countsOf(form, { observedAt: moment ?? '', source: 'typed' })
  const isComplete = moment !== null && counts !== 'wrong' && (isLive ? counts !== 'empty' : URL.canParse(url))
  const submit = () => {
    if (moment === null || counts === 'wrong') return
    if (isLive && counts !== 'empty') observe.mutate(counts, { onSuccess: onClose })
    if (!isLive) publish.mutate({ url, publishedAt: moment, ...(counts === 'empty' ? {} : { metrics: counts }) }, { onSuccess: onClose })
  }
  const error = publish.error ?? observe.error
  return (
    <Modal
      opened
      onClose={onClose}
      title={isLive ? t('publish.observe') : t('publish.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Stack gap="md">
          {!isLive && (
            <TextInput
              label={t('publish.url')}
              required
              type="url"
              placeholder="https://"
              value={url}
              onChange={(event) => setUrl(event.currentTarget.value)}
              data-autofocus
            />
          )}
          <TextInput
            label={isLive ? t('publish.observedAt') : t('publish.at')}
            required
            type="datetime-local"
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed">
            {t('publish.countsWhy')}
          </Text>
          <CountFields form={form} onChange={setForm} />
          {error && <ProblemNotice error={error} />}
          <FormActions
            submit={isLive ? t('publish.saveCounts') : t('publish.confirm')}
            isBusy={publish.isPending || observe.isPending}
            isDisabled={!isComplete}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Modal>
  )
}
