import { describe, expect, test } from 'vitest'
import { askAll, type Answer } from './conditions.ts'
import type { Condition } from './rule-entry.ts'
import type { FactsView, FactValue } from './view-facts.ts'

const view = (facts: Record<string, FactValue>): FactsView => ({ day: '2026-11-22', read: (path) => facts[path], isStated: () => false })

describe('askAll', () => {
  test.each<[string, Condition, Record<string, FactValue>, Answer]>([
    ['is', { fact: 'a', is: true }, { a: true }, true],
    ['is, no', { fact: 'a', is: true }, { a: false }, false],
    ['isNot', { fact: 'a', isNot: 'x' }, { a: 'y' }, true],
    ['in', { fact: 'a', in: ['x', 'y'] }, { a: 'y' }, true],
    ['notIn', { fact: 'a', notIn: ['x'] }, { a: 'x' }, false],
    ['below', { fact: 'a', below: 10 }, { a: 9 }, true],
    ['below, equal', { fact: 'a', below: 10 }, { a: 10 }, false],
    ['above the day', { fact: 'a', above: 'day' }, { a: '2026-11-23' }, true],
    ['below the day', { fact: 'a', below: 'day' }, { a: '2026-11-22' }, false],
    ['contains', { fact: 'a', contains: '广告' }, { a: '#广告#' }, true],
    ['lacks', { fact: 'a', lacks: '广告' }, { a: '合作' }, true],
    ['unknown', { fact: 'a', is: true }, {}, ['a']],
    ['unknown but harmless', { fact: 'a', isNot: 'x', orUnknown: true as const }, {}, true],
    ['the day itself', { fact: 'day', above: '2026-01-01' }, {}, true],
  ])('%s', (_name, ...[condition, facts, expected]) => expect(askAll([condition], view(facts))).toEqual(expected))

  test('one false settles it, however much is unknown', () => {
    const conditions = [
      { fact: 'a', is: true },
      { fact: 'b', is: true },
    ]
    expect(askAll(conditions, view({ b: false }))).toBe(false)
    expect(askAll(conditions, view({ b: true }))).toEqual(['a'])
    expect(askAll(conditions, view({}))).toEqual(['a', 'b'])
    expect(askAll([], view({}))).toBe(true)
  })
})
