import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeBrief } from './test/brief-fixture.ts'
import { applyTemplate, checkBrief, computeFreedom, diffBriefs, GOAL_TEMPLATES, PLATFORM_TEMPLATES, type BriefTemplate } from './index.ts'

const ALL: BriefTemplate[] = [...Object.values(GOAL_TEMPLATES), ...Object.values(PLATFORM_TEMPLATES)]
const blank = { zh: '', en: '' }
const bare = makeBrief({ goal: blank, usageRights: blank, paymentTerms: blank, mustSay: [], mustNot: [] })

describe('a template', () => {
  test.each(ALL)('$id says both languages alike and contradicts nothing', (template) => {
    const codes = checkBrief(applyTemplate(makeBrief({ mustSay: [], mustNot: [] }), template), { kind: 'brief', id: 'b' })
    expect(codes.map(({ code, because }) => `${code} ${because.en}`)).toEqual([])
  })

  test.each(ALL)('$id leaves the creator at least 90 of 100', (template) => {
    expect(computeFreedom(applyTemplate(bare, template)).score).toBeGreaterThanOrEqual(90)
  })

  test('fills what is empty', () => {
    const filled = applyTemplate(bare, GOAL_TEMPLATES.product)
    expect(filled.goal.zh).toContain('了解这款产品')
    expect(filled.mustSay.map(({ weight }) => weight)).toEqual(['must', 'must', 'should'])
    expect(filled.reviewSteps.map(({ id }) => id)).toEqual(['r1', 'r2'])
  })

  const anyTemplate = fc.constantFrom(...ALL)
  test('property: what a person wrote is never touched, and twice is once', () => {
    fc.assert(
      fc.property(anyTemplate, anyTemplate, fc.boolean(), (first, second, isBare) => {
        const brief = isBare ? bare : makeBrief()
        const once = applyTemplate(applyTemplate(brief, first), second)
        expect(applyTemplate(applyTemplate(once, first), second)).toEqual(once)
        const lost = diffBriefs(brief, once).filter(({ kind, before }) => kind === 'removed' || (before?.text?.zh ?? '') !== '')
        expect(lost).toEqual([])
      }),
    )
  })
})
