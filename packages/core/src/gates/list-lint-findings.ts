import { makeFinding, type Finding, type Subject } from '../campaigns/index.ts'
import type { LintFinding, LintItem } from '../compliance/index.ts'

/** What the linter's outcome means at a gate (interfaces.md §1.1): nobody waives a statute, the owner an error, `review` waits for a person. */
export const LINT_SEVERITY = {
  block: { severity: 'block', waivable: false },
  error: { severity: 'block', waivable: true },
  warn: { severity: 'warn', waivable: true },
  review: { severity: 'warn', waivable: true },
  info: { severity: 'info', waivable: false },
} as const satisfies Record<LintFinding['outcome'], { readonly severity: Finding['severity']; readonly waivable: boolean }>

/** One gate finding per rule that hit; its code is the rule's id, so that a waiver names the rule. */
export function listLintFindings(lint: LintItem, subject: Subject): Finding[] {
  const strength = (outcome: LintFinding['outcome']) => Object.keys(LINT_SEVERITY).indexOf(outcome)
  const rules = [...new Set(lint.findings.map(({ ruleId }) => ruleId))]
  return rules.flatMap((ruleId) => {
    const hits = lint.findings.filter((finding) => finding.ruleId === ruleId).toSorted((a, b) => strength(a.outcome) - strength(b.outcome))
    const [worst] = hits
    if (worst === undefined) return []
    const words = [...new Set(hits.flatMap(({ match }) => (match === null ? [] : [match])))]
    const tellEn = (text: string) => (words.length === 0 ? text : `${text} [${words.join(', ')}]`)
    const tellZh = (text: string) => (words.length === 0 ? text : `${text}（${words.join('、')}）`)
    return [
      makeFinding(subject, {
        code: ruleId,
        ...LINT_SEVERITY[worst.outcome],
        because: { en: tellEn(worst.message.en), zh: tellZh(worst.message.zh) },
        fix: { en: worst.fix.en, zh: worst.fix.zh },
      }),
    ]
  })
}
