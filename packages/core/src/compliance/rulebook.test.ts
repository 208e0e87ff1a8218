import { describe, expect, test } from 'vitest'
import {
  compileRulebook,
  describeRule,
  diffRulebook,
  ruleById,
  ruleEntrySchema,
  rulesInForce,
  wordListSchema,
  type RuleEntry,
} from './index.ts'

const BOTH = { en: 'text', zh: '文字' }
const input = (more: Record<string, unknown> = {}) => ({
  id: 'law.art1',
  kind: 'rule',
  title: BOTH,
  requirement: BOTH,
  appliesTo: { who: ['creator'], categories: ['*'], platforms: ['*'], formats: ['*'] },
  outcome: 'warn',
  validFrom: '2020-01-01',
  validTo: null,
  validFromConfidence: 'read',
  source: { title: '办法', number: null, article: null, url: null, checkedOn: null, readKind: 'secondary_report' },
  penalty: null,
  detectors: [{ kind: 'terms', words: ['坏话'] }],
  fix: BOTH,
  examples: { valid: [{ text: 'a' }, { text: 'b' }], invalid: [{ text: 'c' }, { text: 'd' }] },
  status: 'in_force',
  notes: null,
  ...more,
})
const entry = (more: Record<string, unknown> = {}): RuleEntry => ruleEntrySchema.parse(input(more))
const faultOf = (more: Record<string, unknown>) => {
  const result = ruleEntrySchema.safeParse(input(more))
  return result.success ? null : result.error.issues.map((issue) => issue.path.join('.'))
}
const source = (readKind: string) => ({ source: { title: '办法', number: null, article: null, url: null, checkedOn: null, readKind } })

describe('an entry', () => {
  test.each([
    ['a report warns', { outcome: 'warn', ...source('secondary_report') }, null],
    ['a report never errs', { outcome: 'error', ...source('secondary_report') }, ['outcome']],
    ['an interface is reviewed', { outcome: 'review', ...source('ui_observation') }, null],
    ['an interface never warns', { outcome: 'warn', ...source('ui_observation') }, ['outcome']],
    ['memory never warns', { outcome: 'warn', ...source('none') }, ['outcome']],
    ['a read law may block', { outcome: 'block', ...source('full_text_copy') }, null],
    ['a detector may be softer', { detectors: [{ kind: 'terms', words: ['x'], outcome: 'review' }] }, null],
    ['a detector may not be harder', { detectors: [{ kind: 'terms', words: ['x'], outcome: 'block' }] }, ['detectors']],
    ['a rule needs a detector', { detectors: null }, ['detectors']],
    ['a fact needs none', { kind: 'fact', detectors: null, examples: { valid: [], invalid: [] } }, null],
    ['a fact has none', { kind: 'fact' }, ['detectors']],
    ['two examples of each', { examples: { valid: [{ text: 'a' }], invalid: [] } }, ['examples', 'examples']],
    ['an unknown field', { surprise: 1 }, ['']],
    [
      'an unknown platform',
      { appliesTo: { who: ['creator'], categories: ['*'], platforms: ['myspace'], formats: ['*'] } },
      ['appliesTo.platforms'],
    ],
    ['a date that is none', { validFrom: '2020-13-01' }, ['validFrom']],
  ])('%s', (_name, more, expected) => expect(faultOf(more)).toEqual(expected))
})

describe('compileRulebook', () => {
  test('refuses doubled ids and references that lead nowhere, all at once', () => {
    const parts = [
      entry(),
      entry(),
      entry({ id: 'b', exempts: ['nowhere'], detectors: [{ kind: 'terms', find: ['nolist'], near: [{ any: ['@number', 'no2'] }] }] }),
    ]
    expect(compileRulebook(parts, { version: 'v' })).toEqual({
      ok: false,
      refusals: [
        { code: 'rulebook.doubled_id', entry: 'law.art1' },
        { code: 'rulebook.unknown_reference', entry: 'b', name: 'nolist' },
        { code: 'rulebook.unknown_reference', entry: 'b', name: 'no2' },
        { code: 'rulebook.unknown_reference', entry: 'b', name: 'nowhere' },
      ],
    })
  })
  test('accepts entries with their word lists', () => {
    const list = wordListSchema.parse({ kind: 'words', id: 'list', terms: ['词'] })
    expect(compileRulebook([list, entry({ detectors: [{ kind: 'terms', find: ['list'] }] })], { version: 'v' })).toMatchObject({ ok: true })
  })
})

describe('questions to a rulebook', () => {
  const compiled = compileRulebook(
    [
      entry({ id: 'old', validTo: '2025-12-31' }),
      entry({ id: 'new', validFrom: '2026-01-01' }),
      entry({ id: 'undated', validFrom: null }),
      entry({ id: 'note', kind: 'fact', detectors: null }),
    ],
    { version: 'v' },
  )
  if (!compiled.ok) throw new Error('fixture')
  const rulebook = compiled.value
  const ids = (entries: readonly RuleEntry[]) => entries.map(({ id }) => id)

  test('rules in force on a day', () => {
    expect(ids(rulesInForce(rulebook, '2025-12-31'))).toEqual(['old', 'undated'])
    expect(ids(rulesInForce(rulebook, '2026-01-01'))).toEqual(['new', 'undated'])
  })
  test('what starts and ends between two days', () => {
    const { started, ended } = diffRulebook(rulebook, '2025-12-31', '2026-01-01')
    expect([ids(started), ids(ended)]).toEqual([['new'], ['old']])
    expect(diffRulebook(rulebook, '2026-01-01', '2026-01-01')).toEqual({ started: [], ended: [] })
  })
  test('one entry by its id', () => {
    expect(ruleById(rulebook, 'new')?.id).toBe('new')
    expect(ruleById(rulebook, 'none')).toBeUndefined()
  })
  test('a description says what is not recorded', () => {
    const rows = new Map(describeRule(entry({ validFrom: null, exempts: [], notes: 'n' }), 'en'))
    expect(rows.get('in force')).toBe('not recorded – open (read)')
    expect(rows.get('penalty')).toBe('not recorded')
    expect(rows.get('notes')).toBe('n')
    expect(new Map(describeRule(entry(), 'zh')).get('罚则')).toBe('未记录')
  })
})
