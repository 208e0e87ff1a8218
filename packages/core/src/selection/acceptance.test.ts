import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeAccount, makeMetric } from '../planning/test/make-account.ts'
import { acceptanceOf } from './acceptance.ts'
import { ACCEPTANCE } from './assumption-table.ts'

const replyRate = (value: number) => makeMetric('replyRate', value, { unit: 'share', source: 'pugongying.detail' })

const history = (invited: number, accepted: number) => new Map([['a', { invited, accepted }]])

describe('P(accepts)', () => {
  test.each([
    { why: 'by type when nothing is known', type: 'micro' as const, facts: {}, p: 0.7, basis: 'type' },
    { why: 'a type that is unknown has a row of its own', type: null, facts: {}, p: 0.5, basis: 'unset' },
    { why: 'the campaign may set its own', type: 'micro' as const, facts: { byType: { micro: 0.4 } }, p: 0.4, basis: 'type' },
    { why: 'own answers with the type as four more', type: 'micro' as const, facts: { history: history(6, 6) }, p: 0.88, basis: 'own' },
    { why: 'never asked is no history', type: 'micro' as const, facts: { history: history(0, 0) }, p: 0.7, basis: 'type' },
    {
      why: 'a yes to this plan is a yes',
      type: 'koc' as const,
      facts: { accepted: ['a'], history: history(9, 0) },
      p: 1,
      basis: 'answered',
    },
  ])('$why', ({ type, facts, p, basis }) => {
    const found = acceptanceOf(makeAccount({ accountId: 'a' }), type, facts)
    expect(found).toMatchObject({ basis, n: basis === 'own' ? 6 : null })
    expect(found.p).toBeCloseTo(p, 12)
  })

  test('the 48-hour response rate stands before the table, own history before it', () => {
    const account = makeAccount({ accountId: 'a', metrics: [replyRate(0.5)] })
    expect(acceptanceOf(account, 'micro')).toMatchObject({ p: 0.5 * ACCEPTANCE.micro.answered, basis: 'response' })
    expect(acceptanceOf(account, 'micro', { history: history(2, 1) })).toMatchObject({ basis: 'own', n: 2 })
  })

  test('a rate that is no share counts as unknown', () => {
    expect(acceptanceOf(makeAccount({ accountId: 'a', metrics: [replyRate(50)] }), 'koc')).toMatchObject({ p: 0.85, basis: 'type' })
  })

  test('every assumption is marked', () => {
    for (const type of ['celebrity', 'kol', 'micro', 'koc', null] as const) {
      const { because } = acceptanceOf(makeAccount({ accountId: 'a' }), type)
      expect(because.en).toContain('[A]')
      expect(because.zh).toContain('[A]')
    }
  })

  test('property: stays a chance, and one more yes never lowers it', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.constantFrom('celebrity', 'kol', 'micro', 'koc', null), (no, yes, type) => {
        const at = (accepted: number) =>
          acceptanceOf(makeAccount({ accountId: 'a' }), type, { history: history(no + accepted, accepted) }).p
        expect(at(yes)).toBeGreaterThanOrEqual(0)
        expect(at(yes + 1)).toBeLessThanOrEqual(1)
        expect(at(yes + 1)).toBeGreaterThanOrEqual(at(yes))
      }),
    )
  })
})
