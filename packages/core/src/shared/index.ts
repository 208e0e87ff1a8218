export { fen, type Branded, type Fen, type WorkspaceId } from './branded.ts'
export { accept, refuse, type Outcome, type Refusal } from './outcome.ts'
export { walk, type MoveRequest, type Transition } from './transition.ts'
export { canonicalJson, hashOf, type Sha256 } from './canonical.ts'
export { joinReasons, LANGUAGES, localizedSchema, say, splitReasons, type Language, type Localized, type Reasons } from './localized.ts'
export { addDays, daysBetween, isDay, momentOn, readDay, shanghaiClock, shanghaiDay, shanghaiMoment } from './day.ts'
export { daySchema, momentSchema } from './day-schema.ts'
export { HOLIDAYS, HOLIDAYS_KNOWN_TO, listHolidays, MAKE_UP_DAYS } from './holiday-table.ts'
export { addWorkingDays, isWorkingDay } from './work-calendar.ts'
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
export { CATEGORY_NAMES_ZH, FORMAT_NAMES_ZH, nameZh, PLATFORM_NAMES_ZH, TYPE_NAMES_ZH } from './names-zh.ts'
export { ERRORS, type ErrorCode, type ErrorEntry } from './errors.ts'
export { harmlessCell, readHarmlessCell } from './harmless-cell.ts'
export { isObservedLater } from './is-observed-later.ts'
export { mixText } from './mix-text.ts'
export { formatCount, formatExact, formatFen, formatGap, formatShare, formatTimes } from './format.ts'
export { groupBy } from './group-by.ts'
export { findMeant } from './find-meant.ts'
export { fault, tellIssue } from './tell-issue.ts'
export { findUnknownFields, listUnknownFields } from './unknown-fields.ts'
