export { briefRoutes, presentBrief, storedBriefSchema } from './routes.ts'
export { listBriefs, loadBrief, updateBriefState, type StoredBrief } from './brief-store.ts'
export { freedomTableRoutes } from './freedom-table-routes.ts'
export { loadFreedomTable } from './freedom-table-store.ts'
export { briefDocumentRoutes } from './document-routes.ts'
export { briefCopyRoutes } from './copy-routes.ts'
export { writeBrief } from './write-brief.ts'
export { openThread, stepThread, type ThreadStep } from './change-threads.ts'
export { listThreads, listThreadWords, loadThread, type StoredThread, type StoredWords } from './thread-store.ts'
export {
  insertPlayback,
  insertReceipt,
  insertSettlement,
  listPlaybacks,
  listReceipts,
  listSettlements,
  type Receipt,
  type Spoken,
  type StoredPlayback,
  type StoredSettlement,
} from './playback-store.ts'
export { partyRoutes } from './party-routes.ts'
export { addParty, grantMember } from './change-parties.ts'
export { listMembers, listParties, keepCreatorParty, type StoredMember, type StoredParty } from './party-store.ts'
export {
  actingForSchema,
  DESK,
  findCreatorVoice,
  findVoice,
  listActiveMembers,
  listOwnVoices,
  type ActingFor,
  type Voice,
} from './find-voice.ts'
export { findAgreedDays, isBriefOut } from './find-agreed-days.ts'
