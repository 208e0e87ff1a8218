import { Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core'
import { writeBriefText, type Brief, type NotPlaced, type ReadBrief, type SentenceSection } from '@kolibra/core/briefs'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { uploadForm } from '../api.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { BriefFileDrop } from './BriefFileDrop.tsx'
import type { BriefPartProps } from './EditableList.tsx'
import { mintItemId } from './item-id.ts'
import { ReadSections } from './ReadSections.tsx'

type Place = SentenceSection | 'mustSay' | 'mustNot'
const PLACES: readonly Place[] = ['background', 'goal', 'audience', 'keyMessage', 'mustSay', 'mustNot', 'usageRights', 'paymentTerms']

/** A line put where the person says: appended to a sentence, or a new point. */
function placeLine(brief: Brief, place: Place, line: string): Brief {
  if (place === 'mustSay' || place === 'mustNot')
    return {
      ...brief,
      [place]: [...brief[place], { id: mintItemId(place === 'mustSay' ? 's' : 'n'), weight: 'must', text: { zh: line, en: '' } }],
    }
  const { zh } = brief[place]
  return { ...brief, [place]: { ...brief[place], zh: zh === '' ? line : `${zh}\n${line}` } }
}

function saveText(text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }))
  link.download = 'brief.md'
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Reads a text here, a file on the server; nothing of the form changes before it is taken over. */
function useReading() {
  return useMutation({
    mutationFn: async (from: string | File): Promise<ReadBrief> => {
      // The schema comes with its library, which only who reads a text has to load.
      if (typeof from === 'string') return (await import('./read-text.ts')).readBriefText(from)
      const form = new FormData()
      form.append('file', from)
      return uploadForm<ReadBrief>('/brief-readings', form)
    },
  })
}

interface RestProps {
  readonly rest: readonly NotPlaced[]
  readonly onPlace: (line: NotPlaced, place: Place) => void
}

function Rest({ rest, onPlace }: RestProps) {
  const { t } = useTranslation()
  return (
    <div>
      <Text size="sm" fw={600} role="status">
        {t('briefText.rest', { count: rest.length })}
      </Text>
      {rest.map((line, index) => (
        <Group key={`${index} ${line.line}`} gap="xs" wrap="nowrap">
          <Text size="sm" className="grow" data-raw>
            {line.heading === null ? '' : `${line.heading}: `}
            {line.line}
          </Text>
          <NativeSelect
            aria-label={t('briefText.place', { line: line.line })}
            value=""
            onChange={(event) => {
              const place = PLACES.find((one) => one === event.currentTarget.value)
              if (place !== undefined) onPlace(line, place)
            }}
            data={[{ value: '', label: t('briefText.where') }, ...PLACES.map((value) => ({ value, label: t(`brief.${value}`) }))]}
          />
        </Group>
      ))}
    </div>
  )
}

/** A brief from somebody's file or text: what was recognised beside what was not, taken over by a person, and every other line placed by one. */
export function BriefText({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [rest, setRest] = useState<readonly NotPlaced[]>([])
  const [isOdd, setOdd] = useState(false)
  const [isTaken, setTaken] = useState(false)
  const reading = useReading()
  const read = (from: string | File) => {
    setOdd(false)
    setTaken(false)
    reading.mutate(from, { onSuccess: ({ notPlaced }) => setRest(notPlaced) })
  }
  const take = async (found: ReadBrief) => {
    const { takeOver } = await import('./read-text.ts')
    const next = takeOver(brief, found)
    setOdd(next === null)
    if (next === null) return
    setTaken(true)
    onChange(next)
  }
  const { data: found } = reading
  return (
    <details data-testid="brief-import">
      <summary>{t('briefText.title')}</summary>
      <Stack gap="xs" mt="xs">
        <BriefFileDrop isBusy={reading.isPending} onFile={read} />
        <Textarea
          label={t('briefText.paste')}
          description={t('briefText.how')}
          autosize
          minRows={3}
          maxRows={12}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button variant="default" disabled={text.trim() === ''} onClick={() => read(text)}>
            {t('briefText.read')}
          </Button>
          <Button variant="default" onClick={() => saveText(writeBriefText(brief))}>
            {t('briefText.save')}
          </Button>
        </Group>
        {reading.error && <ProblemNotice error={reading.error} />}
        {found && (
          <div className="brief-read" data-testid="brief-read">
            <ReadSections found={found} isTaken={isTaken} onTake={() => void take(found)} />
            <Rest
              rest={rest}
              onPlace={(line, place) => {
                onChange(placeLine(brief, place, line.line))
                setRest((before) => before.filter((one) => one !== line))
              }}
            />
          </div>
        )}
        {isOdd && (
          <Text size="sm" c="red" role="alert">
            {t('briefText.odd')}
          </Text>
        )}
      </Stack>
    </details>
  )
}
