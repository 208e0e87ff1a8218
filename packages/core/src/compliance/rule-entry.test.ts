import { describe, expect, test } from 'vitest'
import { makeRule, makeWords } from '../../test/compliance/small-rulebook.ts'
import { checkExamples, compileRulebook, isInForce, ruleEntrySchema, rulebookPartSchema, wordListSchema } from './index.ts'
import { inlineList } from './sought-lists.ts'

/** "path: message" of everything that is wrong with an entry. */
function complaintsOf(more: Readonly<Record<string, unknown>>): string[] {
  const result = ruleEntrySchema.safeParse(makeRule('r', more))
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

describe('a broken entry is refused where it is broken', () => {
  const source = { title: '办法', number: null, article: null, url: null, checkedOn: null }
  test.each<[string, Record<string, unknown>, string]>([
    [
      'harder than its source allows',
      { source: { ...source, readKind: 'secondary_report' } },
      'outcome: may not be above warn, because its source is only known as secondary_report',
    ],
    [
      'harder in a detector than in itself',
      { outcome: 'warn', detectors: [{ kind: 'terms', words: ['x'], outcome: 'block' }] },
      "detectors: outcome block is above the entry's own",
    ],
    ['a rule without a detector', { detectors: null }, 'detectors: a rule needs at least one'],
    ['a fact with one', { kind: 'fact' }, 'detectors: a fact has none; make it a rule'],
    [
      'one valid text',
      { examples: { valid: [{ text: 'a' }], invalid: [{ text: 'b' }, { text: 'c' }] } },
      'examples: needs two valid texts',
    ],
    [
      'an end before its start',
      { validFrom: '2026-02-02', validTo: '2026-02-01' },
      'validTo: lies before validFrom, so the entry would never be in force',
    ],
  ])('%s', (_name, more, complaint) => expect(complaintsOf(more)).toEqual([complaint]))

  test.each<[string, Record<string, unknown>, string]>([
    ['an id with spaces', { id: 'Ad Law' }, 'id'],
    ['a detector of no known kind', { detectors: [{ kind: 'regex', pattern: '.*' }] }, 'detectors.0.kind'],
    ['a misspelt key in a detector', { detectors: [{ kind: 'terms', word: ['x'] }] }, 'detectors.0'],
    ['a misspelt comparison', { detectors: [{ kind: 'facts', when: [{ fact: 'label', equals: 'x' }] }] }, 'detectors.0.when.0'],
    ['a facts detector that asks nothing', { detectors: [{ kind: 'facts', when: [] }] }, 'detectors.0.when'],
    ['a length of nothing', { detectors: [{ kind: 'length', field: 'text', max: 0 }] }, 'detectors.0.max'],
    ['links to nowhere', { detectors: [{ kind: 'links', hosts: [] }] }, 'detectors.0.hosts'],
    [
      'a negative distance',
      { detectors: [{ kind: 'terms', words: ['x'], near: [{ words: ['y'], within: -1 }] }] },
      'detectors.0.near.0.within',
    ],
    ['a wording cut short by its comma', { fix: { en: 'Register', 'or leave it': null, zh: '登记，或删去' } }, 'fix'],
    ['a requirement in one language', { requirement: { en: 'text' } }, 'requirement.zh'],
    ['a day that is not in the calendar', { validFrom: '2026-02-30' }, 'validFrom'],
    ['nobody it applies to', { appliesTo: { who: [], categories: ['*'], platforms: ['*'], formats: ['*'] } }, 'appliesTo.who'],
  ])('%s', (_name, more, path) => expect(complaintsOf(more).map((complaint) => complaint.split(':')[0])).toContain(path))

  test('a fact needs neither detector nor example', () => {
    const { detectors: _detectors, examples: _examples, ...fact } = makeRule('r', { kind: 'fact', outcome: 'info' })
    expect(ruleEntrySchema.parse(fact)).toMatchObject({
      detectors: null,
      examples: { valid: [], invalid: [], todo: [] },
      jurisdiction: 'CN',
    })
  })

  test('one day in force is enough', () => expect(complaintsOf({ validFrom: '2026-02-01', validTo: '2026-02-01' })).toEqual([]))

  test.each([
    ['an empty list', { terms: [] }],
    ['an empty term', { terms: ['好', ''] }],
    ['a fact that is a list', { terms: ['好'], states: { commission: ['fee'] } }],
    ['a key nobody knows', { terms: ['好'], protect: true }],
  ])('a word list: %s', (_name, more) => expect(wordListSchema.safeParse(makeWords('w', [], more)).success).toBe(false))
})

describe('putting a rulebook together', () => {
  const refusalsOf = (...parts: unknown[]) => {
    const compiled = compileRulebook(rulebookPartSchema.array().parse(parts), { version: 'test' })
    return compiled.ok ? [] : compiled.refusals.map(({ code, entry, name }) => [code, entry, name].filter(Boolean).join(' '))
  }
  const terms = (more: object) => makeRule('r', { detectors: [{ kind: 'terms', words: ['x'], ...more }] })

  test.each<[string, unknown[], string[]]>([
    ['nothing at all is a rulebook', [], []],
    ['a list and a rule of one name', [makeWords('r', ['好']), makeRule('r')], ['rulebook.doubled_id r']],
    ['a list that is not there', [terms({ find: ['gone'] })], ['rulebook.unknown_reference r gone']],
    ['a neighbour that is not there', [terms({ near: [{ any: ['gone'] }] })], ['rulebook.unknown_reference r gone']],
    ['a saving word that is not there', [terms({ unless: [{ any: ['gone'] }] })], ['rulebook.unknown_reference r gone']],
    ['a shape', [terms({ near: [{ any: ['@longNumber'] }] })], []],
    [
      'a neighbour of stated words that is not there',
      [makeWords('said', ['收了'], { near: [{ any: ['gone'] }] })],
      ['rulebook.unknown_reference said gone'],
    ],
    ['a misspelt shape', [terms({ near: [{ any: ['@longnumber'] }] })], ['rulebook.unknown_reference r @longnumber']],
    ['an earlier entry that is not there', [makeRule('r', { supersedes: ['gone'] })], ['rulebook.unknown_reference r gone']],
    ['an earlier entry', [makeRule('r', { supersedes: ['x'] }), makeRule('x')], []],
    ['an exemption from a rule that is not there', [makeRule('x', { exempts: ['r'] })], ['rulebook.unknown_reference x r']],
    ['an exemption from a rule further down', [makeRule('x', { exempts: ['r'] }), makeRule('r')], []],
  ])('%s', (_name, parts, expected) => expect(refusalsOf(...parts)).toEqual(expected))

  test('words written into a detector have one name, however often it is asked', () => {
    const words = ['坏话', '差评']
    expect(inlineList(words)).toBe(inlineList(words))
    expect(inlineList(words)).toBe(inlineList([...words]))
  })
})

describe('an entry’s own examples', () => {
  const twice = (valid: string, invalid: string) => ({
    valid: [{ text: valid }, { text: valid }],
    invalid: [{ text: invalid }, { text: invalid }],
  })
  const check = (more: Readonly<Record<string, unknown>>) => {
    const compiled = compileRulebook(rulebookPartSchema.array().parse([makeRule('r', more)]), { version: 'test' })
    return compiled.ok ? checkExamples(compiled.value, '2026-11-22').map(({ kind, example }) => `${kind} ${example.text}`) : ['refused']
  }
  test.each<[string, Record<string, unknown>, string[]]>([
    ['judged as it says', { examples: { valid: [{ text: '好' }, { text: '好话' }], invalid: [{ text: '坏话' }, { text: '坏话多' }] } }, []],
    [
      'a valid text that fires and an invalid one that does not',
      { examples: { valid: [{ text: '好' }, { text: '坏话' }], invalid: [{ text: '坏话' }, { text: '好话' }] } },
      ['valid 坏话', 'invalid 好话'],
    ],
    ['a known miss that is still missed', { examples: { ...twice('好', '坏话'), todo: [{ text: '歪话', should: 'flag' }] } }, []],
    ['a known false alarm that still rings', { examples: { ...twice('好', '坏话'), todo: [{ text: '坏话', should: 'pass' }] } }, []],
    [
      'a known miss that is missed no more',
      { examples: { ...twice('好', '坏话'), todo: [{ text: '坏话连篇', should: 'flag' }] } },
      ['todo 坏话连篇'],
    ],
    [
      'a rule of the future is judged on its first day',
      { validFrom: '2030-01-01', examples: { valid: [{ text: '好' }, { text: '好话' }], invalid: [{ text: '坏话' }, { text: '坏话多' }] } },
      [],
    ],
    [
      'a rule of the past on its last',
      { validTo: '2021-01-01', examples: { valid: [{ text: '好' }, { text: '好话' }], invalid: [{ text: '坏话' }, { text: '坏话多' }] } },
      [],
    ],
  ])('%s', (_name, more, faults) => expect(check(more)).toEqual(faults))
})

describe('in force', () => {
  test.each([
    ['2026-01-31', '2026-02-01', null, false],
    ['2026-02-01', '2026-02-01', null, true],
    ['2026-02-02', '2026-02-01', null, true],
    ['2026-02-27', null, '2026-02-28', true],
    ['2026-02-28', null, '2026-02-28', true],
    ['2026-03-01', null, '2026-02-28', false],
    ['1990-01-01', null, null, true],
    ['2026-02-01', '2026-02-01', '2026-02-01', true],
  ])('%s, from %s to %s: %s', (day, ...[validFrom, validTo, expected]) =>
    expect(isInForce(ruleEntrySchema.parse(makeRule('r', { validFrom, validTo })), day)).toBe(expected),
  )
})
