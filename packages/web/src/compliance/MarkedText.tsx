import { Text, Tooltip } from '@mantine/core'
import type { LintFinding } from '@kolibra/core/compliance'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/i18n/use-language.ts'
import { segmentText } from './segment-text.ts'
import { describeSource } from './describe-source.ts'

const ORDER = ['block', 'error', 'warn', 'review', 'info'] as const

/** The worst of several outcomes on one place; it picks the colour of the underline. */
function worstOf(findings: readonly LintFinding[]) {
  return ORDER.find((outcome) => findings.some((finding) => finding.outcome === outcome)) ?? 'info'
}

function LawNote({ findings }: { findings: readonly LintFinding[] }) {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <>
      {findings.map((finding) => (
        <div key={finding.ruleId} className="law-note">
          <Text size="sm" fw={600}>
            {t(`outcome.${finding.outcome}`)} · {read(finding.message)}
          </Text>
          <Text size="xs">{describeSource(finding.source)}</Text>
          {read(finding.fix) && <Text size="xs">{read(finding.fix)}</Text>}
        </div>
      ))}
    </>
  )
}

interface MarkedTextProps {
  readonly text: string
  readonly field: 'title' | 'text'
  readonly findings: readonly LintFinding[]
  readonly onPick: (finding: LintFinding) => void
}

/** The text as checked, underlined where a finding stands; the law shows on hover and on focus. */
export function MarkedText({ text, field, findings, onPick }: MarkedTextProps) {
  const here = findings.filter((finding) => finding.field === field)
  const segments = segmentText(
    text,
    here.map((finding) => finding.span),
  )
  return (
    <div className={field === 'title' ? 'marked marked-title' : 'marked'} lang="zh-CN">
      {segments.map((segment) => {
        const found = segment.covers.flatMap((index) => here[index] ?? [])
        const first = found[0]
        if (!first) return <span key={segment.start}>{segment.text}</span>
        return (
          <Tooltip
            key={segment.start}
            label={<LawNote findings={found} />}
            multiline
            withinPortal={false}
            maw={420}
            withArrow
            events={{ hover: true, focus: true, touch: true }}
          >
            <mark
              className={`finding finding-${worstOf(found)}`}
              tabIndex={0}
              data-rule={found.map((finding) => finding.ruleId).join(' ')}
              onClick={() => onPick(first)}
            >
              {segment.text}
            </mark>
          </Tooltip>
        )
      })}
    </div>
  )
}
