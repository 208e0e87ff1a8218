import type { Problem } from '../../api.ts'

/** What is wrong with an entry of own rules: where, and what, as the server says it. */
export interface OwnFault {
  readonly entry: string | null
  readonly field: string | null
  readonly problem: string
  /** Set where an entry judges one of its own examples wrongly. */
  readonly example: { readonly kind: 'valid' | 'invalid'; readonly text: string } | null
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The faults that a refusal lists, one per entry and field. */
export function listFaults({ refusals = [] }: Pick<Problem, 'refusals'>): OwnFault[] {
  return refusals.map((refusal) => {
    const { entry, field, problem, name, kind, text } = refusal as unknown as Readonly<Record<string, unknown>>
    const example = (kind === 'valid' || kind === 'invalid') && typeof text === 'string' ? { kind, text } : null
    return { entry: textOf(entry), field: textOf(field), problem: textOf(problem) ?? textOf(name) ?? refusal.code, example } as OwnFault
  })
}
