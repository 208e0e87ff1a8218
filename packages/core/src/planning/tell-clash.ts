import { say, type Localized } from '../shared/index.ts'
import { nameConstraint, tellAmount } from './name-constraint.ts'
import type { MixResult } from './schema.ts'

/**
 * Why no mix meets the constraints and which single change would help, as sentences.
 * @param nameOf what a candidate of a list (`mustHave.ID`) is called; the id itself by default
 */
export function tellClash(refusal: NonNullable<MixResult['infeasible']>, nameOf = (id: string) => id): Localized[] {
  const { clash, smallest, together = [], isProven = false } = refusal
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
    ...(together.length === 0 ? [] : [tellTogether(together, nameOf)]),
  ]
}

type Change = NonNullable<MixResult['infeasible']>['smallest'][number]

/** Changes that help only when all are made, in one sentence. */
function tellTogether(changes: readonly Change[], nameOf: (id: string) => string): Localized {
  const parts = changes.map(({ constraint, from, to }) => {
    const name = nameConstraint(constraint, nameOf)
    if (to === null) return say(`without ${name.en}`, `去掉${name.zh}`)
    const [before, after] = [tellAmount(constraint, from), tellAmount(constraint, to)]
    return say(`with ${name.en} at ${after.en} instead of ${before.en}`, `把${name.zh}从 ${before.zh} 改为 ${after.zh}`)
  })
  return say(
    `No single change helps. It would work ${parts.map(({ en }) => en).join(' and ')}.`,
    `单独放宽任何一项都不够。同时${parts.map(({ zh }) => zh).join('、')}即可。`,
  )
}
