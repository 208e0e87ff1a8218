import { Button, Stack, Text, Textarea } from '@mantine/core'
import type { Note } from '@kolibra/core/creators'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { EntryRow } from './EntryRow.tsx'
import { useAddEntry } from './use-dossier.ts'

/** What colleagues wrote, newest first; a note is taken back by its author or an owner. */
export function NotesPart({ creatorId, notes }: { creatorId: string; notes: readonly Note[] }) {
  const { t } = useTranslation()
  const add = useAddEntry(creatorId, 'notes')
  const [text, setText] = useState('')
  return (
    <>
      {notes.length === 0 && <Text size="sm">{t('dossier.notesNone')}</Text>}
      <ul className="notes">
        {notes.map((note) => (
          <EntryRow key={note.id} creatorId={creatorId} list="notes" entry={note} what={note.text.slice(0, 40)}>
            <Text size="sm" data-raw className="kept-text">
              {note.text}
            </Text>
          </EntryRow>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ text }, { onSuccess: () => setText('') })
        }}
      >
        <Stack gap="xs" align="flex-start">
          <Textarea
            w="100%"
            label={t('dossier.noteLabel')}
            autosize
            minRows={2}
            maxLength={5000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {add.error && <ProblemNotice error={add.error} />}
          <Button type="submit" size="sm" variant="default" disabled={text.trim() === ''} loading={add.isPending}>
            {t('dossier.addNote')}
          </Button>
        </Stack>
      </form>
    </>
  )
}
