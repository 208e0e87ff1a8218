import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { READ_LIMITS } from '../read/limits.ts'
import { runReadWorker } from './run-read-worker.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kolibra-worker-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(name: string, program: string, limits = {}) {
  const path = join(folder, `${name}.mjs`)
  await writeFile(path, `import { parentPort, workerData } from 'node:worker_threads'\n${program}`)
  return runReadWorker(pathToFileURL(path), Buffer.from('abc'), { name: 'a.xlsx', limits: { ...READ_LIMITS, ...limits } })
}

test('hands over bytes, name and limits, and brings back the answer', async () => {
  const program = 'parentPort.postMessage({ ok: true, value: [workerData.name, workerData.bytes.length, workerData.limits.cells] })'
  expect(await run('echo', program, { cells: 7 })).toEqual({ ok: true, value: ['a.xlsx', 3, 7] })
})

test.each<[problem: string, program: string, limits: object]>([
  ['time', 'for (;;) {}', { workerMs: 300 }],
  ['memory', 'const all = []; for (;;) all.push(new Array(1e5).fill("x" + all.length))', { workerHeapMb: 32 }],
  ['crash', 'throw new Error("broken")', {}],
  ['crash', 'process.exit(3)', {}],
])('a thread that ends by %s is a refusal, case %#', async (problem, program, limits) => {
  expect(await run(`bad-${problem}-${program.length}`, program, limits)).toEqual({
    ok: false,
    refusals: [{ code: 'file.too_complex', file: 'a.xlsx', problem }],
  })
})
