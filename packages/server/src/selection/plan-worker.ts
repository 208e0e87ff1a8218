import { parentPort, workerData } from 'node:worker_threads'
import { solveTask, type PlanTask } from './solve-task.ts'

// What is handed over was made by run-plan-worker.ts of the same build.
if (parentPort !== null) {
  const port = parentPort
  // A message port of Node takes no target origin, unlike a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  port.postMessage(solveTask(workerData as PlanTask))
}
