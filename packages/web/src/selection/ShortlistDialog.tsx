import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { nameOfCreator } from '../creators/creator-row.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { moveEntry } from './move-entry.ts'
import { useShortlist, useShortlistWrites, type Shortlist } from './use-shortlists.ts'

interface ShortlistDialogProps {
  readonly id: string
  readonly onClose: () => void
  /** Called when the list is gone. */
  readonly onRemoved: () => void
  /** What leads on from the list. */
  readonly children?: ReactNode
}

/** One list: its name, its order, what is noted of each; nothing is written before one saves. */
export function ShortlistDialog({ id, onClose, onRemoved, children }: ShortlistDialogProps) {
  const { t } = useTranslation()
  const list = useShortlist(id)
  return (
    <Modal opened onClose={onClose} size="lg" title={list.data?.name ?? t('find.list')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      {list.isPending && <Loading />}
      {list.error && <ProblemNotice error={list.error} />}
      {children}
      {list.data && <ListForm key={list.data.revision} list={list.data} onClose={onClose} onRemoved={onRemoved} />}
    </Modal>
  )
}

function ListForm({ list, onClose, onRemoved }: { list: Shortlist } & Pick<ShortlistDialogProps, 'onClose' | 'onRemoved'>) {
  const { t } = useTranslation()
  const [name, setName] = useState(list.name)
  const [entries, setEntries] = useState(list.entries)
  const { change, remove } = useShortlistWrites()
  const error = change.error ?? remove.error
  const save = () => {
    const kept = entries.map(({ creatorId, note }) => ({ creatorId, note: note?.trim() ? note.trim() : null }))
    change.mutate({ id: list.id, revision: list.revision, name, entries: kept }, { onSuccess: onClose })
  }
  return (
    <Stack gap="sm" data-testid="shortlist">
      <TextInput label={t('find.listName')} value={name} maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
      {entries.length === 0 && <Text size="sm">{t('find.emptyList')}</Text>}
      {entries.map(({ creatorId, note, row }, place) => {
        const who = row === null ? creatorId : nameOfCreator(row)
        return (
          <Group key={creatorId} gap="xs" wrap="nowrap" align="center">
            <Text size="sm" className="grow">
              {place + 1}. {who}
            </Text>
            <TextInput
              size="xs"
              aria-label={t('find.noteOn', { name: who })}
              placeholder={t('find.note')}
              value={note ?? ''}
              maxLength={2000}
              onChange={(event) => {
                const { value } = event.currentTarget
                setEntries(entries.map((entry) => (entry.creatorId === creatorId ? { ...entry, note: value } : entry)))
              }}
            />
            <ActionIcon
              variant="default"
              aria-label={t('find.moveUp', { name: who })}
              disabled={place === 0}
              onClick={() => setEntries(moveEntry(entries, place, place - 1))}
            >
              ↑
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label={t('find.takeOff', { name: who })}
              onClick={() => setEntries(entries.filter((entry) => entry.creatorId !== creatorId))}
            >
              ×
            </ActionIcon>
          </Group>
        )
      })}
      {error && <ProblemNotice error={error} />}
      <Group justify="space-between">
        <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate(list.id, { onSuccess: onRemoved })}>
          {t('find.removeList')}
        </Button>
        <Button disabled={name.trim() === ''} loading={change.isPending} onClick={save}>
          {t('find.save')}
        </Button>
      </Group>
    </Stack>
  )
}
