export * from './schema.ts'
export { newAccount, newQuote, typedAccount, type TypedCreator } from '../imports/index.ts'
export { TIERS, type TierRow } from './tier-table.ts'
export { typeOf, withType, type TypeWithBasis } from './type-of.ts'
