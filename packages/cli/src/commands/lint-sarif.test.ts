import { compileRulebook, lint, rulebookPartSchema, type ContentFacts } from '@kolibra/core/compliance'
import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sarifSchema } from '../../test/sarif-schema.ts'
import type { Draft } from './lint-input.ts'
import { printSarif } from './lint-sarif.ts'

const both = { en: 'No ranks.', zh: '不得排名。' }
const entry = (id: string, words: string[], extra: object = {}) =>
  rulebookPartSchema.parse({
    id,
    kind: 'rule',
    title: both,
    requirement: both,
    appliesTo: { who: ['*'], categories: ['*'], platforms: ['*'], formats: ['*'] },
    outcome: 'error',
    validFrom: '2015-09-01',
    validTo: null,
    validFromConfidence: 'high',
    source: { title: '测试法', number: null, article: '第九条', url: 'https://law.example/9', checkedOn: null, readKind: 'full_text_copy' },
    penalty: null,
    detectors: [{ kind: 'terms', words }],
    fix: { en: 'Drop it.', zh: '删去。' },
    examples: { valid: [{ text: '甲' }, { text: '乙' }], invalid: [{ text: '最佳' }, { text: '最佳' }] },
    status: 'encoded',
    notes: null,
    ...extra,
  })
const compiled = compileRulebook(
  [entry('test.rank', ['最佳'], { drops: ['最佳'] }), entry('test.free', ['最佳体验时间'], { exempts: ['test.rank'] })],
  {
    version: '2026-11-22',
  },
)
if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals))
const rulebook = compiled.value

function logOf(facts: ContentFacts, place: Partial<Draft> = {}) {
  const draft: Draft = { file: 'a b.md', isPlain: true, line: null, facts, ...place }
  const printed: unknown = JSON.parse(printSarif([lint(facts, rulebook, { at: '2026-11-22' })], [draft], { rulebook, language: 'en' }))
  return sarifSchema.parse(printed).runs[0]
}

describe('SARIF 2.1.0', () => {
  test('a finding carries its rule, its level and its place in the text', () => {
    const run = logOf({ id: 'd', text: '好。\n😀最佳面霜' })
    expect(run?.tool.driver.rules).toMatchObject([
      { id: 'test.rank', helpUri: 'https://law.example/9', defaultConfiguration: { level: 'error' } },
    ])
    expect(run?.results).toMatchObject([
      {
        ruleId: 'test.rank',
        ruleIndex: 0,
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'a%20b.md' },
              region: { startLine: 2, startColumn: 2, endLine: 2, endColumn: 4, charOffset: 4, charLength: 2, snippet: { text: '最佳' } },
            },
          },
        ],
      },
    ])
  })

  test('a pass by exemption is a suppressed result that says why', () => {
    const run = logOf({ id: 'd', text: '最佳体验时间是早上' })
    expect(run?.results).toMatchObject([
      {
        ruleId: 'test.free',
        kind: 'pass',
        level: 'none',
        suppressions: [{ kind: 'external', status: 'accepted', justification: 'No ranks.' }],
      },
    ])
  })

  test('what may simply go is a fix that an editor can apply', () => {
    const change = logOf({ id: 'd', text: '😀全国最佳面霜' })?.results[0]?.fixes?.[0]?.artifactChanges[0]
    expect(change).toEqual({
      artifactLocation: { uri: 'a%20b.md' },
      replacements: [{ deletedRegion: { charOffset: 3, charLength: 2 }, insertedContent: { text: '' } }],
    })
  })

  test('a fix inside a .jsonl file is left to a person: the text stands otherwise in the file', () => {
    expect(logOf({ id: 'd', text: '全国最佳面霜' }, { line: 1 })?.results[0]?.fixes).toBeUndefined()
  })

  test.each([
    ['a line of a .jsonl file', { file: 'd.jsonl', line: 7 }, { startLine: 7 }],
    ['a paragraph of a document', { file: 'd.docx', isPlain: false }, { startLine: 2 }],
  ])('%s is told by its line alone', (_, place, region) => {
    const run = logOf({ id: 'd', text: '好。\n最佳' }, place)
    expect(run?.results[0]?.locations[0]?.physicalLocation.region).toEqual(region)
  })

  test('nothing found is a whole log with no results', () => {
    expect(logOf({ id: 'd', text: '好。' })).toMatchObject({ results: [], artifacts: [{ location: { uri: 'a%20b.md' } }] })
  })

  test('whatever stands before it, offset and length cut the match out of the text', () => {
    const noise = array(constantFrom('a', '好', '😀', '\n', '\r\n'), { maxLength: 30 }).map((parts) => parts.join(''))
    assert(
      property(noise, noise, (before, after) => {
        const text = `${before}最佳${after}`
        const region = logOf({ id: 'd', text })?.results[0]?.locations[0]?.physicalLocation.region
        const { charOffset = -1, charLength = -1 } = region ?? {}
        expect([...text].slice(charOffset, charOffset + charLength).join('')).toBe('最佳')
      }),
    )
  })
})
