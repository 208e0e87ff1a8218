import { ruleEntrySchema, type RuleEntry } from '../rule-entry.ts'

/** A warning rule on one word, with everything an entry needs; a test changes what it is about. The source is invented. */
export function makeEntry(id: string, word: string, change: object = {}): RuleEntry {
  return ruleEntrySchema.parse({
    id,
    kind: 'rule',
    title: { en: id, zh: id },
    requirement: { en: id, zh: id },
    appliesTo: { who: ['creator'], categories: ['*'], platforms: ['*'], formats: ['*'] },
    outcome: 'warn',
    validFrom: '2026-01-01',
    validTo: null,
    validFromConfidence: 'exact',
    source: makeSource(),
    penalty: null,
    detectors: [{ kind: 'terms', words: [word] }],
    fix: { en: '', zh: '' },
    examples: { valid: [{ text: '好' }, { text: '行' }], invalid: [{ text: word }, { text: `${word}呀` }] },
    status: 'in_force',
    notes: null,
    ...change,
  })
}

export function makeSource(change: object = {}) {
  return { title: '示例办法', number: null, article: null, url: null, checkedOn: '2026-11-22', readKind: 'full_text_copy', ...change }
}

/** Entries of one platform only: their source counts as a page of it. */
export function on(platform: string) {
  return { appliesTo: { who: ['creator'], categories: ['*'], platforms: [platform], formats: ['*'] } }
}
