import type { LintFinding } from '@kolibra/core/compliance'
import { memo, type Ref } from 'react'
import { segmentText } from '../segment-text.ts'

const ORDER = ['block', 'error', 'warn', 'review', 'info'] as const

/** The worst of several outcomes on one place; it picks the colour of the underline. */
const worstOf = (findings: readonly LintFinding[]) =>
  ORDER.find((outcome) => findings.some((finding) => finding.outcome === outcome)) ?? 'info'

interface UnderlinedProps {
  readonly ref: Ref<HTMLDivElement>
  readonly text: string
  readonly findings: readonly LintFinding[]
  readonly shown: LintFinding | null
}

/**
 * The same text as the field above it, letter under letter, unseen but for its underlines. It also gives both their height. Hidden from
 * screen readers: they read the field and the list of findings.
 */
export const Underlined = memo(function Underlined({ ref, text, findings, shown }: UnderlinedProps) {
  const segments = segmentText(
    text,
    findings.map(({ span }) => span),
  )
  return (
    <div ref={ref} className="linted-mirror" aria-hidden>
      {segments.map((segment) => {
        const found = segment.covers.flatMap((index) => findings[index] ?? [])
        if (found.length === 0) return <span key={segment.start}>{segment.text}</span>
        const isShown = shown !== null && found.includes(shown)
        return (
          <mark
            key={segment.start}
            className={`finding finding-${worstOf(found)}${isShown ? ' finding-shown' : ''}`}
            data-start={segment.start}
            data-rule={found.map(({ ruleId }) => ruleId).join(' ')}
          >
            {segment.text}
          </mark>
        )
      })}
      {/* A last line break draws no line without something behind it. */}
      {'\u200b'}
    </div>
  )
})
