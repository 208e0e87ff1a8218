import { describe, expect, test } from 'vitest'
import { say, type Language } from '@kolibra/core/shared'
import { z } from 'zod'
import { describeIssue } from './describe-issue.ts'

const schema = z.object({
  budgetFen: z.number().int().positive(),
  goal: z.object({ kpis: z.array(z.string()) }),
  stage: z.enum(['new', 'established']),
})
const GOOD = { budgetFen: 1, goal: { kpis: ['a'] }, stage: 'new' }
const tell = (value: unknown, language: Language = 'en') => {
  const [issue] = schema.safeParse(value).error?.issues ?? []
  return issue === undefined ? null : describeIssue(issue, say('the document', '整个文件'))[language]
}

describe('a field that does not fit, in words', () => {
  test.each([
    { value: GOOD, says: null },
    { value: { ...GOOD, budgetFen: undefined }, says: 'budgetFen is missing' },
    { value: { ...GOOD, budgetFen: '300k' }, says: 'budgetFen should be a number, not a string' },
    { value: { ...GOOD, budgetFen: 0 }, says: 'budgetFen: too small: expected number to be >0' },
    { value: { ...GOOD, goal: { kpis: ['a', 3] } }, says: 'goal.kpis.1 should be a string, not a number' },
    { value: { ...GOOD, stage: 'famous' }, says: 'stage: invalid option: expected one of "new"|"established"' },
    { value: [], says: 'the document should be an object, not an array' },
    { value: undefined, says: 'the document is missing' },
  ])('$says', ({ value, says }) => {
    expect(tell(value)).toBe(says)
  })
})

describe('the same in Chinese', () => {
  test.each([
    { value: { ...GOOD, budgetFen: undefined }, says: 'budgetFen：缺失' },
    { value: { ...GOOD, budgetFen: '300k' }, says: 'budgetFen：应为数字，而不是文本' },
    { value: { ...GOOD, budgetFen: 0 }, says: 'budgetFen：须大于 0' },
    { value: { ...GOOD, stage: 'famous' }, says: 'stage：须为以下之一：new、established' },
    { value: [], says: '整个文件：应为对象，而不是列表' },
  ])('$says', ({ value, says }) => expect(tell(value, 'zh')).toBe(says))
})
