import { weighRelationship, type RelationshipFacts } from '../../creators/index.ts'
import { formatExact, say } from '../../shared/index.ts'
import type { MeasuredPart } from './combine-fit.ts'

/** So many kept days, praises and incidents are evidence enough [A], as many as sponsored posts. */
const ENOUGH = 5

/**
 * How working with us went: (good + 1) ÷ (good + bad + 2), where good are kept days and praise, bad missed days and incidents by severity and
 * by whether both sides spoke. Unknown while none of it is held.
 */
export function measureRelationship(facts: RelationshipFacts): MeasuredPart {
  const { good, bad, n, oneSided } = weighRelationship(facts)
  const waiting =
    oneSided === 0 ? say('', '') : say(` ${oneSided} told by one side only: not counted.`, `另有 ${oneSided} 条仅单方陈述，不计入。`)
  if (n === 0)
    return {
      value: null,
      completeness: 0,
      because: say(`Nothing is held of working with us.${waiting.en}`, `没有与我方合作的记录。${waiting.zh}`),
    }
  const value = (good + 1) / (good + bad + 2)
  const sum = `(${formatExact(good)} + 1) ÷ (${formatExact(good + bad)} + 2) = ${value.toFixed(2)}`
  return {
    value,
    completeness: Math.min(1, n / ENOUGH),
    because: say(
      `With us: ${formatExact(good)} for (days kept, praise) and ${formatExact(bad)} against (days missed, incidents): ${sum}.${waiting.en}`,
      `与我方合作：正面 ${formatExact(good)}（守时、表扬），负面 ${formatExact(bad)}（逾期、问题）：${sum}。${waiting.zh}`,
    ),
  }
}

/** Sponsored posts and work with us as one part: the mean weighted by the evidence of each, which adds up to at most all. */
export function joinPastWork(posts: MeasuredPart, withUs: MeasuredPart | null): MeasuredPart {
  if (withUs === null) return posts
  const known = [posts, withUs].flatMap(({ value, completeness }) => (value === null ? [] : [{ value, completeness }]))
  const evidence = known.reduce((sum, { completeness }) => sum + completeness, 0)
  return {
    value: evidence > 0 ? known.reduce((sum, { value, completeness }) => sum + value * completeness, 0) / evidence : null,
    completeness: Math.min(1, evidence),
    because: say(`${posts.because.en} ${withUs.because.en}`, `${posts.because.zh}${withUs.because.zh}`),
  }
}
