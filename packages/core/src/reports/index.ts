export * from './schema.ts'
export { reported, type Reported, type ReportedDraft } from './reported.ts'
export type { PostObservation } from './read-observation.ts'
export { sumReported } from './sum-reported.ts'
export type { ReportedDeliverable } from './measure-costs.ts'
export { buildReport, type BuiltReport, type ReportInput } from './build-report.ts'
export * from './creator-work.ts'
export { continueGoal, learnFrom, type ForecastRecord, type Lesson, type ProvenCreator } from './learn-from.ts'
export { isResultKept, proposeResult, type ProposedResult } from './propose-result.ts'
export * from './forecast-record/schema.ts'
/** A campaign's frozen forecast beside its report's whole sums: counts, one line per metric. */
export { scoreCampaign, type ScoredMetric } from './forecast-record/score-campaign.ts'
/** What a frozen plan forecast of the posts that were published; KPIs in their own unit. */
export { forecastPublished } from './forecast-record/forecast-published.ts'
/** The last six forecasts of a metric in one sentence. */
export { summariseOutcomes } from './forecast-record/summarise-outcomes.ts'
export * from './freedom-record/schema.ts'
/** The freedom index (0–100) and what was kept of the first draft (0–1) of one post, as reported numbers. */
export { reportFreedom, type FreedomFacts, type PostFreedom } from './freedom-record/post-freedom.ts'
/** Whether freedom pays: both figures against ln(views ÷ forecast median), with n, interval and verdict. */
export { judgeFreedom, LEAST_TO_TELL, logRatioOf } from './freedom-record/judge-freedom.ts'
