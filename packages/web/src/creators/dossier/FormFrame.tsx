import { Button, Group, Stack } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'

interface FormFrameProps {
  readonly open: string
  readonly save: {
    readonly isPending: boolean
    readonly error: Error | null
    readonly reset: () => void
  }
  readonly isComplete: boolean
  /** Sends what was typed and calls back when it is kept. */
  readonly onSave: (done: () => void) => void
  readonly children: ReactNode
}

/** A form that opens in place; what was typed stays when the server refuses. */
export function FormFrame({ open, save, isComplete, onSave, children }: FormFrameProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const close = () => {
    save.reset()
    setOpen(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isComplete) onSave(close)
  }
  if (!isOpen)
    return (
      <Button variant="default" size="sm" w="fit-content" onClick={() => setOpen(true)}>
        {open}
      </Button>
    )
  return (
    <form onSubmit={submit} className="note">
      <Stack gap="sm">
        {children}
        {save.error && <ProblemNotice error={save.error} />}
        <Group gap="xs">
          <Button type="submit" size="sm" disabled={!isComplete} loading={save.isPending}>
            {t('dossier.save')}
          </Button>
          <Button variant="default" size="sm" onClick={close}>
            {t('ui.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
