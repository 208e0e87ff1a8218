export * from './schema.ts'
export { chooseQuote, costOfQuote, type QuoteChoice } from './choose-quote.ts'
export { planCampaign } from './plan-campaign.ts'
export { DISCOVERY_FIELDS, DISCOVERY_FIELD_NAMES, type DiscoveryField, type DiscoveryFieldName } from './discovery/discovery-field-table.ts'
export {
  listCells,
  putDiscoveryRow,
  removeDiscoveryRow,
  sizeOfDiscoveryIndex,
  startDiscoveryIndex,
  type DiscoveryIndex,
  type DiscoveryRow,
} from './discovery/discovery-index.ts'
export {
  discoveryAnswerSchema,
  discoveryFacetSchema,
  discoveryFilterSchema,
  discoveryQuerySchema,
  type DiscoveryAnswer,
  type DiscoveryFacet,
  type DiscoveryFilter,
  type DiscoveryQuery,
} from './discovery/discovery-schema.ts'
export { discover } from './discovery/discover.ts'
export { foldForSearch } from './discovery/search-text.ts'
export {
  cheapestPrice,
  describeAccount,
  lastObserved,
  listSources,
  type AskedPrice,
  type DiscoveryValues,
} from './discovery/describe-account.ts'
export type { CellValue } from './discovery/column.ts'
