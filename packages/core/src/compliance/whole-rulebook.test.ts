import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'
import { expandTerm } from './find-terms.ts'
import { describeRule, diffRulebook, exampleFacts, lint, lintItemSchema, nameFactZh, rulesInForce, type ContentFacts } from './index.ts'
import { hasAdLabel } from './read-label.ts'
import { addDays, CATEGORIES, PLATFORMS } from '../shared/index.ts'

const rulebook = openShippedRulebook()
const rules = rulebook.entries.filter(({ kind, exempts }) => kind === 'rule' && exempts.length === 0)
const AT = '2026-11-22'
const firedBy = (facts: ContentFacts) => lint(facts, rulebook, { at: AT }).findings.map(({ ruleId }) => ruleId)

describe('a rule on the days around its start and its end', () => {
  const dated = rules.flatMap((entry) => {
    const [example] = entry.examples.invalid.filter(({ at }) => at === undefined)
    return example === undefined ? [] : [{ id: entry.id, entry, facts: exampleFacts(entry, example, AT) }]
  })
  const starting = dated.filter(({ entry }) => entry.validFrom !== null)
  const ending = dated.filter(({ entry }) => entry.validTo !== null)

  test.each(starting)('$id starts on its day', ({ id, entry, facts }) => {
    const start = entry.validFrom ?? AT
    expect(firedBy({ ...facts, publishAt: addDays(start, -1) })).not.toContain(id)
    const isDateAsked = (entry.detectors ?? []).some(({ when }) =>
      when.some(({ fact, below, above }) => [fact, below, above].some((asked) => asked === 'day' || asked === 'monthDay')),
    )
    // A rule that compares a fact with the day may have an example that is only wrong today.
    if (!isDateAsked) expect(firedBy({ ...facts, publishAt: start })).toContain(id)
  })

  test.each(ending)('$id ends after its last day', ({ id, entry, facts }) => {
    expect(firedBy({ ...facts, publishAt: addDays(entry.validTo ?? AT, 1) })).not.toContain(id)
  })

  test('what starts and ends between two days is what one day has and the other has not', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2016-01-01', days))
    fc.assert(
      fc.property(day, day, (from, to) => {
        const ids = (on: string) => rulesInForce(rulebook, on).map(({ id }) => id)
        const { started, ended } = diffRulebook(rulebook, from, to)
        const isRule = ({ kind }: { kind: string }) => kind === 'rule'
        expect(started.filter(isRule).map(({ id }) => id)).toEqual(ids(to).filter((id) => !ids(from).includes(id)))
        expect(ended.filter(isRule).map(({ id }) => id)).toEqual(ids(from).filter((id) => !ids(to).includes(id)))
      }),
      { numRuns: 60 },
    )
  })
})

describe('texts that a rule demands are no hits of another', () => {
  const mandatory = rulebook.words.find(({ id }) => id === 'mandatory')?.terms.flatMap(expandTerm) ?? []
  const HARDEST = ['food', 'health_food', 'medical_service', 'drug', 'finance', 'alcohol', 'infant_formula', 'cosmetics'] as const

  test('there are such texts', () => expect(mandatory.length).toBeGreaterThan(20))
  test.each(mandatory)('%s', (text) => {
    const told = HARDEST.flatMap((category) =>
      lint({ id: 'd', text, category, platform: 'weibo' }, rulebook, { at: AT }).findings.filter(({ match }) => match !== null),
    )
    expect(told.map(({ ruleId, match }) => `${ruleId} ${match}`)).toEqual([])
  })
})

describe('findings stand in the text they are about', () => {
  const words = rulebook.words.flatMap(({ terms }) => terms.slice(0, 3).flatMap(expandTerm).slice(0, 2))
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...words) },
    fc.constantFrom(
      '面霜',
      '湿疹',
      '加微信',
      '13800138000',
      'https://a.example/1',
      '。',
      '，',
      '\n',
      ' ',
      '·',
      '\u200b',
      '😀',
      '👨‍👩‍👧',
      '①',
      '\ud83d',
      '不',
      '99%',
    ),
  )
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
  const facts = fc.record({
    category: fc.constantFrom(...CATEGORIES),
    platform: fc.constantFrom(...PLATFORMS, null),
    commissioned: fc.constantFrom(true, false, null),
    account: fc.constantFrom('creator' as const, 'brand' as const, null),
    title: fc.option(text),
  })

  test('each quotes exactly what its span holds, in order, and is the wire shape', () => {
    fc.assert(
      fc.property(text, facts, (written, known) => {
        const item = lint({ id: 'd', text: written, ...known }, rulebook, { at: AT })
        expect(lintItemSchema.parse(item)).toEqual(item)
        for (const { field, span, match } of item.findings) {
          const original = field === 'title' ? (known.title ?? '') : written
          expect(match).toBe(span === null ? null : original.slice(span.start, span.end))
          if (span === null) continue
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(original.length)
        }
        const starts = item.findings.map(({ span }) => span?.start ?? -1)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      }),
      { numRuns: 150 },
    )
  })

  test('the same draft is judged the same, whatever was judged in between', () => {
    fc.assert(
      fc.property(text, text, facts, (written, other, known) => {
        const judge = (draft: string) => lint({ id: 'd', text: draft, ...known }, rulebook, { at: AT })
        const first = judge(written)
        judge(other)
        expect(judge(written)).toEqual(first)
      }),
      { numRuns: 60 },
    )
  })

  test('a harmless sentence behind or before changes no finding but its place', () => {
    const PLAIN = '今天下雨。'
    const told = (draft: string, known: Partial<ContentFacts>, moved: number) =>
      lint({ id: 'd', text: draft, ...known, title: null, label: '广告' }, rulebook, { at: AT })
        .findings.filter(({ span }) => span !== null)
        .map(({ ruleId, outcome, match, span }) => `${ruleId} ${outcome} ${match} ${(span?.start ?? 0) - moved}`)
    // A lone half of a pair would join the next text, so whole characters only; and the limit of a platform's length counts all.
    // A label says that somebody paid where it stands first, and no more behind a sentence.
    const whole = text.filter((written) => !/[\ud800-\udbff](?![\udc00-\udfff])/.test(written) && !hasAdLabel(written))
    fc.assert(
      fc.property(whole, facts, (written, known) => {
        const alone = told(`${written}。`, known, 0)
        expect(told(`${written}。${PLAIN}`, known, 0)).toEqual(alone)
        expect(told(`${PLAIN}${written}。`, known, PLAIN.length)).toEqual(alone)
      }),
      { numRuns: 100 },
    )
  })

  test('what is missing is asked only when it could make the verdict worse', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { verdict, missing } = lint({ id: 'd', text: written }, rulebook, { at: AT })
        if (verdict === 'block') expect(missing).toEqual([])
        expect(missing).toEqual([...new Set(missing)].toSorted())
      }),
      { numRuns: 60 },
    )
  })
})

describe('what a reader is told about an entry', () => {
  test.each(rulebook.entries)('$id in both languages', (entry) => {
    const [en, zh] = [describeRule(entry, 'en'), describeRule(entry, 'zh')]
    expect(en).toHaveLength(zh.length)
    for (const [label, value] of [...en, ...zh]) {
      expect(label).not.toBe('')
      expect(value.trim()).not.toBe('')
      expect(value).not.toMatch(/undefined|\bnull\b/)
    }
  })

  test('every fact a rule asks for has a Chinese name', () => {
    const asked = rulebook.entries.flatMap(({ detectors }) => (detectors ?? []).flatMap(({ when }) => when.map(({ fact }) => fact)))
    const stated = rulebook.words.flatMap(({ states }) => Object.keys(states))
    expect([...new Set([...asked, ...stated])].filter((fact) => !/[一-龥]/.test(nameFactZh(fact)))).toEqual([])
  })
})

describe('hostile texts', () => {
  const SIZE = 1_000_000
  test.each([
    ['one letter', 'a'],
    ['one digit', '1'],
    ['one Chinese digit', '一'],
    ['one character', '最'],
    ['nothing but noise', '\u200b'],
    ['nothing but breaks', '\n'],
    ['emoji', '😀'],
    ['joined emoji', '👨‍👩‍👧'],
    ['half pairs', '\ud83d'],
    ['halves the wrong way round', '\ude00\ud83d'],
    ['strokes', '\u0336'],
    ['negators', '不'],
    ['brackets', '（'],
    ['signs of a label', '#'],
  ])('a megabyte of %s ends, without an exception and with few findings', (_name, unit) => {
    const text = unit.repeat(SIZE / unit.length)
    const item = lint({ id: 'd', text, platform: 'xiaohongshu', category: 'cosmetics', account: 'creator' }, rulebook, { at: AT })
    expect(item.findings.length).toBeLessThan(20)
  })

  test('a crowd of terms has no more findings of a rule than a person would read', () => {
    const text = '加微信12345，最佳，治疗湿疹'.repeat(500)
    const { findings } = lint({ id: 'd', text, platform: 'xiaohongshu', category: 'cosmetics' }, rulebook, { at: AT })
    const ofRule = new Map<string, number>()
    for (const { ruleId } of findings) ofRule.set(ruleId, (ofRule.get(ruleId) ?? 0) + 1)
    for (const count of ofRule.values()) expect(count).toBeLessThanOrEqual(100)
  })
})
