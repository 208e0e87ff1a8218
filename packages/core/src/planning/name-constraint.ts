import { formatExact, formatFen, formatShare, nameZh, PLATFORM_NAMES_ZH, say, TYPE_NAMES_ZH, type Localized } from '../shared/index.ts'
import { nameKpi } from './kpi-names.ts'

// Maps and nameZh, not plain look-ups: a group may be called "constructor".
const FIELDS: ReadonlyMap<string, Localized> = new Map([
  ['minCount', say('the minimum number of', '最少人数')],
  ['maxCount', say('the maximum number of', '最多人数')],
  ['minShare', say('the minimum budget share of', '最低预算占比')],
  ['maxShare', say('the maximum budget share of', '最高预算占比')],
])
const WHOLE: ReadonlyMap<string, Localized> = new Map([
  ['conflicts', say('the conflicts between creators', '互斥关系')],
  ['budgetFen', say('the budget', '总预算')],
  ['minimum.value', say('the minimum value', '最低总价值')],
  ['chance', say('the chance of the target', '达成目标的概率')],
  ['chance.target', say('the target of the chance', '概率所对应的目标值')],
])
const LISTS: ReadonlyMap<string, Localized> = new Map([
  ['never', say('never', '「不合作」名单中的')],
  ['mustHave', say('must-have', '「必选」名单中的')],
])

const TYPE_NAMES_EN: Readonly<Record<string, string>> = { celebrity: 'celebrities', kol: 'KOLs', micro: 'micro KOLs', koc: 'KOCs' }

const GROUP_NAMES_ZH: Readonly<Record<string, string>> = { ...PLATFORM_NAMES_ZH, ...TYPE_NAMES_ZH }

const CATEGORY = 'category '
const MINIMUM_KPI = 'minimum.kpis.'

/** A group of the mix: a creator type, a platform, types joined by "or"; what has no name stays as it is. */
function nameGroup(group: string): Localized {
  if (group.startsWith(CATEGORY)) return say(`creators on ${group.slice(CATEGORY.length)}`, `「${group.slice(CATEGORY.length)}」类达人`)
  const parts = group.split(' or ')
  return say(parts.map((part) => nameZh(TYPE_NAMES_EN, part)).join(' or '), parts.map((part) => nameZh(GROUP_NAMES_ZH, part)).join('或'))
}

/**
 * What people call a constraint that `infeasible` names: `micro.minCount`, `never.a1`, `budgetFen`.
 * @param nameOf what the candidate of a list is called; the id itself by default
 */
export function nameConstraint(constraint: string, nameOf = (id: string) => id): Localized {
  const whole = WHOLE.get(constraint)
  if (whole !== undefined) return whole
  if (constraint.startsWith(MINIMUM_KPI)) {
    const { en, zh } = nameKpi(constraint.slice(MINIMUM_KPI.length))
    return say(`the minimum of ${en}`, `最低${zh}`)
  }
  const [first = '', ...rest] = constraint.split('.')
  const list = LISTS.get(first)
  const id = rest.join('.')
  if (list !== undefined && id !== '') return say(`${list.en} ${nameOf(id)}`, `${list.zh} ${nameOf(id)}`)
  const at = constraint.lastIndexOf('.')
  const field = FIELDS.get(constraint.slice(at + 1))
  const group = nameGroup(constraint.slice(0, Math.max(0, at)))
  return field === undefined ? say(constraint, constraint) : say(`${field.en} ${group.en}`, `${group.zh}${field.zh}`)
}

/** An amount of a constraint: fen as money, shares as percent, counts grouped. */
export function tellAmount(constraint: string, amount: number | null): Localized {
  if (amount === null) return say('none', '无')
  if (constraint === 'budgetFen') return say(formatFen(amount, 'en'), formatFen(amount, 'zh'))
  if (constraint.endsWith('Share') || constraint === 'chance') return say(formatShare(amount, 'en'), formatShare(amount, 'zh'))
  return say(formatExact(amount), formatExact(amount))
}
