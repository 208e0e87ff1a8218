export * from './schema.ts'
export { reported, type Reported, type ReportedDraft } from './reported.ts'
export type { PostObservation } from './read-observation.ts'
export { sumReported } from './sum-reported.ts'
export type { ReportedDeliverable } from './measure-costs.ts'
export { buildReport, type BuiltReport, type ReportInput } from './build-report.ts'
export * from './creator-work.ts'
export { continueGoal, learnFrom, type ForecastRecord, type Lesson, type ProvenCreator } from './learn-from.ts'
export * from './forecast-record/schema.ts'
/** A campaign's frozen forecast beside its report's whole sums: counts, one line per metric. */
export { scoreCampaign, type ScoredMetric } from './forecast-record/score-campaign.ts'
/** What a frozen plan forecast of the posts that were published; KPIs in their own unit. */
export { forecastPublished } from './forecast-record/forecast-published.ts'
/** The last six forecasts of a metric in one sentence. */
export { summariseOutcomes } from './forecast-record/summarise-outcomes.ts'
