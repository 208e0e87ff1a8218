import { describe, expect, test } from 'vitest'
import { makeCampaign } from '../../campaigns/test/campaign-fixture.ts'
import { newAccount, newPost, type RelationshipFacts } from '../../creators/index.ts'
import { measureFit } from './measure-fit.ts'
import { joinPastWork, measureRelationship } from './measure-relationship.ts'

const COUNTS = {
  planned: 0,
  contracted: 0,
  delivered: 0,
  due: 0,
  onTime: 0,
  dated: 0,
  changesAsked: 0,
  changesRefused: 0,
  answered: 0,
  declined: 0,
}
const held = (onTime: number, dated: number, experiences: RelationshipFacts['experiences'] = []): RelationshipFacts => ({
  counts: { ...COUNTS, onTime, dated },
  experiences,
})
const AT = '2026-11-21T02:00:00.000Z'
const incident = (stance: 'agrees' | 'disputes' | null): RelationshipFacts['experiences'][number] => ({
  side: 'creator',
  kind: 'late',
  severity: 'serious',
  answer: stance === null ? null : { stance, words: '示例', from: 'creator', at: AT },
})

describe('working with us as a part of the fit', () => {
  test.each([
    { why: 'nothing held: unknown, not a half', facts: held(0, 0), value: null, completeness: 0 },
    { why: 'three days kept', facts: held(3, 3), value: 4 / 5, completeness: 0.6 },
    { why: 'three days missed', facts: held(0, 3), value: 1 / 5, completeness: 0.6 },
    { why: 'an incident both sides agree on', facts: held(3, 3, [incident('agrees')]), value: 4 / 7, completeness: 0.8 },
    { why: 'a disputed one weighs half', facts: held(3, 3, [incident('disputes')]), value: 4 / 6, completeness: 0.8 },
    { why: 'one side only weighs nothing', facts: held(3, 3, [incident(null)]), value: 4 / 5, completeness: 0.6 },
    { why: 'one side only is no evidence', facts: held(0, 0, [incident(null)]), value: null, completeness: 0 },
    { why: 'ten are evidence enough', facts: held(10, 10), value: 11 / 12, completeness: 1 },
  ])('$why', ({ facts, value, completeness }) => {
    const found = measureRelationship(facts)
    if (value === null) expect(found.value).toBeNull()
    else expect(found.value).toBeCloseTo(value, 12)
    expect(found.completeness).toBeCloseTo(completeness, 12)
  })

  test('prints the sum, and what only one side told', () => {
    const { because } = measureRelationship(held(2, 3, [incident('disputes'), incident(null)]))
    expect(because.en).toBe(
      'With us: 2 for (days kept, praise) and 2 against (days missed, incidents): (2 + 1) ÷ (4 + 2) = 0.50. 1 told by one side only: not counted.',
    )
    expect(because.zh).toBe(
      '与我方合作：正面 2（守时、表扬），负面 2（逾期、问题）：(2 + 1) ÷ (4 + 2) = 0.50。另有 1 条仅单方陈述，不计入。',
    )
  })
})

describe('posts and work with us together', () => {
  const part = (value: number | null, completeness: number) => ({ value, completeness, because: { en: 'a', zh: '甲' } })
  test.each([
    { why: 'nothing was read of us: as before', posts: part(0.4, 0.6), withUs: null, value: 0.4, completeness: 0.6 },
    { why: 'nothing is held of us: as before', posts: part(0.4, 0.6), withUs: part(null, 0), value: 0.4, completeness: 0.6 },
    { why: 'only us', posts: part(null, 0), withUs: part(0.8, 0.4), value: 0.8, completeness: 0.4 },
    { why: 'both, by their evidence', posts: part(0.4, 0.6), withUs: part(0.8, 0.2), value: 0.5, completeness: 0.8 },
    { why: 'evidence is at most all', posts: part(0.5, 1), withUs: part(0.5, 1), value: 0.5, completeness: 1 },
    { why: 'neither', posts: part(null, 0), withUs: part(null, 0), value: null, completeness: 0 },
  ])('$why', ({ posts, withUs, value, completeness }) => {
    const found = joinPastWork(posts, withUs)
    if (value === null) expect(found.value).toBeNull()
    else expect(found.value).toBeCloseTo(value, 12)
    expect(found.completeness).toBeCloseTo(completeness, 12)
  })

  test('an agreed incident lowers the fit of the next campaign, a one-sided one does not', () => {
    const account = newAccount({
      platform: 'douyin',
      accountId: 'k1',
      posts: [10, 20, 30].map((views, at) => newPost({ postId: `e${at}`, sponsored: false, views })),
    })
    const fitWith = (relationship: RelationshipFacts) =>
      measureFit({ account, vetting: null, price: null, reference: null, relationship }, makeCampaign()).score ?? Number.NaN
    expect(fitWith(held(3, 3, [incident('agrees')]))).toBeLessThan(fitWith(held(3, 3)))
    expect(fitWith(held(3, 3, [incident(null)]))).toBe(fitWith(held(3, 3)))
  })
})
