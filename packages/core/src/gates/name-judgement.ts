import type { LintItem } from '../compliance/index.ts'

/** What a check says, without the words and the version it says it with: passes are bound to that, so that only a changed judgement reopens one. */
export function nameJudgement({ verdict, findings, exemptions, missing }: LintItem) {
  const places = findings.map(({ ruleId, outcome, field, span, match }) => ({ ruleId, outcome, field, span, match }))
  return { verdict, findings: places, exemptions: exemptions.map(({ ruleId, span }) => ({ ruleId, span })), missing }
}
