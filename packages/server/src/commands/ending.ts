const SHUTDOWN_MS = 10_000

/** Thrown between two steps of a start that was asked to end: what is open is closed, and the exit code is 0. */
export class EndedWhileStarting extends Error {}

/** How this process ends on SIGINT or SIGTERM. */
export interface Ending {
  /** Throws EndedWhileStarting once a signal has come. A step that runs, such as a migration, is finished first: nothing is left half done. */
  readonly throwIfAsked: () => void
  /** What a signal does from now on, at once if one has come already. It ends the process within ten seconds. */
  readonly endBy: (end: () => void) => void
}

/** Listens from the first moment: a signal during the start would else kill the process and leave its PostgreSQL running. A second one does not wait. */
export function listenForEnd(): Ending {
  let isAsked = false
  let end: (() => void) | null = null
  const begin = () => {
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref()
    end?.()
  }
  const ask = () => {
    if (isAsked) process.exit(1)
    isAsked = true
    if (end !== null) begin()
  }
  process.on('SIGINT', ask)
  process.on('SIGTERM', ask)
  return {
    throwIfAsked: () => {
      if (isAsked) throw new EndedWhileStarting()
    },
    endBy: (how) => {
      end = how
      if (isAsked) begin()
    },
  }
}
