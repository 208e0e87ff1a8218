export * from './schema.ts'
export type {
  BriefUnderJudgement,
  ChosenCreator,
  DeliverableUnderJudgement,
  EarlierPass,
  GateAnswer,
  GateInput,
  PartyUnderstanding,
  ProductProof,
  ReviewUnderJudgement,
} from './gate-input.ts'
export {
  effectiveDay,
  hashFactEntries,
  listComingDays,
  listFactChanges,
  listRuleChanges,
  stageOf,
  type ImpactStage,
  type RuleChange,
} from './rule-impact.ts'
export { tellCreatorChange, type CreatorChange } from './tell-creator-change.ts'
export { THRESHOLDS } from './gate-threshold-table.ts'
export { forecastGuards, judgeGoal, type GuardForecast } from './judge-goal.ts'
export { judgeChoice } from './judge-choice.ts'
export { judgeBrief } from './judge-brief.ts'
export { judgeTrust } from './judge-trust.ts'
export { judgeRules } from './judge-rules.ts'
export { LINT_SEVERITY, listLintFindings } from './list-lint-findings.ts'
export { judgeGates } from './judge-gates.ts'
export { ACTS, guardAct, type Act } from './guard-act.ts'
export { checkSigner, type Signer } from './check-signer.ts'
export { checkWaiver, mayWaive, WAIVER_PERMISSION, type WaiverRequest } from './waive-finding.ts'
