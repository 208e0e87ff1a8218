import { compileRulebook, lint, rulebookPartSchema, type ContentFacts, type LintItem, type Rulebook } from '../../src/compliance/index.ts'

const BOTH = { en: 'text', zh: '文字' }

/** A small rule as a file would carry it; what a case is not about has a plain value. */
export function makeRule(id: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id,
    kind: 'rule',
    title: BOTH,
    requirement: BOTH,
    appliesTo: { who: ['creator'], categories: ['*'], platforms: ['*'], formats: ['*'] },
    outcome: 'error',
    validFrom: '2020-01-01',
    validTo: null,
    validFromConfidence: 'read',
    source: { title: '测试办法', number: null, article: '第一条', url: null, checkedOn: null, readKind: 'full_text_copy' },
    penalty: null,
    detectors: [{ kind: 'terms', words: ['坏话'] }],
    fix: BOTH,
    examples: { valid: [{ text: 'a' }, { text: 'b' }], invalid: [{ text: 'c' }, { text: 'd' }] },
    status: 'in_force',
    notes: null,
    ...more,
  }
}

/** A word list as a file would carry it. */
export function makeWords(id: string, terms: readonly string[], more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { kind: 'words', id, terms, ...more }
}

/** A rulebook of a few parts; throws when it does not compile. */
export function makeRulebook(...parts: readonly unknown[]): Rulebook {
  const compiled = compileRulebook(rulebookPartSchema.array().parse(parts), { version: 'test' })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals))
  return compiled.value
}

/** Lints a text on a fixed day. */
export function lintText(rulebook: Rulebook, text: string, facts: Partial<ContentFacts> = {}): LintItem {
  return lint({ id: 'd1', text, ...facts }, rulebook, { at: '2026-11-22' })
}

/** The words that were underlined, in order. */
export function listMatches(rulebook: Rulebook, text: string, facts: Partial<ContentFacts> = {}): (string | null)[] {
  return lintText(rulebook, text, facts).findings.map(({ match }) => match)
}
