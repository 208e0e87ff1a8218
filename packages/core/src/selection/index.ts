export * from './schema.ts'
export * from './plan-parts-schema.ts'
export { acceptanceOf, type AcceptanceFacts, type OwnAnswers } from './acceptance.ts'
export { ACCEPTANCE } from './assumption-table.ts'
export { chooseQuote, costOfQuote, listBookable, type BookableQuote, type QuoteChoice } from './choose-quote.ts'
export { planCampaign, type PlanRequest } from './plan-campaign.ts'
export { tellInfeasible } from './tell-infeasible.ts'
export { forecastChoice, type Choice } from './forecast-choice.ts'
export * from './plan-version-schema.ts'
export { nameCause } from './name-cause.ts'
export { comparePlans, type ComparedNumber, type PlanComparison } from './compare-plans.ts'
export {
  INVITATION_MOVE_NAMES,
  INVITATION_MOVES,
  isGone,
  isHeld,
  listInvitationMoves,
  moveInvitation,
  type InvitationMove,
} from './invitation-workflow.ts'
export { ANSWER_TERMS, readInvitations, type InvitationHistory, type InvitationStep } from './invitation-history.ts'
export { DISCOVERY_FIELDS, DISCOVERY_FIELD_NAMES, type DiscoveryField, type DiscoveryFieldName } from './discovery/discovery-field-table.ts'
export {
  putDiscoveryRows,
  removeDiscoveryRow,
  sizeOfDiscoveryIndex,
  startDiscoveryIndex,
  type DiscoveryBatch,
  type DiscoveryIndex,
} from './discovery/discovery-index.ts'
export {
  discoveryAnswerSchema,
  discoveryFacetSchema,
  discoveryFilterSchema,
  discoveryQuerySchema,
  discoveryQuestionSchema,
  isOfOrder,
  nameOrder,
  pagePlaceSchema,
  type DiscoveryAnswer,
  type DiscoveryFacet,
  type DiscoveryFilter,
  type DiscoveryQuery,
  type PagePlace,
} from './discovery/discovery-schema.ts'
export { placeOfQuery } from './discovery/page-place.ts'
export { PROVINCE_SHARES, type ProvinceShare } from './discovery/province-share-table.ts'
export { markProvinces, spellFilters } from './discovery/province-shares.ts'
export { discover } from './discovery/discover.ts'
export type { JoinedIds } from './discovery/run-filters.ts'
export { hasJoined, joinedConditionsSchema, type JoinedConditions } from './discovery/joined-conditions.ts'
export { foldForSearch } from './discovery/fold-for-search.ts'
export {
  cheapestPrice,
  describeAccount,
  lastObserved,
  listSources,
  type AskedPrice,
  type DiscoveryValues,
} from './discovery/describe-account.ts'
export type { CellValue } from './discovery/column.ts'
export {
  breakDownQuote,
  PRICE_GAPS,
  PRICE_PARTS,
  type PriceBreakdown,
  type PriceGap,
  type PricePart,
  type PriceStep,
} from './creator-page/break-down-quote.ts'
export {
  QUOTE_STANDINGS,
  tellPrices,
  type AtForecast,
  type QuoteStanding,
  type ToldPrice,
  type ToldPrices,
} from './creator-page/tell-prices.ts'
export { LEAST_RANKED, rankInSpread, type PeerSpread } from './creator-page/rank-in-spread.ts'
export {
  creatorPageSchema,
  heldPostSchema,
  profileObservationSchema,
  RANKED_MEASURES,
  type CreatorPage,
  type HeldPost,
  type ProfileObservation,
  type Rank,
  type RankedMeasure,
} from './creator-page/page-schema.ts'
export { buildPage, type PageInput, type StoredPost } from './creator-page/build-page.ts'
export {
  EXPORT_COLUMN_NAMES,
  EXPORT_COLUMNS,
  formatExport,
  headExport,
  rowExport,
  type ExportColumnName,
  type ExportFormat,
} from './discovery/export-columns-table.ts'
export {
  checkSearchRemoval,
  LONGEST_SHORTLIST,
  savedSearchInputSchema,
  shortlistAdditionSchema,
  shortlistChangeSchema,
  shortlistInputSchema,
  type SavedSearchInput,
  type ShortlistChange,
  type ShortlistInput,
} from './saved-search.ts'
export { vettedCreatorSchema, type VettedCreator } from './creator-page/vetted-schema.ts'
export { shareReasons, type SharedReasons } from './share-reasons.ts'
export { toneFitsSchema, type ToneFits } from './tone-fits.ts'
export {
  fitReportSchema,
  fitTableSchema,
  FIT_PARTS,
  type FitPart,
  type FitPartName,
  type FitReport,
  type FitTable,
} from './fit/fit-schema.ts'
export { orderOfFit } from './fit/combine-fit.ts'
export { FEE_TABLE, feeTableSchema, type FeeRow, type FeeTable } from './fee-table.ts'
export { FIT_TABLE } from './fit/fit-table.ts'
export type { AudienceReference } from './fit/measure-audience.ts'
export { measureFit, type FitFacts, type PricePlace } from './fit/measure-fit.ts'
export { meanAudiences, rankPrices } from './fit/rank-prices.ts'
export type { ConflictFacts, ConflictQuestion } from './conflicts/conflict-facts.ts'
export {
  AGE_SENSITIVE_CATEGORIES,
  COMPETITOR_DAYS,
  CONFLICTS,
  MOST_OF_ONE_MCN,
  QUALIFIED_CATEGORIES,
  type ConflictKind,
} from './conflicts/conflict-table.ts'
export { findConflicts } from './conflicts/find-conflicts.ts'
export { mcnConstraints, mcnGroup, mcnOf, sumByMcn, type McnBooking } from './conflicts/mcn-cap.ts'
export { assessCreator, assessmentSchema, type Assessment, type AssessmentFacts } from './assess-creator.ts'
export { findQuoteFaults, isSound, QUOTE_FAULTS, type QuoteFault, type QuoteFaultCode } from './quote-faults.ts'
export { UNFILED_RULES } from './assumption-table.ts'
