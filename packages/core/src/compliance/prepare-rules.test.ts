import { describe, expect, test } from 'vitest'
import type { ContentFacts } from './index.ts'
import { makeRule, makeRulebook, makeWords } from '../../test/compliance/small-rulebook.ts'
import { prepareRules, type ReadyRule } from './prepare-rules.ts'
import { scanField } from './scan-field.ts'
import { viewFacts } from './view-facts.ts'

const applies = (more: object) => ({ who: ['creator'], categories: ['*'], platforms: ['*'], formats: ['*'], ...more })
const rulebook = makeRulebook(
  makeWords('bad', ['坏话']),
  makeWords('gift', ['收到样品'], { states: { commission: 'gift_with_duty' } }),
  makeRule('inline', { detectors: [{ kind: 'terms', words: ['最坏'] }] }),
  makeRule('listed', { detectors: [{ kind: 'terms', find: ['bad'] }] }),
  makeRule('shaped', { detectors: [{ kind: 'terms', find: ['@year'] }] }),
  makeRule('ended', { validTo: '2021-01-01' }),
  makeRule('food', { appliesTo: applies({ categories: ['food'] }) }),
  makeRule('paid', { detectors: [{ kind: 'facts', when: [{ fact: 'commissioned', is: true }], outcome: 'warn' }] }),
  makeRule('long', { detectors: [{ kind: 'length', field: 'title', max: 20 }] }),
  makeRule('linked', { detectors: [{ kind: 'links', hosts: ['*'] }] }),
  makeRule('both', {
    detectors: [
      { kind: 'terms', find: ['bad'], when: [{ fact: 'label', is: 'none' }] },
      { kind: 'terms', words: ['更坏'] },
    ],
  }),
)
const prepare = (facts: Partial<ContentFacts>, text = '') => {
  const scans = [scanField('text', text, { rulebook })]
  return prepareRules(rulebook, viewFacts({ id: 'd', text, ...facts }, scans, { rulebook, day: '2026-11-22' }))
}
const ids = (rules: readonly ReadyRule[] | undefined) => (rules ?? []).map(({ entry }) => entry.id)

describe('prepareRules', () => {
  test('a rule is called by the lists, the inline words and the shapes it looks for', () => {
    const { byList } = prepare({})
    expect(ids(byList.get('bad'))).toEqual(['listed', 'both'])
    expect(ids(byList.get('=最坏'))).toEqual(['inline'])
    expect(ids(byList.get('@year'))).toEqual(['shaped'])
  })

  test('lengths and links are looked at in every text, facts once', () => {
    const { always, byFacts, shapes } = prepare({})
    expect(ids(always)).toEqual(['long', 'linked'])
    expect(ids(byFacts)).toEqual(['paid'])
    expect(shapes).toEqual(['@year'])
  })

  test.each<[string, Partial<ContentFacts>, boolean]>([
    ['another category closes the gate', { category: 'cosmetics' }, false],
    ['its own opens it', { category: 'food' }, true],
    ['an unknown one leaves it open, and waits', {}, true],
  ])('%s', (_name, facts, expected) => {
    const rules = prepare(facts).byList.get('=坏话') ?? []
    expect(ids(rules)).toEqual(expected ? ['food'] : [])
    expect(rules.flatMap(({ ready }) => ready.map(({ unknown }) => unknown))).toEqual(
      expected ? [facts.category === undefined ? ['category'] : []] : [],
    )
  })

  test('a detector whose condition is false is left out, the others of its rule stay', () => {
    expect(ids(prepare({ label: '广告' }).byList.get('bad'))).toEqual(['listed'])
    expect(ids(prepare({ label: '广告' }).byList.get('=更坏'))).toEqual(['both'])
    expect(prepare({ label: '' }).byList.get('bad')?.[1]?.ready).toHaveLength(2)
  })

  test('rules keep the order of the rulebook', () => {
    const { byList } = prepare({})
    const orders = [...byList.values()].flat().map(({ order }) => order)
    expect(new Set(orders).size).toBeGreaterThan(3)
    for (const rules of byList.values())
      expect(rules.map(({ order }) => order)).toEqual(rules.map(({ order }) => order).toSorted((a, b) => a - b))
  })

  test('what only the text states is told with the rule', () => {
    const ready = (facts: Partial<ContentFacts>, text: string) => prepare(facts, text).byFacts.flatMap((rule) => rule.ready)
    expect(ready({}, '收到样品').map(({ stated, unknown }) => [stated, unknown])).toEqual([[['commissioned'], []]])
    expect(ready({ commission: 'fee' }, '').map(({ stated }) => stated)).toEqual([[]])
    expect(ready({}, '').map(({ unknown }) => unknown)).toEqual([['commissioned']])
    expect(ready({ commission: 'none' }, '')).toEqual([])
  })
})
