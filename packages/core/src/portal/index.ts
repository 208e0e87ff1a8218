export * from './schema.ts'
export { EXCEEDED_FIELDS } from './exceeded-fields.ts'
export {
  admitLink,
  checkLinkDay,
  lastLinkDay,
  LINK_DAYS,
  LONGEST_LINK_DAYS,
  mayRepeatOpening,
  OPENING_MINUTES,
  opensHereOnly,
  REVIEW_LINK_DAYS,
  stateOfLink,
  type LinkTerm,
} from './creator-link.ts'
export { askForCode, checkCode, CODE_POLICY, type DeviceCode } from './device-code.ts'
export { nameDevice } from './name-device.ts'
/** Due days and clocks of the steps of a post; `endAfter` takes a moment (ISO) and hours. */
export { dueOf, endAfter, listNumberDays, NUMBER_DAYS, stepOf, WHOSE_TURN, type PostStanding, type StepClock } from './creator-step.ts'
export { checkRequest, checkSettlement, REQUEST_RULES, type RequestRule, type RequestStanding } from './creator-request.ts'
export {
  checkCreatorFile,
  checkFileQuota,
  CREATOR_FILE_QUOTA,
  CREATOR_FILE_TYPES,
  LARGEST_CREATOR_FILE_BYTES,
} from './check-creator-file.ts'
export { tellDue, writeMessage, writeReviewMessage, type MessageParts, type ReviewMessageParts } from './write-message.ts'
export { tellAgreed, type AgreedPost } from './tell-agreed.ts'
export { composeFacts, type DraftSurroundings } from './compose-facts.ts'
export {
  CHAIN_TURNS,
  endOfTurn,
  planReminders,
  stageOfTurn,
  TURN_KINDS,
  TURN_SIDES,
  TURN_STAGES,
  type PlannedReminder,
  type TurnClock,
  type TurnKind,
  type TurnSide,
  type TurnStage,
} from './turn.ts'
export { isReminded, writeReminder, type ReminderParts, type RemindedStep } from './write-reminder.ts'
export { changesTurns } from './turn-events.ts'
export { isNamedMcn } from './named-mcn.ts'
export { NOTE_RHYTHM, noteRhythmSchema, OFFERED_RHYTHM_DAYS, type NoteRhythm } from './note-rhythm.ts'
export { NOTE_EVENTS, NOTE_TURNS, type NoteReach } from './note-table.ts'
export {
  isToldTo,
  LONGEST_NOTE,
  LONGEST_NOTE_ANSWER,
  nextNoteDay,
  NOTE_WAYS,
  writePartyNote,
  type NoteFacts,
  type NoteReader,
  type NoteWay,
} from './party-note.ts'
export { ERASURE_CLOCK, ERASURE_CLOCK_SOURCE, erasureClockSchema, erasureDue, type ErasureClock } from './erasure-clock.ts'
