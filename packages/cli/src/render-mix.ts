import { formatCount, formatFen } from '@kolibra/core/shared'
import type { MixProblem, MixResult } from '@kolibra/core/planning'
import { renderTable } from './render-table.ts'

/** A mix for people: who, for how much, how good, why. */
export function renderMix(problem: MixProblem, result: MixResult): string {
  const reasons = result.because.map((line) => `  ${line}\n`).join('')
  if (result.infeasible !== null) return `No plan\n\n${reasons}`
  const chosen = problem.candidates
    .filter(({ id }) => result.chosen.includes(id))
    .sort((a, b) => b.costFen - a.costFen || (a.id < b.id ? -1 : 1))
  const rows = chosen.map(({ id, costFen, groups }) => [id, formatFen(costFen, 'en'), groups.join(', ')])
  const table = renderTable([{ title: 'candidate' }, { title: 'cost', align: 'right' }, { title: 'groups' }], rows)
  const sums = `  value ${formatCount(result.value, 'en')}, at most ${formatCount(result.upperBound, 'en')} possible; cost ${formatFen(result.costFen, 'en')}\n`
  return `Plan\n\n${table}\n${sums}${reasons}`
}
