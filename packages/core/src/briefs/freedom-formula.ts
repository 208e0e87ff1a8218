import type { Localized } from '../shared/index.ts'
import type { FreedomDemand } from './freedom-demands.ts'
import type { FreedomCost, FreedomTable } from './freedom-table-schema.ts'
import { DEMAND_TEXTS } from './freedom-table.ts'

// A share of at most 1, a yes or no, or a number of things: each reads differently.
const COUNTED: readonly FreedomDemand[] = ['mustSay', 'shots', 'rounds']

function writeTerm({ name, weight, free, cap }: FreedomCost, language: 'en' | 'zh'): string {
  const sign = DEMAND_TEXTS[name].sign[language]
  const measured = name === 'verbatim' ? `min(1, ${sign})` : sign
  const beyond = free > 0 ? `max(0, ${measured} − ${free})` : measured
  const isCapped = COUNTED.includes(name) || cap < weight
  const limit = language === 'zh' ? `（≤ ${cap}）` : ` (≤ ${cap})`
  return ` − ${weight}·${beyond}${isCapped ? limit : ''}`
}

/** The formula with the numbers of this table, as it is printed beside the score. */
export function writeFormula({ costs }: FreedomTable): Localized {
  const terms = (language: 'en' | 'zh') => costs.map((row) => writeTerm(row, language)).join('')
  return { en: `F = 100${terms('en')}, floor 0`, zh: `F = 100${terms('zh')}，最低 0` }
}
