import { Button, FileButton, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core'
import { writeBriefText, type Brief, type NotPlaced, type SentenceSection } from '@kolibra/core/briefs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BriefPartProps } from './EditableList.tsx'
import { mintItemId } from './item-id.ts'

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

/** A brief from somebody's text, pasted or as a file: known headings fill their sections, every other line waits to be placed. */
export function BriefText({ brief, onChange }: BriefPartProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [rest, setRest] = useState<readonly NotPlaced[] | null>(null)
  const [isOdd, setOdd] = useState(false)
  const read = async () => {
    // The schema comes with its library, which only who reads a text has to load.
    const { readBriefText, takeOver } = await import('./read-text.ts')
    const found = readBriefText(text)
    const next = takeOver(brief, found)
    setOdd(next === null)
    if (next === null) return
    setRest(found.notPlaced)
    onChange(next)
  }
  const place = (line: NotPlaced, name: string) => {
    const chosen = PLACES.find((one) => one === name)
    if (chosen === undefined) return
    onChange(placeLine(brief, chosen, line.line))
    setRest((before) => (before ?? []).filter((one) => one !== line))
  }
  return (
    <details>
      <summary>{t('briefText.title')}</summary>
      <Stack gap="xs" mt="xs">
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
          <FileButton accept=".md,.txt" onChange={(file) => void file?.text().then(setText)}>
            {(props) => (
              <Button variant="default" {...props}>
                {t('briefText.file')}
              </Button>
            )}
          </FileButton>
          <Button disabled={text.trim() === ''} onClick={() => void read()}>
            {t('briefText.read')}
          </Button>
          <Button variant="default" onClick={() => saveText(writeBriefText(brief))}>
            {t('briefText.save')}
          </Button>
        </Group>
        {isOdd && (
          <Text size="sm" c="red" role="alert">
            {t('briefText.odd')}
          </Text>
        )}
        {rest !== null && (
          <Text size="sm" role="status">
            {t('briefText.rest', { count: rest.length })}
          </Text>
        )}
        {rest?.map((line, index) => (
          <Group key={`${index} ${line.line}`} gap="xs">
            <Text size="sm">
              {line.heading === null ? '' : `${line.heading}: `}
              {line.line}
            </Text>
            <NativeSelect
              aria-label={t('briefText.place', { line: line.line })}
              value=""
              onChange={(event) => place(line, event.currentTarget.value)}
              data={[{ value: '', label: t('briefText.where') }, ...PLACES.map((value) => ({ value, label: t(`brief.${value}`) }))]}
            />
          </Group>
        ))}
      </Stack>
    </details>
  )
}
