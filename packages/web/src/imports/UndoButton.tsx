import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useUndoImport } from './use-readings.ts'

interface UndoProps {
  readonly importId: string
  readonly file: string
  readonly onDone?: () => void
}

/** Takes an import back, after saying what goes with it. */
export function UndoButton({ importId, file, onDone }: UndoProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const undo = useUndoImport()
  if (!asked)
    return (
      <Button size="compact-xs" variant="default" ml={8} aria-label={t('imports.undoOf', { file })} onClick={() => setAsked(true)}>
        {t('imports.undo')}
      </Button>
    )
  return (
    <Stack gap={4} mt={4}>
      <Text size="sm">{t('imports.undoWhat')}</Text>
      <Group gap="xs">
        <Button
          size="compact-xs"
          color="red"
          loading={undo.isPending}
          onClick={() => undo.mutate(importId, { onSuccess: () => onDone?.() })}
          autoFocus
        >
          {t('imports.undoSure')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setAsked(false)}>
          {t('ui.cancel')}
        </Button>
      </Group>
      {undo.error && <ProblemNotice error={undo.error} />}
    </Stack>
  )
}
