import { CATEGORY_NAMES_ZH, nameZh, say } from '../../shared/index.ts'
import type { Conflict, ConflictFacts, ConflictQuestion } from './conflict-facts.ts'
import { ADULT_CATEGORIES, AGE_SENSITIVE_CATEGORIES, OF_AGE, YOUNGEST_ENDORSER } from './conflict-table.ts'

/** An age as people and platforms write it: `25-34`, `<18`, `18+`, `17`, `9岁`; in whole years, both included. Null: it says no age. */
export function readAge(band: string | null): { readonly from: number; readonly to: number } | null {
  const text = (band ?? '').normalize('NFKC').replaceAll(/[\s岁]/g, '')
  const [, low, high] = /^(\d{1,3})[-–~](\d{1,3})$/.exec(text) ?? []
  if (low !== undefined && high !== undefined && Number(low) <= Number(high)) return { from: Number(low), to: Number(high) }
  const below = /^<(\d{1,3})$/.exec(text)?.[1]
  if (below !== undefined) return { from: 0, to: Number(below) - 1 }
  const above = /^(?:>(\d{1,3})|(\d{1,3})(?:\+|以上))$/.exec(text)
  if (above !== null) return { from: above[1] === undefined ? Number(above[2]) : Number(above[1]) + 1, to: Infinity }
  return /^\d{1,3}$/.test(text) ? { from: Number(text), to: Number(text) } : null
}

/** Whether the creator is old enough for what is advertised; where age decides and is not known, that it is not known. */
export function checkAge({ account }: ConflictFacts, { category }: ConflictQuestion): Conflict[] {
  const age = readAge(account.person.ageBand)
  const named = nameZh(CATEGORY_NAMES_ZH, category)
  if (age !== null && age.to < YOUNGEST_ENDORSER)
    return [
      {
        kind: 'child',
        because: say(
          `The creator is under ${YOUNGEST_ENDORSER} (${account.person.ageBand}); the Advertising Law allows no endorser of that age (art. 38).`,
          `达人不满 ${YOUNGEST_ENDORSER} 周岁（${account.person.ageBand}）；《广告法》第三十八条规定不得作为代言人。`,
        ),
        fix: say('Choose another creator.', '请更换达人。'),
      },
    ]
  if (age !== null && age.to < OF_AGE && ADULT_CATEGORIES.includes(category))
    return [
      {
        kind: 'minor',
        because: say(
          `The creator is a minor (${account.person.ageBand}), and category ${category} is not for minors.`,
          `达人为未成年人（${account.person.ageBand}），不宜推广「${named}」类商品。`,
        ),
        fix: say('Choose another creator.', '请更换达人。'),
      },
    ]
  const isSettled = age !== null && (age.from >= OF_AGE || age.to < OF_AGE)
  if (isSettled || !AGE_SENSITIVE_CATEGORIES.includes(category)) return []
  return [
    {
      kind: 'age',
      because: say(`The creator’s age is not known, and category ${category} depends on it.`, `达人年龄未知，而「${named}」类与年龄有关。`),
      fix: say('Ask the creator and enter the age band.', '请向达人确认并填写年龄段。'),
    },
  ]
}
