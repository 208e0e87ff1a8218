import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core'
import { isSent, listBriefItems, type Brief } from '@kolibra/core/briefs'
import { LONGEST_NOTE_ANSWER } from '@kolibra/core/portal'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { useNames } from '../app/i18n/use-names.ts'
import { useBriefs } from '../briefs/use-briefs.ts'
import { useMayDo } from '../compliance/rules/use-may-do.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useAnswerNote } from './use-party-notes.ts'

const LONGEST_LABEL = 40

function useItems(brief: Brief) {
  const { read } = useLanguage()
  const names = useNames()
  return listBriefItems(brief).map(({ id, section, text }) => {
    const said = text === null ? '' : read(text).slice(0, LONGEST_LABEL)
    return { value: id, label: [names('briefSection', section), said].filter(Boolean).join(' · ') }
  })
}

interface FormProps {
  readonly campaignId: string
  readonly noteId: string
  readonly brief: Brief
  readonly name: string
}

function AnswerForm({ campaignId, noteId, brief, name }: FormProps) {
  const { t } = useTranslation()
  const items = useItems(brief)
  const [itemId, setItemId] = useState('')
  const [words, setWords] = useState('')
  const answer = useAnswerNote(campaignId, noteId)
  const keep = () => answer.mutate({ itemId, words: words.trim() }, { onSuccess: () => setWords('') })
  return (
    <details>
      <summary>{t('partyNotes.answer', { name })}</summary>
      <Stack gap="xs" mt="xs">
        <NativeSelect
          label={t('partyNotes.section')}
          value={itemId}
          data={[{ value: '', label: t('partyNotes.pick') }, ...items]}
          onChange={({ currentTarget }) => setItemId(currentTarget.value)}
        />
        <Textarea
          label={t('partyNotes.said', { name })}
          value={words}
          maxLength={LONGEST_NOTE_ANSWER}
          autosize
          minRows={2}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Group gap="xs">
          <Button size="xs" disabled={itemId === '' || words.trim() === ''} loading={answer.isPending} onClick={keep}>
            {t('partyNotes.keep')}
          </Button>
          {answer.isSuccess && (
            <Text size="sm" role="status">
              {t('partyNotes.kept')}
            </Text>
          )}
        </Group>
        {answer.error && <ProblemNotice error={answer.error} />}
      </Stack>
    </details>
  )
}

/** What a party answered to its last note, put on the line of the brief that it is about. */
export function NoteAnswer({ campaignId, noteId, name }: Omit<FormProps, 'brief'>) {
  const briefs = useBriefs(campaignId)
  const mayAnswer = useMayDo('briefs.speak')
  const brief = briefs.data?.find(({ state }) => isSent(state))?.brief
  if (!mayAnswer || brief === undefined) return null
  return <AnswerForm campaignId={campaignId} noteId={noteId} brief={brief} name={name} />
}
