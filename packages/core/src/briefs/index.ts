export * from './schema.ts'
export { BRIEF_MOVES, BRIEF_ROLES, isReviewed, moveBrief, type BriefActor, type BriefMove, type BriefRole } from './brief-workflow.ts'
export {
  DEMAND_TEXTS,
  FREEDOM_DEMANDS,
  FREEDOM_TABLE,
  freedomTableSchema,
  type FreedomCost,
  type FreedomDemand,
  type FreedomTable,
} from './freedom-table.ts'
export { writeFormula } from './freedom-formula.ts'
export { computeFreedom } from './compute-freedom.ts'
export { listCountedVerbatim, listLawWords, listScripted, MANDATORY_TEXTS } from './law-words.ts'
export { checkParity, listSentences, type ParityGap } from './check-parity.ts'
export { findContradictions, type Contradiction } from './find-contradictions.ts'
export { checkBrief, checkBriefSections } from './check-brief.ts'
export { BRIEF_SECTIONS, listBriefItems, type BriefItem, type BriefSection } from './list-items.ts'
export { listAskedTexts } from './list-asked-texts.ts'
