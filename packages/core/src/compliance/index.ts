export * from './outcomes.ts'
export * from './schema.ts'
export {
  detectorSchema,
  READ_KINDS,
  ruleEntrySchema,
  rulebookPartSchema,
  wordListSchema,
  type Detector,
  type RuleEntry,
  type RuleExample,
  type RulebookPart,
  type WordList,
} from './rule-entry.ts'
export { compileRulebook, type Rulebook } from './compile.ts'
export { draftSuccessor } from './draft-successor.ts'
export { listStaleSources, mayReach, type ReachFacts, type StaleSource } from './stale-sources.ts'
export { disabledFileSchema, joinRules, type DisabledRule, type OwnRules, type RuleNews } from './join-rules.ts'
export { describeRule } from './describe-rule.ts'
export { checkExamples, exampleFacts, type ExampleFault } from './check-examples.ts'
export {
  listSources,
  newsOfChecks,
  SOURCE_INTERVALS_DAYS,
  sourceKindOf,
  sourceOf,
  staleDays,
  type DueRequest,
  type DueSource,
  type SourceCheck,
  type SourceKind,
} from './due.ts'
export {
  compareVersions,
  judgePack,
  PACK_FORMAT,
  packStatement,
  packVersionSchema,
  rulebookPackSchema,
  trustedKeySchema,
  type PackRequest,
  type RulebookPack,
  type TrustedKey,
} from './pack.ts'
export { nameFactZh } from './fact-names.ts'
export { lint } from './lint.ts'
export { hashText } from './hash-text.ts'
export { hashRules, type RuleReach } from './hash-rules.ts'
export { dateRulebook } from './date-rulebook.ts'
export { diffRulebook, isInForce, ruleById, rulesInForce } from './rulebook-queries.ts'
export { doesReachPlatform, timeline, type TimelineChange, type TimelineRequest } from './timeline.ts'
export { compareRulebooks, findImpact, type Impact, type RulebookComparison, type RulebookOnDay } from './impact.ts'
export { TermScanner } from './scan/term-scanner.ts'
export { TermStream, type StreamHit } from './scan/term-stream.ts'
export { buildTermTable, type TermOptions, type TermTable } from './scan/term-table.ts'
export { fillInPart, slimPart, type SlimPart } from './slim-part.ts'
