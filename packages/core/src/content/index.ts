export * from './schema.ts'
export { DELIVERABLE_MOVES, moveDeliverable, type DeliverableMove } from './deliverable-workflow.ts'
export { compareTexts, countRewritten, findDuplicates, indexText, measureBrieflike, type IndexedText } from './compare-texts.ts'
/** What of a first draft the brand's requests left, 0–1; null without a first draft. */
export { measureKept, type DraftStep, type KeptShare } from './measure-kept.ts'
export { checkProof, isProved } from './product-proof.ts'
export { LONGEST_PROOF_NOTE, notedProofSchema, type NotedProof } from './product-proof-schema.ts'
