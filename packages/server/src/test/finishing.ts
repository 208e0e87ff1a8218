import { RECEIVERS } from '../import-receivers.ts'
import type { Receivers } from '../imports/commit-import.ts'

/** The real receivers, with another last step; it is given theirs. */
export function finishing(finish: (theirs: () => Promise<void>) => Promise<void>): Receivers {
  return {
    receive: (ctx, kept) => {
      const receiver = RECEIVERS.receive(ctx, kept)
      return { ...receiver, finish: () => finish(receiver.finish) }
    },
  }
}
