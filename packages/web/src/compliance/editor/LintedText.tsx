import { Input } from '@mantine/core'
import type { LintFinding } from '@kolibra/core/compliance'
import { useId, useImperativeHandle, useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { FindingActs } from '../FindingDetails.tsx'
import { findingAt, nextFinding, placedIn, startOf } from './find-finding.ts'
import { FindingCard } from './FindingCard.tsx'
import { placeUnder, startUnder } from './mark-places.ts'
import { replaceTyped } from './replace-typed.ts'
import { Underlined } from './Underlined.tsx'
import { useShownFinding } from './use-shown-finding.ts'

/** What others may ask of the field. */
export interface LintedTextHandle {
  readonly show: (finding: LintFinding) => void
  readonly fix: (finding: LintFinding) => void
}

interface LintedTextProps {
  readonly ref?: Ref<LintedTextHandle>
  readonly label: string
  readonly description?: string
  readonly placeholder?: string
  readonly field: 'title' | 'text'
  readonly value: string
  readonly onChange: (value: string) => void
  readonly findings: readonly LintFinding[]
  readonly waiveOf: FindingActs['waiveOf']
  readonly rows: number
  readonly onComposing?: (isComposing: boolean) => void
}

/** A text field whose findings are underlined as one types; their law shows on pointing, on a click or tap, and by F8. */
export function LintedText({ ref, field, value, onChange, findings, waiveOf, rows, onComposing, ...words }: LintedTextProps) {
  const { t } = useTranslation()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLTextAreaElement>(null)
  const placed = placedIn(findings, field)
  const card = useShownFinding(placed, box)
  const [place, setPlace] = useState({ left: 0, top: 0 })
  const { shown } = card
  const fix = (finding: LintFinding) => {
    const { span } = finding
    if (input.current === null || span === null || finding.fix.replacement === null) return
    replaceTyped(input.current, span, finding.fix.replacement)
    card.close()
  }
  const show = (finding: LintFinding) => {
    input.current?.focus()
    input.current?.setSelectionRange(startOf(finding), startOf(finding))
    mirror.current?.querySelector(`mark[data-start="${startOf(finding)}"]`)?.scrollIntoView({ block: 'center' })
    card.keep(finding)
  }
  useImperativeHandle(ref, () => ({ show, fix }))
  useLayoutEffect(() => {
    if (shown !== null && box.current !== null) setPlace(placeUnder(box.current, startOf(shown)))
  }, [shown, value])
  const step = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && shown !== null) card.close()
    if (event.key === '.' && (event.ctrlKey || event.metaKey) && shown !== null)
      box.current?.querySelector<HTMLElement>('.finding-card-one button, .finding-card-one a')?.focus()
    if (event.key !== 'F8') return
    event.preventDefault()
    const next = nextFinding(placed, event.currentTarget.selectionStart, event.shiftKey ? -1 : 1)
    if (next !== null) show(next)
  }
  const here = shown === null ? [] : placed.filter((finding) => doOverlap(finding, shown))
  return (
    <Input.Wrapper label={words.label} description={words.description} id={id}>
      <div ref={box} className="linted" lang="zh-CN">
        <div
          className={field === 'title' ? 'linted-field linted-title' : 'linted-field'}
          style={{ minHeight: `calc(${rows} * 1.9em + 18px)` }}
        >
          <Underlined ref={mirror} text={value} findings={placed} shown={shown} />
          <textarea
            ref={input}
            id={id}
            className="linted-input"
            rows={rows}
            value={value}
            placeholder={words.placeholder}
            spellCheck={false}
            aria-describedby={`${id}-count`}
            data-mantine-stop-propagation={shown !== null}
            onChange={(event) => {
              card.close()
              onChange(event.currentTarget.value)
            }}
            onCompositionStart={() => onComposing?.(true)}
            onCompositionEnd={() => onComposing?.(false)}
            onKeyDown={step}
            onClick={(event) => {
              const { selectionStart, selectionEnd } = event.currentTarget
              const at = selectionStart === selectionEnd ? findingAt(placed, selectionStart) : null
              if (at === null) card.close()
              else card.keep(at)
            }}
            onPointerMove={(event) => {
              if (event.pointerType !== 'mouse' || mirror.current === null) return
              const start = startUnder(mirror.current, event)
              card.point(
                start === null ? null : (placed.find(({ span }) => span !== null && span.start <= start && start < span.end) ?? null),
              )
            }}
            onPointerLeave={card.leave}
          />
        </div>
        <span id={`${id}-count`} className="sr-only">
          {placed.length > 0 ? t('editor.fieldCount', { n: placed.length }) : ''}
        </span>
        {here.length > 0 && (
          <FindingCard
            id={`${id}-card`}
            findings={here}
            acts={{ onFix: fix, waiveOf }}
            place={place}
            onClose={() => {
              card.close()
              input.current?.focus()
            }}
            onPointer={(isInside) => (isInside ? card.stay() : card.leave())}
          />
        )}
      </div>
    </Input.Wrapper>
  )
}

function doOverlap(one: LintFinding, other: LintFinding): boolean {
  if (one.span === null || other.span === null) return false
  return one.span.start < other.span.end && other.span.start < one.span.end
}
