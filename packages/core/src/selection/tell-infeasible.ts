import type { Campaign } from '../campaigns/index.ts'
import { tellClash } from '../planning/index.ts'
import { say, type Localized } from '../shared/index.ts'
import type { Pool } from './list-candidates.ts'
import type { PlanResult } from './schema.ts'

type Barred = NonNullable<NonNullable<PlanResult['infeasible']>['barred']>

const UNHEARD_OF = {
  because: say('not among the creators weighed.', '不在参与测算的达人之中。'),
  fix: say(
    'Import the creator, add them to the list that is planned from, or check the id.',
    '请导入该达人、将其加入所用名单，或核对 ID。',
  ),
}

/** The must-haves that no mix can hold, each with the reason and what would let it in. */
export function listBarred({ mustHave }: Campaign, { candidates, left }: Pool): Barred {
  const members = new Set(candidates.map(({ id }) => id))
  return [...new Set(mustHave)].flatMap((id) => {
    if (members.has(id)) return []
    const { because, fix } = left.find((one) => one.id === id) ?? UNHEARD_OF
    return [{ id, because, fix }]
  })
}

/**
 * Why there is no plan, as sentences: each must-have that is barred with its reason and way out, then what clashes.
 * @param nameOf what a creator is called; the id itself by default
 */
export function tellInfeasible(plan: Pick<PlanResult, 'because' | 'becauseZh' | 'infeasible'>, nameOf = (id: string) => id): Localized[] {
  const { infeasible } = plan
  if (infeasible === null) return []
  const { barred = [], clash } = infeasible
  const isBarred = new Set(barred.map(({ id }) => `mustHave.${id}`))
  const isAllBarred = barred.length > 0 && clash.every((constraint) => isBarred.has(constraint))
  return [
    ...barred.map(({ id, because, fix }) =>
      say(
        `${nameOf(id)} is a must-have and cannot be in any plan: ${because.en} ${fix.en} Or plan without this must-have.`,
        `${nameOf(id)} 已列为必选，但任何方案都无法纳入：${because.zh}${fix.zh}也可以取消该必选后重新规划。`,
      ),
    ),
    ...(isAllBarred ? [] : tellClash(infeasible, nameOf)),
  ]
}
