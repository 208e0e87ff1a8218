export * from './schema.ts'
export {
  BRIEF_MOVES,
  BRIEF_ROLES,
  isDecision,
  isReviewed,
  isSending,
  isSent,
  SENDING_MOVES,
  moveBrief,
  BRIEF_REVIEW_MOVES,
  roleFor,
  type BriefMove,
  type BriefMover,
  type BriefRole,
} from './brief-workflow.ts'
export {
  isAgencyNamed,
  isAuthorOf,
  listReviewers,
  memberInputSchema,
  partyInputSchema,
  rolesOf,
  type Duty,
  type MemberInput,
  type PartyInput,
  type PartyMember,
  type ReviewQuestion,
  type RoleQuestion,
} from './party.ts'
export { FREEDOM_DEMANDS, type FreedomDemand } from './freedom-demands.ts'
export { freedomTableSchema, type FreedomCost, type FreedomTable } from './freedom-table-schema.ts'
export { DEMAND_TEXTS, FREEDOM_TABLE } from './freedom-table.ts'
export { writeFormula } from './freedom-formula.ts'
export { computeFreedom } from './compute-freedom.ts'
export { listCountedVerbatim, listLawWords, listScripted, MANDATORY_TEXTS } from './law-words.ts'
export { checkParity, type ParityGap } from './check-parity.ts'
export { listSentences, type Sentence } from './list-sentences.ts'
export { applyTemplate } from './apply-template.ts'
export { GOAL_TEMPLATES, PLATFORM_TEMPLATES, type BriefTemplate } from './template-table.ts'
export { diffBriefs, type BriefChange } from './diff-briefs.ts'
export { mergeBriefs, takeTheirs, type BriefClash, type TwoBriefs } from './merge-briefs.ts'
export { findContradictions, type Contradiction } from './find-contradictions.ts'
export { checkBrief, checkBriefSections } from './check-brief.ts'
export {
  BRIEF_SECTIONS,
  listBriefItems,
  NAME_FIELDS,
  REVIEW_FIELDS,
  SENTENCE_SECTIONS,
  type BriefItem,
  type BriefSection,
  type SentenceSection,
} from './list-items.ts'
export { listAskedTexts } from './list-asked-texts.ts'
export { takeOver } from './take-over.ts'
export { BRIEF_FIELD_NAMES, BRIEF_WEIGHT_NAMES } from './brief-words.ts'
export {
  DOCUMENT_LANGUAGES,
  documentBrief,
  NOTHING_SAID,
  type DocumentCell,
  type DocumentItem,
  type DocumentLanguage,
  type DocumentSection,
} from './brief-document.ts'
export { readDocument, type ReturnedDocument } from './read-document.ts'
export { writeBriefText } from './write-brief-text.ts'
export { isSectionName, readBriefText, type NotPlaced, type ReadBrief } from './read-brief-text.ts'
export { askForPlayback, isAnswered, listAsked, type AskedItems, type OwnPosts, type PlaybackQuestion } from './playback-question.ts'
export { isSameKind, listRowsFor, type PostKind } from './match-post.ts'
export {
  listStrangeIds,
  mergePlayback,
  playbackSchema,
  playedDeliverableSchema,
  type Playback,
  type PlayedDeliverable,
} from './playback.ts'
export { blankRow, isRowSaid } from './played-row.ts'
export { coverSentence, findForbidden, SAID_FROM, type Coverage } from './match-words.ts'
export {
  comparePlayback,
  PLAYBACK_FIELD_TEXTS,
  PLAYBACK_FIELDS,
  type Comparison,
  type Difference,
  type PlaybackField,
} from './compare-playback.ts'
export { settleDifference, SETTLEMENTS, type PlaybackSide, type Settlement } from './settle-difference.ts'
export {
  moveThread,
  THREAD_KINDS,
  THREAD_MOVE_NAMES,
  THREAD_MOVES,
  THREAD_ROLES,
  THREAD_STATES,
  threadInputSchema,
  threadStateSchema,
  type ThreadInput,
  type ThreadKind,
  type ThreadMove,
  type ThreadRole,
  type ThreadState,
} from './thread-workflow.ts'
export { findItemText, hasOwnSentence, replaceItemText } from './replace-item-text.ts'
export { startSilenceClock, type SilenceClock } from './silence-clock.ts'
