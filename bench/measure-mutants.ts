import { judgeMutant } from '../packages/files/test/mutants/judge-mutant.ts'
import { makeMutant } from '../packages/files/test/mutants/make-mutant.ts'

const FILES = Number(process.env['KOLIBRA_BENCH_FILES'] ?? 10_000)
const FIRST = Number(process.env['KOLIBRA_BENCH_FIRST'] ?? 0)
const LONGEST_MS = 10_000
// Of this process alone: the machine may be busy with other work.
const cpuMs = () => process.cpuUsage().user / 1000

/** Spoilt files of every kind, by seed: how each ended, the slowest, and every one that ended otherwise than it may. */
export async function measureMutants(): Promise<string[]> {
  const ends = new Map<string, number>()
  const failed: string[] = []
  let slowest = { ms: 0, what: '' }
  for (let seed = FIRST; seed < FIRST + FILES; seed += 1) {
    const mutant = makeMutant(seed)
    const start = cpuMs()
    const { end, faults } = await judgeMutant(mutant)
    const ms = cpuMs() - start
    const what = `seed ${seed}, ${mutant.name}, ${mutant.how}`
    ends.set(end, (ends.get(end) ?? 0) + 1)
    if (ms > slowest.ms) slowest = { ms, what }
    if (faults.length > 0 || ms > LONGEST_MS) failed.push(`FAULT ${what}, ${ms.toFixed(0)} ms: ${faults[0] ?? 'too slow'}`)
  }
  const counts = [...ends].toSorted((a, b) => b[1] - a[1]).map(([end, count]) => `${end} ${count}`)
  return [
    `${FILES} spoilt files: ${failed.length} ended otherwise than in a report or one clear sentence within ${LONGEST_MS / 1000} s of CPU time`,
    counts.join(', '),
    `slowest ${slowest.ms.toFixed(0)} ms of CPU time (${slowest.what})`,
    ...failed,
  ]
}
