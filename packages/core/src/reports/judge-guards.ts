import { GUARDS, nameGuard, type FrozenGoal, type GuardRail } from '../campaigns/index.ts'
import { say, shanghaiDay } from '../shared/index.ts'
import { NO_SOURCE, readCaveat, readSource, reported, type Reported } from './reported.ts'
import type { Report } from './schema.ts'
import { isWholeSum } from './sum-reported.ts'

type Guarded = NonNullable<Report['guardRails']>[number]

/** The headline number that says how a guard-rail stands, found by its unit; the others come from shop and comments. */
const UNIT_OF: Readonly<Partial<Record<GuardRail['metric'], string>>> = {
  cpm: 'CNY per 1000 views',
  cpv: 'CNY per 1000 views',
  cpe: 'CNY per interaction',
  views: 'views',
}

function measureGuard({ metric }: GuardRail, numbers: readonly Reported[], now: string): Reported {
  const { name, unit, formula, from } = GUARDS[metric]
  const known = numbers.find((number) => number.unit === UNIT_OF[metric])
  if (known === undefined) {
    const because =
      from === 'comments'
        ? say('no comments were judged yet', '尚未分析评论')
        : say('no orders with refunds were brought in yet', '尚未导入含退款的订单')
    return reported({ label: name, unit, value: null, source: NO_SOURCE, formula, asOf: now, because })
  }
  return reported({
    label: nameGuard(metric, 'agreed'),
    unit,
    value: known.value === null ? null : known.value / (metric === 'cpv' ? 1000 : 1),
    source: readSource(known),
    formula,
    asOf: known.asOf,
    because: readCaveat(known),
  })
}

/** What only grows as more becomes known; costs per result move both ways. */
const ONLY_GROWS: readonly GuardRail['metric'][] = ['views']

/** A part of a sum may settle early what more of it cannot undo; for the rest the whole has to be known, and for what may still come the campaign over. */
function decideGuard({ metric, bound, value: limit }: GuardRail, actual: Reported, isOver: boolean): Guarded['verdict'] {
  if (actual.value === null) return 'unknown'
  const holds = bound === 'atMost' ? actual.value <= limit : actual.value >= limit
  const verdict = holds ? 'kept' : 'broken'
  if (!ONLY_GROWS.includes(metric)) return isWholeSum(actual) ? verdict : 'unknown'
  const isSettled = holds === (bound === 'atLeast')
  return isSettled || (isOver && isWholeSum(actual)) ? verdict : 'unknown'
}

/** Whether each guard-rail of the goal held. `frozen` null: there is no rule to judge by, so it is unknown. `ends`: last Shanghai day of the campaign. */
export function judgeGuards(
  rails: readonly GuardRail[],
  { frozen, numbers, ends, now }: { frozen: Pick<FrozenGoal, 'hash'> | null; numbers: readonly Reported[]; ends: string; now: string },
): Guarded[] {
  const isOver = shanghaiDay(Date.parse(now)) > ends
  return rails.map((rail) => {
    const { metric, bound, value: limit, unit, source } = rail
    const actual = measureGuard(rail, numbers, now)
    const verdict = frozen === null ? 'unknown' : decideGuard(rail, actual, isOver)
    return { metric, bound, limit, unit, source, actual, verdict }
  })
}
