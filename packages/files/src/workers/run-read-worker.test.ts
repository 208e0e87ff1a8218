import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { READ_LIMITS } from '../read/limits.ts'
import { joinFile, splitFile } from './file-pieces.ts'
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

test('hands over bytes, name and limits, and puts the answer together, asking for one piece after the other', async () => {
  const program = `
    const { name, bytes, limits } = workerData
    const say = (piece) => new Promise((asked) => { parentPort.once('message', asked); parentPort.postMessage(piece) })
    await say({ kind: 'table', name, header: ['bytes', 'cells'] })
    await say({ kind: 'rows', rows: [[bytes.length, limits.cells]] })
    await say({ kind: 'rows', rows: [[1, 2]] })
    parentPort.postMessage({ kind: 'done', file: { name, encoding: 'xlsx', shape: 'table' } })`
  const table = {
    name: 'a.xlsx',
    header: ['bytes', 'cells'],
    rows: [
      [3, 7],
      [1, 2],
    ],
  }
  expect(await run('echo', program, { cells: 7 })).toEqual({
    ok: true,
    value: { name: 'a.xlsx', encoding: 'xlsx', shape: 'table', tables: [table] },
  })
})

test('brings a refusal back as it is', async () => {
  const outcome = { ok: false, refusals: [{ code: 'file.empty', file: 'a.xlsx' }] }
  expect(await run('refuse', `parentPort.postMessage({ kind: 'refused', outcome: ${JSON.stringify(outcome)} })`)).toEqual(outcome)
})

test('property: a file in pieces is the same file', () => {
  const cell = fc.oneof(fc.string(), fc.integer(), fc.constant(null))
  const table = fc.record({ name: fc.string(), header: fc.array(fc.string()), rows: fc.array(fc.array(cell)) })
  const facts = { name: fc.string(), encoding: fc.constant('utf-8') }
  const file = fc.oneof(
    fc.record({ ...facts, shape: fc.constant('table' as const), tables: fc.array(table) }),
    fc.record({
      ...facts,
      shape: fc.constantFrom('json' as const, 'jsonl' as const),
      documents: fc.oneof(
        fc.array(fc.anything(), { maxLength: 500 }),
        fc.array(fc.array(fc.jsonValue(), { maxLength: 500 }), { minLength: 1, maxLength: 2 }),
      ),
    }),
  )
  fc.assert(
    fc.property(file, (whole) => {
      const take = joinFile()
      expect([...splitFile(whole)].map(take).at(-1)).toEqual(whole)
    }),
  )
})

test('a document that is one long list crosses in pieces too', () => {
  const list = Array.from({ length: 1000 }, (_, at) => ({ at }))
  const pieces = [...splitFile({ name: 'a.json', encoding: 'utf-8', shape: 'json', documents: [list] })]
  expect(pieces.filter(({ kind }) => kind === 'items').length).toBeGreaterThan(3)
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
