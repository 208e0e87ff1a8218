export { fen, type Branded, type Fen, type WorkspaceId } from './branded.ts'
export { accept, refuse, type Outcome, type Refusal } from './outcome.ts'
export { walk, type MoveRequest, type Transition } from './transition.ts'
export { canonicalJson, hashOf, type Sha256 } from './canonical.ts'
export { LANGUAGES, localizedSchema, type Language, type Localized } from './localized.ts'
export { addDays, daySchema, daysBetween, momentSchema, shanghaiDay, shanghaiMoment } from './day.ts'
export {
  CATEGORIES,
  categorySchema,
  CREATOR_TYPES,
  creatorTypeSchema,
  PLATFORMS,
  platformSchema,
  type Category,
  type CreatorType,
  type Platform,
} from './platform.ts'
export { ERRORS, type ErrorCode, type ErrorEntry } from './errors.ts'
export { formatCount, formatFen, formatShare } from './format.ts'
