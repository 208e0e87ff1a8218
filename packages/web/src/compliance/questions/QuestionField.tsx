import { Button, Checkbox, Fieldset, Group, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNames } from '../../app/i18n/use-names.ts'
import { EVIDENCE_KINDS } from '../draft-facts.ts'
import type { Answering } from './question-table.ts'

interface QuestionProps<A extends Answering = Answering> {
  readonly label: string
  readonly answering: A
  readonly onAnswer: (text: string) => void
}

const isTyped = ({ kind }: Answering) => kind !== 'choice' && kind !== 'yesNo' && kind !== 'evidence'
const inputType = (kind: Answering['kind']) => (kind === 'day' ? 'date' : 'text')
const inputMode = (kind: Answering['kind']) => (kind === 'number' || kind === 'yuan' ? 'decimal' : 'text')
const isFit = (text: string, kind: Answering['kind']) =>
  text.trim() !== '' && ((kind !== 'number' && kind !== 'yuan') || Number.isFinite(Number(text)))

/** One question. Chosen, it is answered at once; typed or ticked, when the answer is given. */
export function QuestionField(props: QuestionProps) {
  const { answering } = props
  if (answering.kind === 'evidence') return <EvidenceField {...props} />
  return isTyped(answering) ? <TypedField {...props} /> : <ChosenField {...props} />
}

function ChosenField({ label, answering, onAnswer }: QuestionProps) {
  const { t } = useTranslation()
  const names = useNames()
  const data =
    answering.kind === 'choice'
      ? answering.values.map((value) => ({ value, label: names(answering.group, value) }))
      : [
          { value: 'yes', label: t('ui.yes') },
          { value: 'no', label: t('ui.no') },
        ]
  return (
    <NativeSelect
      label={label}
      value=""
      data={[{ value: '', label: t('ui.notKnown') }, ...data]}
      onChange={(event) => onAnswer(event.currentTarget.value)}
    />
  )
}

function TypedField({ label, answering, onAnswer }: QuestionProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { kind } = answering
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isFit(text, kind)) onAnswer(text.trim())
      }}
    >
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          className="grow"
          label={label}
          type={inputType(kind)}
          inputMode={inputMode(kind)}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={!isFit(text, kind)}>
          {t('editor.answer')}
        </Button>
        {kind === 'label' && (
          <Button variant="default" onClick={() => onAnswer('none')}>
            {t('editor.labelNone')}
          </Button>
        )}
      </Group>
    </form>
  )
}

function EvidenceField({ label, onAnswer }: QuestionProps) {
  const { t } = useTranslation()
  const [held, setHeld] = useState<readonly string[]>([])
  const toggle = (kind: string) => setHeld(held.includes(kind) ? held.filter((one) => one !== kind) : [...held, kind])
  return (
    <Fieldset legend={label}>
      <Group gap="sm">
        {EVIDENCE_KINDS.map((kind) => (
          <Checkbox key={kind} label={t(`evidenceKind.${kind}`)} checked={held.includes(kind)} onChange={() => toggle(kind)} />
        ))}
      </Group>
      <Group gap="xs" mt="sm">
        <Button variant="default" disabled={held.length === 0} onClick={() => onAnswer(held.join(','))}>
          {t('editor.answer')}
        </Button>
        <Button variant="default" onClick={() => onAnswer('none')}>
          {t('editor.evidenceNone')}
        </Button>
      </Group>
    </Fieldset>
  )
}
