export * from './schema.ts'
export { DELIVERABLE_MOVES, moveDeliverable, type DeliverableMove } from './deliverable-workflow.ts'
export { compareTexts, countRewritten, findDuplicates, indexText, measureBrieflike, type IndexedText } from './compare-texts.ts'
