import type { LintItem } from '@kolibra/core/compliance'
import type { OwnDraft } from '@kolibra/core/portal'
import { useEffect, useState } from 'react'
import { sendPart } from './ask.ts'

const PAUSE_MS = 900

/** What the linter says of a text once the writer pauses. Without a network the last answer stays. */
export function useFindings(linkId: string, deliverableId: string, own: OwnDraft): { lint: LintItem | null; checking: boolean } {
  const [lint, setLint] = useState<LintItem | null>(null)
  const [checking, setChecking] = useState(false)
  const asked = JSON.stringify({ deliverableId, own })
  useEffect(() => {
    if (own.text.trim() === '') return undefined
    let isStale = false
    const timer = setTimeout(() => {
      setChecking(true)
      sendPart<LintItem>(`${linkId}/checks`, JSON.parse(asked))
        .then(
          (answer) => {
            if (!isStale) setLint(answer)
          },
          () => undefined,
        )
        .finally(() => setChecking(false))
    }, PAUSE_MS)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [linkId, asked, own.text])
  return { lint, checking }
}
