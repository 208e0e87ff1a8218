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
