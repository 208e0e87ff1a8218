import { Button, Group, Stack, Text } from '@mantine/core'
import type { ContentFacts, LintFinding, LintItem } from '@kolibra/core/compliance'
import { memo, useCallback, useDeferredValue, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../../ui/Loading.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import type { DraftForm } from '../draft-facts.ts'
import type { FindingActs } from '../FindingDetails.tsx'
import { Exemptions, VerdictLine } from '../LintResult.tsx'
import { MarginList } from '../MarginList.tsx'
import { FactQuestions } from '../questions/FactQuestions.tsx'
import { sameFinding } from './find-finding.ts'
import type { FormChange } from '../use-form-change.ts'
import { LintedText, type LintedTextHandle } from './LintedText.tsx'
import { useLiveCheck } from './use-live-check.ts'
import { useRulebook } from './use-rulebook.ts'

const NO_FINDINGS: readonly LintFinding[] = []

interface CheckedFieldsProps {
  readonly form: DraftForm
  readonly onChange: FormChange
  readonly factsOf: (form: DraftForm) => ContentFacts
  readonly waiveOf: FindingActs['waiveOf']
  /** Under the text: the facts and what can be done. */
  readonly children: ReactNode
  /** Under the findings. */
  readonly foot?: ReactNode
}

/** Title and text of a draft, checked as they are typed: underlines in them, the findings beside them, the questions below. */
export function CheckedFields({ form, onChange, factsOf, waiveOf, children, foot }: CheckedFieldsProps) {
  const { t } = useTranslation()
  const rulebook = useRulebook()
  const [isComposing, setComposing] = useState(false)
  const [picked, setPicked] = useState<LintFinding | null>(null)
  const title = useRef<LintedTextHandle>(null)
  const text = useRef<LintedTextHandle>(null)
  const isBlank = form.text.trim() === '' && form.title.trim() === ''
  const live = useLiveCheck(factsOf(form), rulebook.data, isComposing)
  const item = isBlank ? null : live
  // A key is answered first; the notes beside the text follow when there is time.
  const settled = useDeferredValue(item)
  const handleOf = useCallback(({ field }: LintFinding) => (field === 'title' ? title : text).current, [])
  const fix = useCallback((finding: LintFinding) => handleOf(finding)?.fix(finding), [handleOf])
  const show = useCallback(
    (finding: LintFinding) => {
      setPicked(finding)
      handleOf(finding)?.show(finding)
    },
    [handleOf],
  )
  const findings = item?.findings ?? NO_FINDINGS
  const shared = { findings, waiveOf, onComposing: setComposing }
  return (
    <div className="check-columns">
      <Stack gap="sm" className="check-text">
        <LintedText
          {...shared}
          ref={title}
          label={t('fact.title')}
          field="title"
          rows={1}
          value={form.title}
          // A title is one line, whatever is pasted.
          onChange={(value) => onChange((current) => ({ ...current, title: value.replaceAll('\n', ' ') }))}
        />
        <LintedText
          {...shared}
          ref={text}
          label={t('fact.text')}
          field="text"
          rows={6}
          value={form.text}
          onChange={(value) => onChange((current) => ({ ...current, text: value }))}
        />
        <Group justify="space-between" gap="xs">
          <Text size="xs" c="dimmed" className="keys-hint">
            {t('editor.keys')}
          </Text>
          <NextFinding findings={findings} picked={picked} onShow={show} />
        </Group>
        {item && <VerdictLine item={item} />}
      </Stack>
      <section className="check-notes" aria-label={t('check.result')}>
        {rulebook.isPending && <Loading />}
        {rulebook.error && <ProblemNotice error={rulebook.error} onRetry={() => void rulebook.refetch()} />}
        {settled && <Notes item={settled} {...{ picked, waiveOf, onChange }} onFix={fix} onShow={show} />}
        {foot}
      </section>
      <Stack gap="sm" className="check-facts">
        {children}
      </Stack>
    </div>
  )
}

interface NotesProps {
  readonly item: LintItem
  readonly picked: LintFinding | null
  readonly onShow: (finding: LintFinding) => void
  readonly onFix: (finding: LintFinding) => void
  readonly waiveOf: FindingActs['waiveOf']
  readonly onChange: FormChange
}

const Notes = memo(function Notes({ item, picked, onShow, onFix, waiveOf, onChange }: NotesProps) {
  return (
    <Stack gap="sm">
      <MarginList findings={item.findings} picked={sameFinding(item.findings, picked)} acts={{ onFix, waiveOf }} onShow={onShow} />
      <FactQuestions missing={item.missing} onChange={onChange} />
      <Exemptions item={item} />
    </Stack>
  )
})

function NextFinding({
  findings,
  picked,
  onShow,
}: {
  findings: readonly LintFinding[]
  picked: LintFinding | null
  onShow: (finding: LintFinding) => void
}) {
  const { t } = useTranslation()
  const placed = findings.filter(({ span }) => span !== null)
  const at = placed.findIndex(({ ruleId, span }) => ruleId === picked?.ruleId && span?.start === picked.span?.start)
  const next = placed[(at + 1) % placed.length]
  if (next === undefined) return null
  return (
    <Button size="xs" variant="default" onClick={() => onShow(next)}>
      {t('editor.next')}
    </Button>
  )
}
