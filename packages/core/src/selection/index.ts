export * from './schema.ts'
export { chooseQuote, costOfQuote, type QuoteChoice } from './choose-quote.ts'
export { planCampaign } from './plan-campaign.ts'
