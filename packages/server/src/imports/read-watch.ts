import { setImmediate as pause } from 'node:timers/promises'

/** Who watches a file being read or kept: told the share that is done, and able to end it, which then throws the signal's reason. */
export interface ReadWatch {
  readonly onShare?: ((share: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** Tells a watch how far the work is, makes room for other requests, and ends it when the watch wants that. */
export async function passOn(share: number, { onShare, signal }: ReadWatch): Promise<void> {
  onShare?.(share)
  await pause()
  signal?.throwIfAborted()
}

/** Takes every step with room for other requests in between; `from` and `to` are the shares of the whole work before and after. */
export async function takeSteps<T>(
  steps: Generator<number, T>,
  watch: ReadWatch = {},
  [from, to]: readonly [number, number] = [0, 1],
): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    await passOn(from + step.value * (to - from), watch)
  }
}
