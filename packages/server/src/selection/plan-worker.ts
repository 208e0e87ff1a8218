import { parentPort, workerData } from 'node:worker_threads'
import { solveTask, type PlanTask } from './solve-task.ts'

// What is handed over was made by run-plan-worker.ts of the same build.
if (parentPort !== null) {
  const port = parentPort
  // A message port of Node takes no target origin, unlike a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const send = (message: object) => port.postMessage(message)
  send({ plan: solveTask(workerData as PlanTask, (share) => send({ share })) })
}
