import type { Localized } from '@kolibra/core/shared'
import type { Problem } from '../../api.ts'

/** Faults that have a sentence of their own on the page. */
const TOLD_FAULTS = ['doubled_id', 'unknown_reference', 'own_prefix'] as const

/** What is wrong with an entry of own rules: where, and what. */
export interface OwnFault {
  readonly entry: string | null
  readonly field: string | null
  /** Which sentence tells it; null: `problem` does, as the server says it. */
  readonly told: (typeof TOLD_FAULTS)[number] | null
  readonly name: string
  readonly problem: Localized
  /** Set where an entry judges one of its own examples wrongly. */
  readonly example: { readonly kind: 'valid' | 'invalid'; readonly text: string } | null
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** The faults that a refusal lists, one per entry and field. */
export function listFaults({ refusals = [] }: Pick<Problem, 'refusals'>): OwnFault[] {
  return refusals.map((refusal) => {
    const { entry, field, problem, problemZh, name, kind, text } = refusal as unknown as Readonly<Record<string, unknown>>
    const en = textOf(problem) ?? refusal.code
    return {
      entry: textOf(entry),
      field: textOf(field),
      told: TOLD_FAULTS.find((fault) => refusal.code === `rulebook.${fault}`) ?? null,
      name: textOf(name) ?? '',
      problem: { en, zh: textOf(problemZh) ?? en },
      example: (kind === 'valid' || kind === 'invalid') && typeof text === 'string' ? { kind, text } : null,
    }
  })
}
