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
  /** Says that work on an upload is about to begin: it is kept before it is read, and somebody may look in between. */
  readonly expect: (uploadId: string) => void
  /** It does not begin after all. */
  readonly expectNot: (uploadId: string) => void
  /** What is being done from now on, and what was when this was called: whoever asks the database in between sees neither too late. */
  readonly watch: () => (uploadId: string) => Work | null
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
  const expected = new Set<string>()
  const find = (uploadId: string): Work | null => works.get(uploadId) ?? (expected.has(uploadId) ? { kind: 'reading', share: null } : null)
  return {
    find,
    expect: (uploadId) => void expected.add(uploadId),
    expectNot: (uploadId) => void expected.delete(uploadId),
    watch: () => {
      const before = new Map([...expected, ...works.keys()].map((uploadId) => [uploadId, find(uploadId)]))
      return (uploadId) => find(uploadId) ?? before.get(uploadId) ?? null
    },
    run: async (uploadId, kind, work) => {
      if (works.has(uploadId)) throw new RequestError('upload.busy')
      const running: Running = { kind, share: null, stop: new AbortController(), ended: Promise.resolve() }
      works.set(uploadId, running)
      expected.delete(uploadId)
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
