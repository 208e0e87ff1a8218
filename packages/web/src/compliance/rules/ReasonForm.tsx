import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'

interface ReasonFormProps {
  /** What follows from it, in a sentence. */
  readonly why: string
  readonly action: string
  readonly isPending: boolean
  readonly error: Error | null
  readonly onSubmit: (reason: string) => void
  readonly onCancel: () => void
}

/** Asks why something of the rulebook is no longer used. */
export function ReasonForm({ why, action, isPending, error, onSubmit, onCancel }: ReasonFormProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(reason.trim())
      }}
    >
      <Stack gap="xs">
        <Text size="sm">{why}</Text>
        <Textarea
          label={t('rulebook.reason')}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error && <ProblemNotice error={error} />}
        <Group gap="xs">
          <Button type="submit" size="xs" loading={isPending} disabled={reason.trim() === ''}>
            {action}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('ui.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
