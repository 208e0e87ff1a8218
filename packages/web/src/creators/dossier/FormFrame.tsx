import { Button, Group, Stack } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'

interface FormFrameProps<T> {
  readonly open: string
  readonly save: {
    readonly isPending: boolean
    readonly error: Error | null
    readonly reset: () => void
    readonly mutate: (entry: T, options: { onSuccess: () => void }) => void
  }
  /** What to send; null while something is missing. */
  readonly entry: T | null
  /** What was typed is kept: the form may be emptied. */
  readonly onKept?: () => void
  readonly children: ReactNode
}

/** A form that opens in place; what was typed stays when the server refuses. */
export function FormFrame<T>({ open, save, entry, onKept, children }: FormFrameProps<T>) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const close = () => {
    save.reset()
    setOpen(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (entry === null) return
    save.mutate(entry, {
      onSuccess: () => {
        onKept?.()
        close()
      },
    })
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
          <Button type="submit" size="sm" disabled={entry === null} loading={save.isPending}>
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
