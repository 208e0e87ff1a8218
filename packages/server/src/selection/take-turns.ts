/** Runs work in turn: so many at once, the others wait in line. A signal takes the waiting out of the line. */
export type TakeTurn = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>

interface Waiting {
  readonly begin: () => void
}

/** A line in which `most` are served at once. */
export function makeTurns(most: number): TakeTurn {
  const line: Waiting[] = []
  let busy = 0

  const wait = (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted()
    if (busy < most) {
      busy += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        line.splice(line.indexOf(waiting), 1)
        reject(signal.reason)
      }
      const waiting: Waiting = {
        begin: () => {
          signal.removeEventListener('abort', leave)
          resolve()
        },
      }
      line.push(waiting)
      signal.addEventListener('abort', leave, { once: true })
    })
  }
  // A turn is handed on to whoever waits, without being free in between.
  const handOn = (): void => {
    const next = line.shift()
    if (next === undefined) busy -= 1
    else next.begin()
  }

  return async (work, signal) => {
    await wait(signal)
    try {
      return await work()
    } finally {
      handOn()
    }
  }
}
