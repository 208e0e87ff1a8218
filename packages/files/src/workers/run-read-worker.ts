import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

import type { DecodedFile } from '@kolibra/core/imports'
import { accept, refuse, type Outcome, type Refusal } from '@kolibra/core/shared'

import type { ReadLimits } from '../read/limits.ts'
import { joinFile, type FilePiece } from './file-pieces.ts'

/** What the main thread hands the worker. */
export interface ReadTask {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly name: string
  readonly limits: ReadLimits
}

type ReadOutcome = Outcome<DecodedFile, Refusal>

// Held in a variable: a literal would make the bundler inline the file as an asset.
const BUILT_WORKER = './read-worker.mjs'

/** Where the built worker stands, or null when running from sources. */
export function findReadWorker(): URL | null {
  const url = new URL(BUILT_WORKER, import.meta.url)
  return url.protocol === 'file:' && existsSync(url) ? url : null
}

/** Decodes in a thread of its own. A thread that runs out of memory or time, or dies, refuses with file.too_complex; the process lives on. */
export function runReadWorker(worker: URL, bytes: Uint8Array, options: { name: string; limits: ReadLimits }): Promise<ReadOutcome> {
  const { name, limits } = options
  // Copied, because handing over the caller's own buffer would empty it under the caller.
  const task: ReadTask = { bytes: new Uint8Array(bytes), name, limits }
  const thread = new Worker(worker, {
    workerData: task,
    transferList: [task.bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.workerHeapMb },
  })
  return new Promise((resolve) => {
    const settle = (outcome: ReadOutcome): void => {
      clearTimeout(timer)
      resolve(outcome)
      void thread.terminate()
    }
    const giveUp = (problem: string): void => settle(refuse({ code: 'file.too_complex', file: name, problem }))
    const timer = setTimeout(() => giveUp('time'), limits.workerMs)
    const take = joinFile()
    thread.on('message', (piece: FilePiece) => {
      if (piece.kind === 'refused') return settle(piece.outcome)
      const file = take(piece)
      if (file !== null) return settle(accept(file))
      // Asked for after this piece was taken in, so that other work comes between two of them.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      setImmediate(() => thread.postMessage('next'))
    })
    thread.once('messageerror', () => giveUp('result'))
    thread.once('error', (error: Error & { code?: string }) => giveUp(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash'))
    thread.once('exit', () => giveUp('crash'))
  })
}
