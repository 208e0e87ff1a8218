import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '../../ui/format-number.ts'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { useRemoveEntry, type EntryList } from './use-dossier.ts'

interface EntryRowProps {
  readonly creatorId: string
  readonly list: EntryList
  readonly entry: { readonly id: string; readonly enteredAt: string; readonly enteredBy: string | null }
  /** Names the entry for whoever hears the button. */
  readonly what: string
  readonly children: ReactNode
}

/** One entry with who entered it and when, and a way to take it out. */
export function EntryRow({ creatorId, list, entry, what, children }: EntryRowProps) {
  const { t } = useTranslation()
  const remove = useRemoveEntry(creatorId, list)
  const ask = () => {
    if (window.confirm(t('dossier.removeSure'))) remove.mutate(entry.id)
  }
  return (
    <li className="note">
      {children}
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {t('dossier.enteredBy', { name: entry.enteredBy ?? t('dossier.someone'), at: formatMoment(entry.enteredAt) ?? '' })}
        </Text>
        <Button size="compact-xs" variant="subtle" loading={remove.isPending} onClick={ask} aria-label={t('dossier.removeThis', { what })}>
          {t('dossier.remove')}
        </Button>
      </Group>
      {remove.error && <ProblemNotice error={remove.error} />}
    </li>
  )
}
