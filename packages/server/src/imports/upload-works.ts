import { RequestError } from '../platform/request-error.ts'
import type { ReadWatch } from './read-watch.ts'

/** What is being done with an upload. `share` is 0–1, null while it cannot be told. */
export interface Work {
  readonly kind: 'reading' | 'committing'
  readonly share: number | null
}

/** The work on uploads that this process does. A restart forgets it, and what was being read is to be read again. */
export interface Works {
  readonly find: (uploadId: string) => Work | null
  /** Does one thing at a time with an upload: refused with `upload.busy`. Ended from outside, it throws `upload.cancelled`. */
  readonly run: <T>(uploadId: string, kind: Work['kind'], work: (watch: ReadWatch) => Promise<T>) => Promise<T>
  /** Ends the work on an upload, if there is any, and waits until nothing of it is left. */
  readonly end: (uploadId: string) => Promise<void>
}

interface Running {
  kind: Work['kind']
  share: number | null
  readonly stop: AbortController
  ended: Promise<unknown>
}

export function makeWorks(): Works {
  const works = new Map<string, Running>()
  return {
    find: (uploadId) => works.get(uploadId) ?? null,
    run: async (uploadId, kind, work) => {
      if (works.has(uploadId)) throw new RequestError('upload.busy')
      const running: Running = { kind, share: null, stop: new AbortController(), ended: Promise.resolve() }
      works.set(uploadId, running)
      const onShare = (share: number) => {
        running.share = share
      }
      const result = work({ onShare, signal: running.stop.signal }).finally(() => works.delete(uploadId))
      running.ended = result.catch(() => undefined)
      return result
    },
    end: async (uploadId) => {
      const running = works.get(uploadId)
      running?.stop.abort(new RequestError('upload.cancelled'))
      await running?.ended
    },
  }
}
