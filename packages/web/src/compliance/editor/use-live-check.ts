import { lint, type ContentFacts, type LintItem, type Rulebook } from '@kolibra/core/compliance'
import { shanghaiDay } from '@kolibra/core/shared'
import { useEffect, useRef, useState } from 'react'
import { shiftFindings } from './shift-findings.ts'

/** One frame of a screen: what a lint may take without typing being felt to lag. */
const FRAME_MS = 16
const PAUSE_MS = 150

interface Checked {
  readonly facts: ContentFacts
  readonly item: LintItem
}

/**
 * The verdict on facts as they are typed, by the same code as on the server. Until the new text is linted the last findings stand, moved
 * along with what was typed. A text too long for one frame waits for a pause; nothing is linted while an input method composes.
 */
export function useLiveCheck(facts: ContentFacts, rulebook: Rulebook | undefined, isComposing: boolean): LintItem | null {
  const [checked, setChecked] = useState<Checked | null>(null)
  const lastMs = useRef(0)
  const key = JSON.stringify(facts)
  useEffect(() => {
    if (rulebook === undefined || isComposing) return
    const run = () => {
      const current: ContentFacts = JSON.parse(key)
      const started = performance.now()
      const item = lint(current, rulebook, { at: shanghaiDay(Date.now()) })
      // Named, so that the developer tools and our own measurement see what a key costs.
      lastMs.current = performance.measure('kolibra.lint', { start: started }).duration
      setChecked({ facts: current, item })
    }
    const timer = setTimeout(run, lastMs.current > FRAME_MS ? PAUSE_MS : 0)
    return () => clearTimeout(timer)
  }, [key, rulebook, isComposing])
  if (checked === null) return null
  return { ...checked.item, findings: moveAlong(checked, facts) }
}

function moveAlong({ facts: before, item }: Checked, after: ContentFacts): LintItem['findings'] {
  const moved = shiftFindings(item.findings, { field: 'text', before: before.text, after: after.text })
  return shiftFindings(moved, { field: 'title', before: before.title ?? '', after: after.title ?? '' })
}
