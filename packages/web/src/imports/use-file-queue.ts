import { useRef, useState } from 'react'
import { useUploadActs } from './use-uploads.ts'

/** A file that could not be sent, and why. */
interface Unsent {
  readonly file: string
  readonly error: Error
}

/** Files that are sent one after the other, and gone through in that order while the rest is still on its way. */
export function useFileQueue() {
  const { send } = useUploadActs()
  const [waiting, setWaiting] = useState<readonly string[]>([])
  const [sending, setSending] = useState<{ readonly file: string; readonly left: number } | null>(null)
  const [unsent, setUnsent] = useState<readonly Unsent[]>([])
  const stop = useRef<AbortController | null>(null)
  const start = async (files: readonly File[], observedOn: string) => {
    const control = new AbortController()
    stop.current = control
    setUnsent([])
    for (const [at, file] of files.entries()) {
      setSending({ file: file.name, left: files.length - at })
      try {
        const { uploadId } = await send.mutateAsync({ file, observedOn, signal: control.signal })
        if (!control.signal.aborted) setWaiting((held) => [...held, uploadId])
      } catch (error) {
        if (!(error instanceof Error)) throw error
        if (!control.signal.aborted) setUnsent((held) => [...held, { file: file.name, error }])
      }
      if (control.signal.aborted) return
    }
    setSending(null)
  }
  const end = () => {
    stop.current?.abort()
    setSending(null)
    setWaiting([])
    setUnsent([])
  }
  return {
    start,
    end,
    sending,
    unsent,
    current: waiting[0] ?? null,
    left: Math.max(0, waiting.length - 1) + (sending?.left ?? 0),
    open: (uploadId: string) => setWaiting([uploadId]),
    next: () => setWaiting((held) => held.slice(1)),
  }
}
