/** Work in steps: yields the share (0–1) that is done, so that whoever drives it may do other work in between. */
export type Steps<T> = Generator<number, T>

/** All steps at once, for whoever has nothing else to do. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** The same steps as a part of other work: its shares lie between `from` and `to`. */
export function* within<T>(steps: Steps<T>, [from, to]: readonly [number, number]): Steps<T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    yield from + (to - from) * step.value
  }
}

/** Work that is small enough to be one step. */
export function* oneStep<T>(work: () => T): Steps<T> {
  yield 0
  return work()
}

const TOGETHER = 200

/** Calls `take` for every item, with a step after some hundreds of them; `from` and `to` are the shares before and after. */
export function* stepThrough<T>(items: readonly T[], take: (item: T) => void, [from, to]: readonly [number, number] = [0, 1]): Steps<void> {
  for (let at = 0; at < items.length; at += TOGETHER) {
    for (const item of items.slice(at, at + TOGETHER)) take(item)
    yield from + ((to - from) * Math.min(items.length, at + TOGETHER)) / items.length
  }
}
