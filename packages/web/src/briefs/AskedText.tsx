import type { ContentFacts } from '@kolibra/core/compliance'
import { use, useState } from 'react'
import { LintedText } from '../compliance/editor/LintedText.tsx'
import { useLiveCheck } from '../compliance/editor/use-live-check.ts'
import { useRulebook } from '../compliance/editor/use-rulebook.ts'
import { AskedCategory } from './asked-category.ts'

interface AskedTextProps {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Words that creators are asked to say, checked like a draft while they are typed. */
export function AskedText({ value, onChange, ...words }: AskedTextProps) {
  const category = use(AskedCategory)
  const rulebook = useRulebook()
  const [isComposing, setComposing] = useState(false)
  const facts: ContentFacts = { id: 'brief', format: 'brief', category, text: value }
  const item = useLiveCheck(facts, rulebook.data, isComposing)
  const findings = value.trim() === '' ? [] : (item?.findings ?? [])
  return (
    <LintedText
      {...words}
      field="text"
      rows={2}
      value={value}
      onChange={onChange}
      findings={findings}
      waiveOf={null}
      onComposing={setComposing}
    />
  )
}
