import { lint, type ContentFacts, type LintItem, type Rulebook } from '@kolibra/core/compliance'
import { shanghaiDay } from '@kolibra/core/shared'
import { useEffect, useMemo, useRef, useState } from 'react'
import { shiftFindings } from './shift-findings.ts'

/** One frame of a screen: what a lint may take without typing being felt to lag. */
const FRAME_MS = 16
const PAUSE_MS = 150
/** The first lints run in code that the browser has not made fast yet; they say little about the text. */
const COLD_RUNS = 5
const COLD_MS = 100

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
  const cost = useRef({ msPerSign: 0, runs: 0 })
  const key = JSON.stringify(facts)
  const { length } = facts.text
  useEffect(() => {
    if (rulebook === undefined || isComposing) return
    const run = () => {
      const current: ContentFacts = JSON.parse(key)
      const started = performance.now()
      const item = lint(current, rulebook, { at: shanghaiDay(Date.now()) })
      // Named, so that the developer tools and our own measurement see what a key costs.
      const { duration } = performance.measure('kolibra.lint', { start: started })
      const { msPerSign, runs } = cost.current
      const measured = duration / (current.text.length + 1)
      cost.current = { msPerSign: runs === 0 ? measured : Math.min(msPerSign, measured), runs: runs + 1 }
      setChecked({ facts: current, item })
    }
    const { msPerSign, runs } = cost.current
    const isLong = msPerSign * length > (runs < COLD_RUNS ? COLD_MS : FRAME_MS)
    const timer = setTimeout(run, isLong ? PAUSE_MS : 0)
    return () => clearTimeout(timer)
  }, [key, length, rulebook, isComposing])
  const { text, title } = facts
  return useMemo(() => checked && { ...checked.item, findings: moveAlong(checked, { text, title }) }, [checked, text, title])
}

function moveAlong({ facts: before, item }: Checked, after: Pick<ContentFacts, 'text' | 'title'>): LintItem['findings'] {
  const moved = shiftFindings(item.findings, { field: 'text', before: before.text, after: after.text })
  return shiftFindings(moved, { field: 'title', before: before.title ?? '', after: after.title ?? '' })
}
