import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { ProblemNotice } from './ProblemNotice.tsx'

interface TableFormProps {
  readonly saving: { readonly isPending: boolean; readonly error: Error | null }
  /** Null while something typed cannot be saved. */
  readonly onSave: (() => void) | null
  readonly onRestore: () => void
  readonly words: { readonly save: string; readonly restore: string; readonly status: string }
  readonly children: ReactNode
}

/** A table of the workspace that is typed into: saved as a whole, or filled with what was shipped, and told which of them stands. */
export function TableForm({ saving, onSave, onRestore, words, children }: TableFormProps) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave?.()
      }}
    >
      <Stack gap="sm">
        {children}
        {saving.error && <ProblemNotice error={saving.error} />}
        <Group gap="xs">
          <Button type="submit" disabled={onSave === null} loading={saving.isPending}>
            {words.save}
          </Button>
          <Button variant="default" onClick={onRestore}>
            {words.restore}
          </Button>
          <Text size="sm" role="status">
            {words.status}
          </Text>
        </Group>
      </Stack>
    </form>
  )
}
