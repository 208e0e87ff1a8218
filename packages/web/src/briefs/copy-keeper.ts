import type { Brief } from '@kolibra/core/briefs'

/** What the server says to the next words of the copy: the revision they stand at, or why they do not. */
export type PutAnswer = { readonly revision: number } | 'raced' | 'failed'
/** What became of words that were to be kept. */
export type KeepResult = 'kept' | 'raced' | 'failed'

interface KeeperStart {
  readonly revision: number
  readonly brief: Brief
  readonly put: (next: { readonly revision: number; readonly brief: Brief }) => Promise<PutAnswer>
}

/** Keeps the words of one form on the server, one request at a time and each on the revision of the one before. */
export interface CopyKeeper {
  readonly keep: (brief: Brief) => Promise<KeepResult>
  readonly isKept: (brief: Brief) => boolean
  /** The words that were kept last, and where they stand. */
  readonly kept: () => { readonly revision: number; readonly brief: Brief }
  /** Goes on from another text: after a race, or when the words were thrown away. */
  readonly restart: (from: { readonly revision: number; readonly brief: Brief }) => void
}

/** A keeper that has `brief` at `revision`. */
export function makeCopyKeeper({ revision, brief, put }: KeeperStart): CopyKeeper {
  let kept = { revision, brief }
  let last: Promise<KeepResult> = Promise.resolve('kept')
  const send = async (next: Brief): Promise<KeepResult> => {
    if (next === kept.brief) return 'kept'
    const answer = await put({ revision: kept.revision, brief: next })
    if (typeof answer === 'string') return answer
    kept = { revision: answer.revision, brief: next }
    return 'kept'
  }
  return {
    keep: (next) => {
      // Two at once would race with themselves: the second takes the revision that the first got.
      last = last.then(() => send(next))
      return last
    },
    isKept: (next) => next === kept.brief,
    kept: () => kept,
    restart: (from) => {
      kept = from
    },
  }
}
