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
  /** What our own rules of shape say in Chinese. */
  readonly params?: { readonly [datum: string]: unknown } | undefined
  readonly errors?: readonly (readonly ShapeIssue[])[] | undefined
}

/** Where it is and what to put there instead; in Chinese where we know what it means and do not only pass a message on. */
export interface ExplainedIssue {
  readonly field: string | null
  readonly problem: string
  readonly problemZh: string | null
}

interface Told {
  readonly en: string
  readonly zh: string | null
}

const list = (values: unknown) => (Array.isArray(values) ? values.map(String).join(', ') : '')

const oneOf = (values: unknown): Told => ({ en: `is none of: ${list(values)}`, zh: `只能是：${list(values)}` })
const passOn = ({ message, params }: ShapeIssue): Told => ({ en: message, zh: typeof params?.['zh'] === 'string' ? params['zh'] : null })

// By what the validator calls the fault; its own words speak to programmers.
const SENTENCES: Readonly<Record<string, (issue: ShapeIssue) => Told>> = {
  invalid_type: (issue) => {
    const { expected, message } = issue
    if (!message.startsWith('Invalid input')) return passOn(issue)
    const { en, zh } = nameKind(expected)
    return message.endsWith('undefined')
      ? { en: `is missing; give ${en}`, zh: `缺失，请填写${zh}` }
      : { en: `should be ${en}`, zh: `应为${zh}` }
  },
  invalid_value: ({ values }) => oneOf(values),
  invalid_format: ({ format, message }) =>
    format === 'date'
      ? { en: 'is not a day like 2026-11-22', zh: '不是 2026-11-22 这样的日期' }
      : { en: `does not fit: ${message}`, zh: `格式不符：${message}` },
  invalid_union: (issue) => (Array.isArray(issue.options) ? oneOf(issue.options) : passOn(issue)),
  too_small: ({ minimum }) =>
    minimum === 0
      ? { en: 'should be above 0', zh: '应大于 0' }
      : { en: `needs at least ${String(minimum)}`, zh: `至少需要 ${String(minimum)} 个` },
  unrecognized_keys: ({ keys }) => ({ en: `has fields that nobody knows: ${list(keys)}`, zh: `含有未知字段：${list(keys)}` }),
}

const KINDS: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  string: { en: 'a text', zh: '文本' },
  object: { en: 'a mapping', zh: '键值对' },
  array: { en: 'a list', zh: '列表' },
  number: { en: 'a number', zh: '数字' },
  boolean: { en: 'true or false', zh: ' true 或 false' },
}
const nameKind = (expected: unknown) => KINDS[String(expected)] ?? { en: String(expected), zh: String(expected) }

/** Every fault in a sentence of its own, one per field: what is wrong with a field is said once. */
export function explainIssues(issues: readonly ShapeIssue[]): ExplainedIssue[] {
  const explained = new Map<string, ExplainedIssue>()
  for (const issue of issues.map((one) => digDeeper(one))) {
    const field = issue.path.map(String).join('.')
    const { en, zh } = SENTENCES[issue.code ?? '']?.(issue) ?? passOn(issue)
    if (!explained.has(field)) explained.set(field, { field: field || null, problem: en, problemZh: zh })
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
