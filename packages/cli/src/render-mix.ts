import { formatCount, formatFen, joinReasons, say, type Language } from '@kolibra/core/shared'
import type { MixProblem, MixResult } from '@kolibra/core/planning'
import { renderTable } from './render-table.ts'

const WORDS = {
  plan: say('Plan', '方案'),
  noPlan: say('No plan', '没有可行方案'),
  candidate: say('candidate', '候选'),
  cost: say('cost', '费用'),
  groups: say('groups', '分组'),
}

/** A mix for people: who, for how much, how good, why. */
export function renderMix(problem: MixProblem, result: MixResult, language: Language): string {
  const word = (name: keyof typeof WORDS) => WORDS[name][language]
  const reasons = joinReasons(result)
    .map((line) => `  ${line[language]}\n`)
    .join('')
  if (result.infeasible !== null) return `${word('noPlan')}\n\n${reasons}`
  const chosen = problem.candidates
    .filter(({ id }) => result.chosen.includes(id))
    .sort((a, b) => b.costFen - a.costFen || (a.id < b.id ? -1 : 1))
  const rows = chosen.map(({ id, costFen, groups }) => [id, formatFen(costFen, language), groups.join(', ')])
  const table = renderTable([{ title: word('candidate') }, { title: word('cost'), align: 'right' }, { title: word('groups') }], rows)
  return `${word('plan')}\n\n${table}\n  ${tellSums(result)[language]}\n${reasons}`
}

function tellSums({ value, upperBound, costFen }: MixResult) {
  return say(
    `value ${formatCount(value, 'en')}, at most ${formatCount(upperBound, 'en')} possible; cost ${formatFen(costFen, 'en')}`,
    `价值 ${formatCount(value, 'zh')}，理论上限 ${formatCount(upperBound, 'zh')}；费用 ${formatFen(costFen, 'zh')}`,
  )
}
