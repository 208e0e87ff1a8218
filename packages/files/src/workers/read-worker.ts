import { once } from 'node:events'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'

import { decodeExport } from '../read/decode-export.ts'
import { splitFile, type FilePiece } from './file-pieces.ts'
import type { ReadTask } from './run-read-worker.ts'

const { bytes, name, limits } = workerData as ReadTask
if (parentPort !== null) await answer(parentPort)

async function answer(port: MessagePort): Promise<void> {
  const outcome = await decodeExport(bytes, { name, limits })
  if (!outcome.ok) return post(port, { kind: 'refused', outcome })
  for (const piece of splitFile(outcome.value)) {
    post(port, piece)
    // Taking a piece in costs the other thread time, and messages that wait are all taken in at once: one at a time.
    if (piece.kind !== 'done') await once(port, 'message')
  }
}

function post(port: MessagePort, piece: FilePiece): void {
  // A message port of Node takes no target origin, unlike a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  port.postMessage(piece)
}
