import { Button, CopyButton, Group, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { LONGEST_NOTE } from '@kolibra/core/portal'
import { LANGUAGES, shanghaiClock, type Language } from '@kolibra/core/shared'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayDo } from '../compliance/rules/use-may-do.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { NoteAnswer } from './NoteAnswer.tsx'
import { useSendNote, type PartyNote } from './use-party-notes.ts'

function NoteForm({ campaignId, note, name }: { campaignId: string; note: PartyNote; name: string }) {
  const { t } = useTranslation()
  const [language, setLanguage] = useState<Language>('zh')
  // What a person changed stays while the page is looked at again; untouched it follows the events.
  const [edited, setEdited] = useState<string | null>(null)
  const send = useSendNote(campaignId)
  const words = edited ?? note.text[language]
  const leave = (way: 'channel' | 'copied') =>
    send.mutate({ partyId: note.partyId, after: note.last?.number ?? 0, words: words.trim(), way }, { onSuccess: () => setEdited(null) })
  const isEmpty = words.trim() === ''
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('partyNotes.language')}
        value={language}
        data={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(value) => {
          setLanguage(LANGUAGES.find((one) => one === value) ?? language)
          setEdited(null)
        }}
      />
      <Textarea
        label={t('partyNotes.text', { name })}
        value={words}
        maxLength={LONGEST_NOTE}
        autosize
        minRows={4}
        onChange={({ currentTarget }) => setEdited(currentTarget.value)}
      />
      <Group gap="xs">
        <CopyButton value={words}>
          {({ copy }) => (
            <Button
              size="xs"
              disabled={isEmpty}
              loading={send.isPending}
              onClick={() => {
                copy()
                leave('copied')
              }}
            >
              {t('partyNotes.copy')}
            </Button>
          )}
        </CopyButton>
        {note.channels > 0 && (
          <Button size="xs" variant="default" disabled={isEmpty} loading={send.isPending} onClick={() => leave('channel')}>
            {t('partyNotes.send', { count: note.channels })}
          </Button>
        )}
        {edited !== null && (
          <Button size="xs" variant="subtle" onClick={() => setEdited(null)}>
            {t('partyNotes.again')}
          </Button>
        )}
      </Group>
      {send.isSuccess && (
        <Text size="sm" role="status">
          {t('partyNotes.sent')}
        </Text>
      )}
      {send.error && <ProblemNotice error={send.error} />}
    </Stack>
  )
}

/** One party: when it was written to last, the next note to edit, send or copy, and what it answered. */
export function PartyNoteCard({ campaignId, note }: { campaignId: string; note: PartyNote }) {
  const { t } = useTranslation()
  const mayWrite = useMayDo('party_notes.write')
  const { last, due, role } = note
  const name = note.name ?? t(`tasks.side_${role}`)
  return (
    <article className="link-card" aria-label={name} data-testid="party-note">
      <Group gap="xs">
        <Text fw={600} data-raw>
          {name}
        </Text>
        <span className="chip">{t(`tasks.side_${role}`)}</span>
        <Text size="sm" c="dimmed">
          {due === null ? t('partyNotes.notYet') : t('partyNotes.due', { day: due })}
        </Text>
      </Group>
      {last !== null && (
        <details>
          <summary>
            {t('partyNotes.last', { at: shanghaiClock(last.sentAt), way: t(`partyNotes.way_${last.way}`), by: last.sentBy ?? '?' })}
          </summary>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} data-raw>
            {last.words}
          </Text>
        </details>
      )}
      {mayWrite ? (
        <NoteForm campaignId={campaignId} note={note} name={name} />
      ) : (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} data-raw>
          {note.text.zh}
        </Text>
      )}
      {last !== null && <NoteAnswer campaignId={campaignId} noteId={last.id} name={name} />}
    </article>
  )
}
