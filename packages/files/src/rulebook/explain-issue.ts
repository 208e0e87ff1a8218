import type { RulebookPart } from '@kolibra/core/compliance'

/** One thing the shape of a rulebook file complains of, as its validator tells it. */
export interface ShapeIssue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly expected?: unknown
  readonly values?: unknown
  readonly format?: unknown
  readonly options?: unknown
  readonly minimum?: unknown
  readonly keys?: unknown
  readonly errors?: readonly (readonly ShapeIssue[])[] | undefined
}

/** Where it is and what to put there instead. */
export interface ExplainedIssue {
  readonly field: string | null
  readonly problem: string
}

const list = (values: unknown) => (Array.isArray(values) ? values.map(String).join(', ') : '')

// By what the validator calls the fault; its own words speak to programmers.
const SENTENCES: Readonly<Record<string, (issue: ShapeIssue) => string>> = {
  invalid_type: ({ expected, message }) => {
    if (!message.startsWith('Invalid input')) return message
    return message.endsWith('undefined') ? `is missing; give ${nameKind(expected)}` : `should be ${nameKind(expected)}`
  },
  invalid_value: ({ values }) => `is none of: ${list(values)}`,
  invalid_format: ({ format, message }) => (format === 'date' ? 'is not a day like 2026-11-22' : `does not fit: ${message}`),
  invalid_union: ({ options, message }) => (Array.isArray(options) ? `is none of: ${list(options)}` : message),
  too_small: ({ minimum }) => (minimum === 0 ? 'should be above 0' : `needs at least ${String(minimum)}`),
  unrecognized_keys: ({ keys }) => `has fields that nobody knows: ${list(keys)}`,
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  object: 'a mapping',
  array: 'a list',
  number: 'a number',
  boolean: 'true or false',
}
const nameKind = (expected: unknown) => KINDS[String(expected)] ?? String(expected)

/** Every fault in a sentence of its own, one per field: what is wrong with a field is said once. */
export function explainIssues(issues: readonly ShapeIssue[]): ExplainedIssue[] {
  const explained = new Map<string, ExplainedIssue>()
  for (const issue of issues.map((one) => digDeeper(one))) {
    const field = issue.path.map(String).join('.')
    const problem = SENTENCES[issue.code ?? '']?.(issue) ?? issue.message
    if (!explained.has(field)) explained.set(field, { field: field || null, problem })
  }
  return [...explained.values()]
}

// Of a choice of shapes, the one that came furthest is the one that was meant; of two, the later, which is the wider one.
function digDeeper(issue: ShapeIssue): ShapeIssue {
  const inner = (issue.errors ?? []).flat()
  const furthest = Math.max(...inner.map(({ path }) => path.length))
  const meant = inner.findLast(({ path }) => path.length === furthest)
  return meant === undefined ? issue : digDeeper({ ...meant, path: [...issue.path, ...meant.path] })
}

/** Whether a value says by its `kind` what it means to be; another is complained of for that alone. */
export function meansPart(item: unknown): item is { kind: RulebookPart['kind'] } {
  const kind = typeof item === 'object' && item !== null && 'kind' in item ? item.kind : undefined
  return kind === 'words' || kind === 'rule' || kind === 'fact'
}
