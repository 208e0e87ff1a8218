import { say, type Localized } from '../shared/index.ts'
import { nameConstraint, tellAmount } from './name-constraint.ts'
import type { MixResult } from './schema.ts'

/**
 * Why no mix meets the constraints and which single change would help, as sentences.
 * @param nameOf what a candidate of a list (`mustHave.ID`) is called; the id itself by default
 */
export function tellClash(refusal: NonNullable<MixResult['infeasible']>, nameOf = (id: string) => id): Localized[] {
  const { clash, smallest, isProven = false } = refusal
  const names = clash.map((constraint) => nameConstraint(constraint, nameOf))
  const en = names.map((name) => name.en).join(' and ')
  const zh = names.map((name) => name.zh).join('、')
  const isAlone = clash.length === 1
  return [
    isProven && isAlone
      ? say(`No mix meets ${en}.`, `没有组合能满足${zh}。`)
      : isProven
        ? say(`No mix meets all constraints: ${en} clash.`, `没有组合能同时满足所有约束：${zh}相互冲突。`)
        : say(`No mix that meets all constraints was found: ${en} seem to clash.`, `未找到能同时满足所有约束的组合：${zh}似有冲突。`),
    ...smallest.map(({ constraint, from, to }) => {
      const name = nameConstraint(constraint, nameOf)
      if (to === null) return say(`It would work without ${name.en}.`, `去掉${name.zh}即可。`)
      const [before, after] = [tellAmount(constraint, from), tellAmount(constraint, to)]
      return say(
        `It would work with ${name.en} at ${after.en} instead of ${before.en}.`,
        `把${name.zh}从 ${before.zh} 改为 ${after.zh} 即可。`,
      )
    }),
  ]
}
