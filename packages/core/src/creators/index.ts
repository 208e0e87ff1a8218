export * from './schema.ts'
export { nameSource, newAccount, newMetric, newPost, newQuote } from '../imports/index.ts'
export {
  endOfTier,
  findTier,
  replaceTiers,
  TIER_NAMES_EN,
  TIER_NAMES_ZH,
  TIERS,
  tierTableSchema,
  type Tier,
  type TierRow,
  type TierTable,
} from './tier-table.ts'
export { BUYER_SIGNS, LEAST_BUYER_SIGNS, type BuyerFacts, type BuyerSign } from './buyer-sign-table.ts'
export { typeOf, withType, type TypeFacts, type TypeWithBasis } from './type-of.ts'
export { claimComments } from './image/claim-comments.ts'
export { describeImage, type ImageFacts } from './image/describe-image.ts'
export { fitTone } from './image/fit-tone.ts'
export {
  heldIncidentSchema,
  imageReportSchema,
  toneTargetSchema,
  type HeldIncident,
  type ImageReport,
  type ToneTarget,
} from './image/schema.ts'
export type { CreatorLine } from './creator-line.ts'
export { nameDefinition } from './definition-names.ts'
export { hasQuoteEnded, lastDayOf } from './quote-end.ts'
export { isReplaced, newestMetric, standingQuotes } from './standing.ts'
export { nameFormat } from './format-names.ts'
export { scoreAgainst, scoreWeights, vetAccounts, vetAgainst, type HeldOfOne, type VettingOptions } from './vetting/vet-accounts.ts'
export { learnPeers, type PeerModel } from './vetting/learn-peers.ts'
export { ofOneSource } from './vetting/one-source.ts'
export { fitIsotonic } from './vetting/isotonic.ts'
export { VETTING_SIGNALS, type VettingSignal } from './vetting/vetting-signal-table.ts'
export { vettingSchema, type Vetting, type VettingSignalReport } from './vetting/schema.ts'
export {
  heldCommentSchema,
  heldOrderSchema,
  heldSeriesSchema,
  type HeldComment,
  type HeldOrder,
  type HeldSeries,
} from './vetting/held-evidence.ts'
export * from './dossier/schema.ts'
export * from './relationship/schema.ts'
export * from './relationship/relationship.ts'
/** What can be recorded of working together, by whom, and how it weighs (our assumption). */
export {
  EXPERIENCE_KINDS,
  EXPERIENCE_RULES,
  EXPERIENCE_SIDES,
  isExperienceKind,
  isPraise,
  SEVERITIES,
  SEVERITY_WEIGHTS,
  STANCES,
  STANDING_WEIGHTS,
  type ExperienceKind,
  type ExperienceSide,
  type Severity,
} from './relationship/experience-table.ts'
export { checkAnswer, checkExperience, standingOf } from './relationship/check-experience.ts'
export type { HeldForConflicts, PastEngagement } from './dossier/held-for-conflicts.ts'
export { checkDocument } from './dossier/check-document.ts'
export { competitorsSince, listClashes, type ClashFacts, type ClashQuestion } from './dossier/list-clashes.ts'
export { checkNoteRemoval } from './dossier/check-removal.ts'
export { DOCUMENT_TYPES, LARGEST_DOCUMENT_BYTES, type DocumentType } from './dossier/document-type-table.ts'
export { groupNumbers, type NumberGroup } from './page/group-numbers.ts'
/** Sightings of posts as posts. */
export { joinPosts, mergePost } from './page/merge-post.ts'
export { splitPostSchema, type SplitPost } from './page/split-post.ts'
export { tellHashMatch } from './page/tell-hash-match.ts'
export { listUnknown, type UnknownFact } from './page/list-unknown.ts'
export * from './identity/schema.ts'
export { LARGEST_BLOCK } from './identity/merge-evidence-table.ts'
export { listBlockKeys, prepareTrace, type AccountTrace, type PreparedTrace } from './identity/account-trace.ts'
export { pairKey, suggestMerges, type MergeWish, type RankedMerges } from './identity/suggest-merges.ts'
export { type MergeEvidence, type MergeSuggestion } from './identity/weigh-pair.ts'
export { checkMerge, checkSplit, type MergeState } from './identity/decide-merge.ts'
export { authorHashOf } from '../imports/index.ts'
export * from './loan/schema.ts'
export { hasEnded, isDue, lockEnd, type KeptCooperation } from './loan/keep-by-law.ts'
export * from './correction/schema.ts'
export { observeCorrections, type TypedObservation } from './correction/observe-corrections.ts'
export { applyCorrections, isMetricTypedOver, isTypedOver, typedSource, valueBefore } from './correction/apply-corrections.ts'
