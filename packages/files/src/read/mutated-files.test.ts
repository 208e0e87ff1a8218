import { expect, test } from 'vitest'

import { judgeMutant } from '../../test/mutants/judge-mutant.ts'
import { makeMutant } from '../../test/mutants/make-mutant.ts'

// The first of the ten thousand that `npm run measure mutants` goes through.
const FILES = 240
const LONGEST_MS = 10_000
// Of this process alone: the machine may be busy with other work.
const cpuMs = () => process.cpuUsage().user / 1000

test('every spoilt file ends in a report or in one clear sentence, soon', async () => {
  const failed: string[] = []
  const ends = new Set<string>()
  for (let seed = 0; seed < FILES; seed += 1) {
    const mutant = makeMutant(seed)
    const start = cpuMs()
    const { end, faults } = await judgeMutant(mutant)
    const elapsedMs = cpuMs() - start
    ends.add(end)
    if (faults.length > 0) failed.push(`seed ${seed}, ${mutant.name}, ${mutant.how}: ${faults[0]}`)
    if (elapsedMs > LONGEST_MS) failed.push(`seed ${seed}, ${mutant.name}, ${mutant.how}: ${elapsedMs} ms`)
  }
  expect(failed).toEqual([])
  // A generator that spoils everything, or nothing, tests nothing.
  expect(ends.has('accepted')).toBe(true)
  expect(ends.size).toBeGreaterThan(8)
}, 180_000)

test('the same seed makes the same file', () => {
  for (const seed of [0, 3, 6, 7, 77]) expect(makeMutant(seed)).toEqual(makeMutant(seed))
})
