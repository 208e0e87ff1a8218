import { describe, expect, test } from 'vitest'
import type { ContentFacts } from './index.ts'
import { makeRule, makeRulebook, makeWords } from '../../test/compliance/small-rulebook.ts'
import { prepareRules, type ReadyDetector } from './prepare-rules.ts'
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
const ids = (detectors: readonly ReadyDetector[]) => detectors.map(({ entry }) => entry.id)
const calledBy = (list: string, facts: Partial<ContentFacts> = {}) => prepare(facts).byList[rulebook.terms.numbers.get(list) ?? -1] ?? []

describe('prepareRules', () => {
  test('a detector is called by the lists and the inline words it looks for', () => {
    expect(ids(calledBy('bad'))).toEqual(['listed', 'both'])
    expect(ids(calledBy('=最坏'))).toEqual(['inline'])
  })

  test('shapes, lengths and links are looked at in every text, facts once', () => {
    const { always, byFacts } = prepare({})
    expect(ids(always)).toEqual(['shaped', 'long', 'linked'])
    expect(ids(byFacts)).toEqual(['paid'])
  })

  test.each<[string, Partial<ContentFacts>, boolean]>([
    ['another category closes the gate', { category: 'cosmetics' }, false],
    ['its own opens it', { category: 'food' }, true],
    ['an unknown one leaves it open, and waits', {}, true],
  ])('%s', (_name, facts, expected) => {
    const called = calledBy('=坏话', facts)
    expect(ids(called)).toEqual(expected ? ['food'] : [])
    expect(called.map(({ unknown }) => unknown)).toEqual(expected ? [facts.category === undefined ? ['category'] : []] : [])
  })

  test('a detector whose condition is false is left out, the others of its rule stay', () => {
    expect(ids(calledBy('bad', { label: '广告' }))).toEqual(['listed'])
    expect(ids(calledBy('=更坏', { label: '广告' }))).toEqual(['both'])
    expect(ids(calledBy('bad', { label: '' }))).toEqual(['listed', 'both'])
  })

  test('detectors keep the order of the rulebook, those of one rule in a row', () => {
    const { byList, always, byFacts } = prepare({ category: 'food' })
    const all = [...new Set([...byList.flat(), ...always, ...byFacts])].toSorted((a, b) => a.order - b.order)
    expect(ids(all)).toEqual(['inline', 'listed', 'shaped', 'food', 'paid', 'long', 'linked', 'both', 'both'])
    for (const detectors of byList) expect(detectors).toEqual(detectors.toSorted((a, b) => a.order - b.order))
  })

  test('what only the text states is told with the rule', () => {
    const ready = (facts: Partial<ContentFacts>, text: string) => prepare(facts, text).byFacts
    expect(ready({}, '收到样品').map(({ stated, unknown }) => [stated, unknown])).toEqual([[['commissioned'], []]])
    expect(ready({ commission: 'fee' }, '').map(({ stated }) => stated)).toEqual([[]])
    expect(ready({}, '').map(({ unknown }) => unknown)).toEqual([['commissioned']])
    expect(ready({ commission: 'none' }, '')).toEqual([])
  })
})
