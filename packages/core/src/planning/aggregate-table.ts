/** Metrics the forecast knows, with the names under which exports give their medians and means. */
export const AGGREGATES = {
  views: {
    medians: ['viewsMedian', 'playsMedian', 'readsMedian', 'readMedian', 'playMedian', 'viewMedian'],
    means: ['viewsMean', 'playsMean', 'readsMean', 'readMean', 'playMean', 'viewMean'],
  },
  interactions: {
    medians: ['interactionsMedian', 'interactionMedian'],
    means: ['interactionsMean', 'interactionMean'],
  },
} as const

/** English names of the medians above. */
export const AGGREGATE_NAMES_EN: Readonly<Record<string, string>> = {
  viewsMedian: 'median views',
  playsMedian: 'median plays',
  readsMedian: 'median reads',
  readMedian: 'median reads',
  playMedian: 'median plays',
  viewMedian: 'median views',
  interactionsMedian: 'median interactions',
  interactionMedian: 'median interactions',
}

/** Chinese names of the medians above. */
export const AGGREGATE_NAMES_ZH: Readonly<Record<string, string>> = {
  viewsMedian: '播放中位数',
  playsMedian: '播放中位数',
  readsMedian: '阅读中位数',
  readMedian: '阅读中位数',
  playMedian: '播放中位数',
  viewMedian: '播放中位数',
  interactionsMedian: '互动中位数',
  interactionMedian: '互动中位数',
}

/** What the forecast predicts of one post; both in counts. */
export const FORECAST_METRICS = ['views', 'interactions'] as const
/** One of FORECAST_METRICS. */
export type ForecastMetric = (typeof FORECAST_METRICS)[number]

/**
 * Cold start per metric, all [A] and editable here: centre ln(metric) = ln(ratio) + slope·ln(followers) around
 * 100,000 followers. Ratio of plays per follower: Douyin 0.69 (18 Xingtu records, 2025-09), others assumed.
 */
export const COLD_START = {
  views: {
    ratio: { douyin: 0.69, kuaishou: 0.69, xiaohongshu: 0.3, bilibili: 0.5 },
    otherRatio: 0.3,
    slope: 0.8,
    sigma: 0.9,
    nu: 6,
    kappa: 1.5,
  },
  interactions: { ratio: { douyin: 0.02, xiaohongshu: 0.012 }, otherRatio: 0.01, slope: 0.8, sigma: 0.95, nu: 6, kappa: 1.5 },
  /** ln of interactions per view: nearly as steady as a signature (sd 0.25 within two real creators). */
  engagement: { ratio: { douyin: 0.03, xiaohongshu: 0.06 }, otherRatio: 0.03, slope: 0, sigma: 0.3, nu: 6, kappa: 0.3 },
} as const

/** Posts younger than this are not final: search keeps feeding Xiaohongshu notes for days (science.md §2.2). */
export const YOUNG_DAYS = { xiaohongshu: 7, other: 3 } as const
/** With fewer final counts than this, counts taken early are better than none [A]. */
export const LEAST_FINAL = 3
/** Where more than this share was only ever counted early, that is how this list counts, and leaving them out would be leaving it out [A]. */
export const MOST_EARLY = 0.2
export const HALF_LIFE_DAYS = 60
/** Own cohorts replace the cold start from this many creators on (science.md §1.3). */
export const LEAST_COHORT = 8
