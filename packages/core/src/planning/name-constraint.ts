import { formatExact, formatFen, formatShare, PLATFORM_NAMES_ZH, TYPE_NAMES_ZH } from '../shared/index.ts'

const FIELDS_ZH: Readonly<Record<string, string>> = {
  minCount: '最少人数',
  maxCount: '最多人数',
  minShare: '最低预算占比',
  maxShare: '最高预算占比',
}
const WHOLE_ZH: Readonly<Record<string, string>> = { conflicts: '互斥关系', budgetFen: '总预算', 'minimum.value': '最低总价值' }
const LISTS_ZH: Readonly<Record<string, string>> = { never: '「不合作」名单中的', mustHave: '「必选」名单中的' }

/** A group of the mix in Chinese: a creator type, a platform, types joined by "or"; what has no name stays as it is. */
function nameGroupZh(group: string): string {
  return group
    .split(' or ')
    .map((part) => TYPE_NAMES_ZH[part] ?? PLATFORM_NAMES_ZH[part] ?? part)
    .join('或')
}

/** The Chinese name of a constraint as `explainClash` writes it: `micro.minCount`, `never.a1`, `budgetFen`. */
export function nameConstraintZh(constraint: string): string {
  const whole = WHOLE_ZH[constraint]
  if (whole !== undefined) return whole
  const [list = '', ...id] = constraint.split('.')
  if (LISTS_ZH[list] !== undefined && id.length > 0) return `${LISTS_ZH[list]} ${id.join('.')}`
  const at = constraint.lastIndexOf('.')
  const field = FIELDS_ZH[constraint.slice(at + 1)]
  return field === undefined ? constraint : `${nameGroupZh(constraint.slice(0, at))}${field}`
}

/** An amount of a constraint in Chinese: fen as yuan, shares as percent, counts grouped. */
export function tellAmountZh(constraint: string, amount: number | null): string {
  if (amount === null) return '无'
  if (constraint === 'budgetFen') return formatFen(amount, 'zh')
  return constraint.endsWith('Share') ? formatShare(amount, 'zh') : formatExact(amount)
}
