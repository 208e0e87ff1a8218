import type { LintFinding } from '@kolibra/core/compliance'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { sameFinding } from './find-finding.ts'

// Long enough to cross from the words to their card without it closing on the way.
const LINGER_MS = 250

/** Which finding's card is open: by pointing it closes by itself, by a click or a key it stays until it is closed or typed over. */
export function useShownFinding(findings: readonly LintFinding[], box: RefObject<HTMLElement | null>) {
  const [wanted, setWanted] = useState<LintFinding | null>(null)
  const isKept = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const stay = () => clearTimeout(timer.current)
  const close = () => {
    stay()
    isKept.current = false
    setWanted(null)
  }
  useEffect(() => {
    if (wanted === null) return
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setWanted(null)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [wanted, box])
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    shown: sameFinding(findings, wanted),
    keep: (finding: LintFinding) => {
      stay()
      isKept.current = true
      setWanted(finding)
    },
    point: (finding: LintFinding | null) => {
      if (isKept.current && wanted !== null) return
      stay()
      if (finding !== null) setWanted(finding)
      else timer.current = setTimeout(() => setWanted(null), LINGER_MS)
    },
    stay,
    leave: () => {
      if (!isKept.current) timer.current = setTimeout(() => setWanted(null), LINGER_MS)
    },
    close,
  }
}
