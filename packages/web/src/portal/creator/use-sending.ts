import { useState } from 'react'
import { ApiError } from '../../api.ts'
import { useWords } from './use-words.ts'

/** What went wrong in the reader's words: the network, what the server says, or which gate still waits. */
export function useProblemText(): (error: unknown) => string {
  const { t, language } = useWords()
  return (error) => {
    if (!(error instanceof ApiError)) return String(error)
    const { status, code, title, titleZh, detail, detailZh, refusals } = error.problem
    if (status === 0) return t('offline')
    // The catalogue speaks of the documents that the desk keeps; here fewer kinds are taken.
    if (code === 'document.wrong_type') return t('wrongFile')
    const findings = (refusals ?? [])
      .flatMap((refusal) => refusal.findings ?? [])
      .map(({ because, fix }) => `${because[language]} ${fix[language]}`)
    const told = language === 'zh' ? [titleZh ?? title, detailZh] : [title, detail]
    return [...told, ...findings].filter(Boolean).join(' ')
  }
}

/** Sends something once at a time; what went wrong stays to be read and what was typed stays to be sent again. */
export function useSending(work: () => Promise<void>) {
  const [state, setState] = useState<{ busy: boolean; problem: string | null }>({ busy: false, problem: null })
  const tell = useProblemText()
  const send = () => {
    if (state.busy) return
    setState({ busy: true, problem: null })
    work().then(
      () => setState({ busy: false, problem: null }),
      (error: unknown) => setState({ busy: false, problem: tell(error) }),
    )
  }
  return { ...state, send }
}
