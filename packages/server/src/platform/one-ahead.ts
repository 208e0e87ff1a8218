/** The values of `source`; the first is made from now on, each of the others while the caller works on the one before. */
export function oneAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  const ask = () => {
    const asked = source.next()
    // Thrown when it is its turn, or never if the caller has stopped before.
    asked.catch(() => undefined)
    return asked
  }
  return giveOn(source, { first: ask(), ask })
}

interface Asked<T> {
  readonly first: Promise<IteratorResult<T>>
  readonly ask: () => Promise<IteratorResult<T>>
}

async function* giveOn<T>(source: AsyncGenerator<T>, { first, ask }: Asked<T>): AsyncGenerator<T> {
  let next = first
  try {
    for (;;) {
      const { value, done } = await next
      if (done === true) return
      next = ask()
      yield value
    }
  } finally {
    await next.catch(() => undefined)
    await source.return(undefined)
  }
}
