import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface FormActionsProps {
  readonly submit: string
  readonly isBusy: boolean
  readonly isDisabled?: boolean
  readonly onCancel: () => void
}

/** The end of a form: sends it, or leaves it without sending. */
export function FormActions({ submit, isBusy, isDisabled = false, onCancel }: FormActionsProps) {
  const { t } = useTranslation()
  return (
    <Group>
      <Button type="submit" loading={isBusy} disabled={isDisabled}>
        {submit}
      </Button>
      <Button variant="default" onClick={onCancel}>
        {t('ui.cancel')}
      </Button>
    </Group>
  )
}
