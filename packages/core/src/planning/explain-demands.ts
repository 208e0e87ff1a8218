import { formatExact, formatShare, say, type Localized } from '../shared/index.ts'
import { nameKpi } from './kpi-names.ts'
import { carriesKpi } from './measure-kpi.ts'
import type { MixDemand } from './mix-demand.ts'
import type { MixProblem, MixResult } from './schema.ts'
import { ASSUMED_SPREAD } from './spread-table.ts'

/** What a plan brings of everything that was demanded; left out when nothing was. */
export function tellMet(demands: readonly MixDemand[], members: readonly number[]): Pick<MixResult, 'met'> {
  if (demands.length === 0) return {}
  return { met: demands.map(({ name, kpi, asked, reachedBy }) => ({ constraint: name, kpi, asked, reached: reachedBy(members) })) }
}

/** A sentence per demand, and what was assumed of candidates that do not say enough. */
export function explainDemands(problem: MixProblem, met: MixResult['met'] = []): Localized[] {
  return met.flatMap((one) => [
    one.constraint === 'chance' ? tellChance(problem, one) : tellMinimum(one),
    ...tellSilent(problem, one.kpi),
    ...(one.constraint === 'chance' ? tellSpread(problem) : []),
  ])
}

type Met = NonNullable<MixResult['met']>[number]

function tellMinimum({ kpi, asked, reached }: Met): Localized {
  const { en, zh } = nameKpi(kpi)
  return say(
    `In ${en} the plan brings ${formatExact(reached)}; at least ${formatExact(asked)} was asked for.`,
    `方案的${zh}为 ${formatExact(reached)}，要求不低于 ${formatExact(asked)}。`,
  )
}

function tellChance({ chance }: MixProblem, { kpi, asked, reached }: Met): Localized {
  const { en, zh } = nameKpi(kpi)
  const [target, draws] = [formatExact(chance?.target ?? 0), formatExact(chance?.draws ?? 0)]
  return say(
    `The chance of at least ${target} in ${en} is ${formatShare(reached, 'en')} in ${draws} draws; at least ${formatShare(asked, 'en')} was asked for.`,
    `${zh}达到 ${target} 的概率为 ${formatShare(reached, 'zh')}（抽样 ${draws} 次），要求不低于 ${formatShare(asked, 'zh')}。`,
  )
}

function tellSilent({ candidates }: MixProblem, kpi: string): Localized[] {
  const silent = candidates.filter((candidate) => !carriesKpi(candidate, kpi)).length
  if (silent === 0) return []
  const { en, zh } = nameKpi(kpi)
  return [
    say(
      `${formatExact(silent)} of ${formatExact(candidates.length)} candidates do not say what they bring in ${en}; nothing of it is counted for them.`,
      `${formatExact(candidates.length)} 位候选达人中有 ${formatExact(silent)} 位未给出${zh}，该项不计入。`,
    ),
  ]
}

function tellSpread({ candidates, chance }: MixProblem): Localized[] {
  const silent = candidates.filter(({ sd }) => sd == null).length
  if (silent === 0 || chance?.kpi === 'count') return []
  return [
    say(
      `${formatExact(silent)} of ${formatExact(candidates.length)} candidates state no spread: ${ASSUMED_SPREAD.sd} of the logarithm is assumed, around what they state as the middle [A].`,
      `${formatExact(candidates.length)} 位候选达人中有 ${formatExact(silent)} 位未给出波动幅度：按对数标准差 ${ASSUMED_SPREAD.sd} 假设，以所给数值为中位 [A]。`,
    ),
  ]
}
