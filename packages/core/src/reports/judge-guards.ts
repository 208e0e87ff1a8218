import { GUARDS, type FrozenGoal, type GuardRail } from '../campaigns/index.ts'
import { say } from '../shared/index.ts'
import { NO_SOURCE, readCaveat, readSource, reported, type Reported } from './reported.ts'
import type { Report } from './schema.ts'

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
    label: name,
    unit,
    value: known.value === null ? null : known.value / (metric === 'cpv' ? 1000 : 1),
    source: readSource(known),
    formula,
    asOf: known.asOf,
    because: readCaveat(known),
  })
}

/** Whether each guard-rail of the goal held. `frozen` null: there is no rule to judge by, so it is unknown. */
export function judgeGuards(
  rails: readonly GuardRail[],
  { frozen, numbers, now }: { frozen: Pick<FrozenGoal, 'hash'> | null; numbers: readonly Reported[]; now: string },
): Guarded[] {
  return rails.map((rail) => {
    const { metric, bound, value: limit, unit, source } = rail
    const actual = measureGuard(rail, numbers, now)
    const holds = actual.value === null ? null : bound === 'atMost' ? actual.value <= limit : actual.value >= limit
    const verdict = frozen === null || holds === null ? 'unknown' : holds ? 'kept' : 'broken'
    return { metric, bound, limit, unit, source, actual, verdict }
  })
}
