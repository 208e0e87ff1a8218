import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answerInputSchema,
  checkAnswer,
  checkExperience,
  countRelationship,
  EXPERIENCE_KINDS,
  EXPERIENCE_RULES,
  experienceInputSchema,
  isExperienceKind,
  isPraise,
  standingOf,
  weighRelationship,
  type RelationshipFacts,
  type WorkCounts,
} from '../index.ts'

const INPUT = { campaignId: null, side: 'creator', kind: 'late', severity: 'minor', on: '2026-11-20', words: '晚了两天', evidence: null }
const NONE: WorkCounts = {
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
type One = RelationshipFacts['experiences'][number]
const AT = '2026-11-21T02:00:00.000Z'
const agreed: One['answer'] = { stance: 'agrees', words: '确实晚了', from: 'creator', at: AT }
const disputed: One['answer'] = { stance: 'disputes', words: '产品到得晚', from: 'creator', at: AT }
const late = (change: Partial<One> = {}): One => ({ side: 'creator', kind: 'late', severity: 'minor', answer: null, ...change })
const praise: One = { side: 'creator', kind: 'praise', severity: null, answer: null }
const weigh = (experiences: readonly One[], counts: Partial<WorkCounts> = {}) =>
  weighRelationship({ counts: { ...NONE, ...counts }, experiences })

describe('an experience as it is recorded', () => {
  test.each([
    ['as it is', {}, []],
    ['praise has no severity', { kind: 'praise', severity: null }, []],
    ['praise with a severity', { kind: 'praise' }, ['severity']],
    ['an incident without severity', { severity: null }, ['severity']],
    ['the desk pays late', { side: 'desk', kind: 'paid_late' }, []],
    ['a creator does not pay', { kind: 'paid_late' }, ['kind']],
    ['a desk leaves out no label', { side: 'desk', kind: 'label_missing' }, ['kind']],
    ['without words', { words: '  ' }, ['words']],
    ['on a day no calendar has', { on: '2026-02-30' }, ['on']],
    ['of a kind nobody knows', { kind: 'rumour' }, ['kind']],
  ])('%s', (_, change, fields) => {
    const parsed = experienceInputSchema.safeParse({ ...INPUT, ...change })
    expect(parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => path[0]))]).toEqual(fields)
  })

  test('has happened: tomorrow is refused by name', () => {
    expect(checkExperience({ on: '2026-11-27' }, '2026-11-27').ok).toBe(true)
    expect(checkExperience({ on: '2026-11-28' }, '2026-11-27')).toMatchObject({ refusals: [{ code: 'experience.not_yet' }] })
  })

  test('either side can have failed, and either can be praised', () => {
    for (const side of ['creator', 'desk'] as const) {
      const kinds = Object.values(EXPERIENCE_RULES).filter(({ sides }) => sides.some((one) => one === side))
      expect(new Set(kinds.map((rule) => rule.isPraise))).toEqual(new Set([true, false]))
    }
  })
})

describe('the other side’s word', () => {
  test.each([
    ['nobody has answered, the creator does', null, 'creator', true],
    ['nobody has answered, the desk writes it down', null, 'desk', true],
    ['the creator says it themselves after the desk wrote it down', { ...agreed, from: 'desk' as const }, 'creator', true],
    ['the desk writes over the creator’s own word', agreed, 'desk', false],
    ['the creator answers twice', agreed, 'creator', false],
    ['the desk writes it down twice', { ...agreed, from: 'desk' as const }, 'desk', false],
  ] as const)('%s', (_, answer, from, isKept) => {
    const checked = checkAnswer({ answer }, from)
    expect(checked.ok).toBe(isKept)
    if (!checked.ok) expect(checked.refusals[0]?.code).toBe('experience.answered')
  })

  test('needs a stance and words', () => {
    expect(answerInputSchema.safeParse({ stance: 'agrees', words: '是的' }).success).toBe(true)
    expect(answerInputSchema.safeParse({ stance: 'agrees', words: '' }).success).toBe(false)
    expect(answerInputSchema.safeParse({ stance: 'perhaps', words: '是的' }).success).toBe(false)
  })

  test.each([
    [null, 'one_sided'],
    [agreed, 'agreed'],
    [disputed, 'disputed'],
  ] as const)('%j: %s', (answer, standing) => {
    expect(standingOf({ answer })).toBe(standing)
  })
})

describe('what weighs', () => {
  test.each([
    { why: 'nothing held', experiences: [], counts: {}, good: 0, bad: 0, n: 0, oneSided: 0 },
    { why: 'kept and missed days', experiences: [], counts: { onTime: 2, dated: 3 }, good: 2, bad: 1, n: 3, oneSided: 0 },
    { why: 'praise', experiences: [praise], counts: {}, good: 1, bad: 0, n: 1, oneSided: 0 },
    { why: 'what only one side says weighs nothing', experiences: [late()], counts: {}, good: 0, bad: 0, n: 0, oneSided: 1 },
    { why: 'agreed', experiences: [late({ answer: agreed })], counts: {}, good: 0, bad: 1, n: 1, oneSided: 0 },
    { why: 'disputed: half', experiences: [late({ answer: disputed })], counts: {}, good: 0, bad: 0.5, n: 1, oneSided: 0 },
    { why: 'serious', experiences: [late({ severity: 'serious', answer: agreed })], counts: {}, good: 0, bad: 2, n: 1, oneSided: 0 },
    { why: 'grave', experiences: [late({ severity: 'grave', answer: agreed })], counts: {}, good: 0, bad: 4, n: 1, oneSided: 0 },
    {
      why: 'the desk’s own failing is not the creator’s',
      experiences: [late({ side: 'desk', answer: agreed })],
      counts: {},
      good: 0,
      bad: 0,
      n: 0,
      oneSided: 0,
    },
    {
      why: 'a refused change is a right, not a fault',
      experiences: [],
      counts: { changesAsked: 3, changesRefused: 3 },
      good: 0,
      bad: 0,
      n: 0,
      oneSided: 0,
    },
  ])('$why', ({ experiences, counts, good, bad, n, oneSided }) => {
    expect(weigh(experiences, counts)).toEqual({ good, bad, n, oneSided })
  })

  test('property: another incident never speaks for the creator, and praise never against', () => {
    const answer = fc.constantFrom(null, agreed, disputed)
    const one = fc.record({
      side: fc.constantFrom('creator' as const, 'desk' as const),
      severity: fc.constantFrom('minor' as const, 'grave' as const),
      answer,
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), one, (list, added) => {
        const all = list.map((row) => late(row))
        const [before, after, praised] = [weigh(all), weigh([...all, late(added)]), weigh([...all, praise])]
        expect(after.good).toBe(before.good)
        expect(after.bad).toBeGreaterThanOrEqual(before.bad)
        expect([praised.good - before.good, praised.bad]).toEqual([1, before.bad])
      }),
    )
  })
})

describe('the numbers of a relationship', () => {
  test('are unknown where nothing is held, never nought', () => {
    expect(countRelationship({ counts: NONE, experiences: [] }).map(({ k, n }) => [k, n])).toEqual(
      Array.from({ length: 7 }, () => [null, 0]),
    )
  })

  test('each is k of n with its source in both languages', () => {
    const counts = {
      ...NONE,
      planned: 4,
      contracted: 3,
      delivered: 2,
      due: 3,
      onTime: 1,
      dated: 2,
      changesAsked: 5,
      answered: 2,
      declined: 1,
    }
    const numbers = countRelationship({ counts, experiences: [praise, late(), late({ side: 'desk' })] })
    expect(Object.fromEntries(numbers.map(({ code, k, n }) => [code, [k, n]]))).toEqual({
      agreed: [3, 4],
      delivered: [2, 3],
      onTime: [1, 2],
      refused: [0, 5],
      declined: [1, 2],
      praised: [1, 2],
      incidents: [1, 2],
    })
    expect(numbers.every(({ source }) => source.en !== '' && /\p{Script=Han}/u.test(source.zh))).toBe(true)
  })
})

describe('the kinds of experience', () => {
  test('are known by name, and only praise praises', () => {
    expect(EXPERIENCE_KINDS).toEqual(Object.keys(EXPERIENCE_RULES))
    expect([isExperienceKind('late'), isExperienceKind('rumour'), isExperienceKind('toString')]).toEqual([true, false, false])
    expect(EXPERIENCE_KINDS.filter((kind) => isPraise({ kind }))).toEqual(['praise'])
  })
})
