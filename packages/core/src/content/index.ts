export * from './schema.ts'
export { DELIVERABLE_MOVES, moveDeliverable, type DeliverableMove } from './deliverable-workflow.ts'
export { compareTexts, countRewritten, findDuplicates, measureBrieflike, type ComparableText } from './compare-texts.ts'
