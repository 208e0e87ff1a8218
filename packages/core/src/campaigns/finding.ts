import type { Localized } from '../shared/index.ts'
import type { Finding, Subject } from './schema.ts'

/** Everything of a finding but its subject. `waivable` defaults to true: the exceptions say so. */
export interface FindingDraft {
  readonly code: string
  readonly severity: Finding['severity']
  readonly because: Localized
  readonly fix: Localized
  readonly waivable?: boolean
}

/** Makes a finding about a subject. */
export function makeFinding(subject: Subject, { waivable = true, ...draft }: FindingDraft): Finding {
  return { ...draft, subject, waivable }
}

/** The finding when the condition holds, else nothing: keeps a gate a flat list of checks. */
export function findWhen(condition: boolean, subject: Subject, draft: FindingDraft): Finding[] {
  return condition ? [makeFinding(subject, draft)] : []
}
