import { parentPort, workerData } from 'node:worker_threads'

import { decodeExport } from '../read/decode-export.ts'
import type { ReadTask } from './run-read-worker.ts'

const { bytes, name, limits } = workerData as ReadTask
// A message port of Node takes no target origin, unlike a window.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(await decodeExport(bytes, { name, limits }))
