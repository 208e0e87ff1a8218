export * from './schema.ts'
export { checkMixProblem, type MixRefusal, WHOLE_PROBLEM } from './check-mix-problem.ts'
export { nameConstraint, tellAmount } from './name-constraint.ts'
export { tellClash } from './tell-clash.ts'
/** Ids and groups that a bare problem names and does not hold. */
export { tellStrayIds } from './tell-stray-ids.ts'
export { KPI_NAMES, nameKpi, tellTarget } from './kpi-names.ts'
export { certify, sketchMix, solveMix } from './solve-mix.ts'
export type { ChanceOf } from './mix-demand.ts'
export { fitsMix, weighMix } from './weigh-mix.ts'
export { drawUniform, seedFrom } from './seeded-draws.ts'
export { FORECAST_METRICS, type ForecastMetric } from './aggregate-table.ts'
export { fitCohorts, type Cohorts } from './fit-cohorts.ts'
export type { QuantityCohorts } from './fit-quantity.ts'
export { forecastAccount, forecastPaidPost, type ForecastQuestion } from './forecast-account.ts'
export { approximateSum, describeDraws, drawForecast, sumForecasts, type ForecastSum, type Quantiles } from './sum-forecasts.ts'
export { backtestForecasts, type Backtest, type BacktestGroup, type BacktestScores } from './backtest.ts'
/** 95 % interval of a statistic by drawing clusters again (seeded). */
export { bootstrap } from './coverage-light.ts'
export { LIGHTS, type Coverage, type Light } from './coverage-light.ts'
export { boundReach, boundReachByPairs, fitReachCurve, reachBySegments, reachIndependent, type PairOverlap } from './reach.ts'
export { rankNext } from './rank-next.ts'
export { kindOfPost, measureRate, POST_KINDS, splitPosts, type PostGroup, type PostKind, type Spread } from './split-posts.ts'
export { countInteractions } from './read-sample.ts'
/** Followers, clicks, mentions and orders per view: Gamma–Poisson (science.md §2.2). */
export { drawCounts, predictCount, quantileOfCount, type CountedRate, type RatePrior } from './count-forecast.ts'
/** What views bring of people outside the posts, as draws beside draws of views: counted before, else assumed and said so. */
export { drawEvents, drawSales, type DrawnEvents, type EventQuestion, type MissingRate } from './draw-events.ts'
/** The same of one account's next post, and totals over accounts: by simulation, P10s are never added. */
export { forecastEvents, totalForecasts } from './forecast-events.ts'
/** What a campaign holds of earlier ones and of its orders, and the events that are drawn by it. */
export type { HeldResults } from './event-rates.ts'
export type { CountedEvent } from './rate-table.ts'
/** Net sales of 1,000 views in CNY, after refunds. */
export { netPerThousandViews, type SalesFunnel } from './sales-funnel.ts'
/** What past ranges teach the next one. */
export { adaptAlpha, moveEnds } from './adapt-ranges.ts'
/** Middle of numbers in any order. */
export { medianOf } from './score-forecasts.ts'
/** Accounts without posts, bad counts and duplicates of a forecast, each by name. */
export { checkForecastAccounts, type ForecastFinding } from './check-accounts.ts'
