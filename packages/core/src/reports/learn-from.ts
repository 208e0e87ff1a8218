import type { Goal, Kpi } from '../campaigns/index.ts'
import { formatExact, say, shanghaiDay, type Localized } from '../shared/index.ts'
import type { Report, ReportedNumber } from './schema.ts'

/** A creator who brought much for their price in an earlier campaign. */
export interface ProvenCreator {
  readonly creatorId: string
  readonly creatorName: string | null
  readonly platform: string
  readonly cpe: number
  readonly because: Localized
}

/** How the forecasts of a campaign held against what came. `share` null: no post has both. */
export interface ForecastRecord {
  readonly posts: number
  readonly inRange: number
  /** Geometric mean of what came over P50, of posts with views: 1 is right, 0.5 half of what was forecast. */
  readonly ratio: number | null
}

/** What an earlier campaign showed. */
export interface Lesson {
  readonly kpis: readonly {
    readonly name: string
    readonly unit: string
    readonly target: number | null
    readonly p50: number | null
    readonly actual: ReportedNumber
    readonly verdict: Report['kpis'][number]['verdict']
  }[]
  readonly proven: readonly ProvenCreator[]
  readonly forecast: ForecastRecord
}

/** So many creators are named. */
const NAMED = 5
const medianOf = (sorted: readonly number[]) => {
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

function findProven(posts: Report['posts']): ProvenCreator[] {
  const priced = posts.flatMap((post) => {
    const { interactions, costFen } = post
    if (interactions.value === null || interactions.value <= 0 || costFen.value === null) return []
    return [{ ...post, cpe: costFen.value / 100 / interactions.value }]
  })
  const middle = medianOf(priced.map(({ cpe }) => cpe).toSorted((a, b) => a - b))
  const isGood = ({ cpe, views, forecastP50 }: (typeof priced)[number]) =>
    cpe <= middle && (forecastP50 === null || views.value === null || views.value >= forecastP50)
  return priced
    .filter(isGood)
    .toSorted((a, b) => a.cpe - b.cpe)
    .slice(0, NAMED)
    .map(({ creatorId, creatorName, platform, cpe, views, forecastP50 }) => {
      const [own, all] = [cpe, middle].map((amount) => formatExact(Math.round(amount * 100) / 100))
      const forecast =
        views.value === null || forecastP50 === null
          ? say('', '')
          : say(
              `; ${formatExact(views.value)} views against ${formatExact(forecastP50)} forecast`,
              `；播放/阅读 ${formatExact(views.value)}，预估 ${formatExact(forecastP50)}`,
            )
      const because = say(`CNY ${own} per interaction, median ${all}${forecast.en}`, `单次互动 ${own} 元，中位数 ${all} 元${forecast.zh}`)
      return { creatorId, creatorName, platform, cpe, because }
    })
}

function scoreForecasts(posts: Report['posts']): ForecastRecord {
  const both = posts.flatMap(({ views, forecastP10, forecastP50, forecastP90 }) => {
    if (views.value === null || forecastP10 === null || forecastP90 === null) return []
    return forecastP50 === null || forecastP50 <= 0 ? [] : [{ views: views.value, forecastP10, forecastP50, forecastP90 }]
  })
  const inRange = both.filter(({ views, forecastP10, forecastP90 }) => views >= forecastP10 && views <= forecastP90).length
  // No logarithm of 0: such a post is out of range and says nothing of how far.
  const logs = both.flatMap(({ views, forecastP50 }) => (views > 0 ? [Math.log(views / forecastP50)] : []))
  const ratio = logs.length === 0 ? null : Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length)
  return { posts: both.length, inRange, ratio }
}

/** What a campaign showed, for the one that goes on from it: KPIs as achieved, creators who worked well, how its forecasts held. */
export function learnFrom(report: Pick<Report, 'kpis' | 'posts'>): Lesson {
  const kpis = report.kpis.map(({ name, unit, target, p50, actual, verdict }) => ({
    name,
    unit,
    target: target.value,
    p50,
    actual,
    verdict,
  }))
  return { kpis, proven: findProven(report.posts), forecast: scoreForecasts(report.posts) }
}

/** What a goal goes on from: the lesson of the earlier campaign, its name, the report that taught it, and the new deadline. */
export interface Continued {
  readonly lesson: Lesson
  readonly name: string
  readonly report: Pick<Report, 'generatedAt' | 'posts'>
  readonly deadline: string
}

/**
 * The goal to start from: the KPIs of the last campaign, what it achieved as their baseline, with its name, delivery, the day of its report
 * and, where posts tell it, how many as source. Unknown, or known in part, is unknown.
 */
export function continueGoal(goal: Goal, { lesson, name, report, deadline }: Continued): Goal {
  const kpis = goal.kpis.map((kpi): Kpi => {
    const actual = lesson.kpis.find((known) => known.name === kpi.name)?.actual
    // A sum with a gap is at least what it says: as a baseline it would make the next target too easy.
    const achieved = actual?.because === null ? actual.value : null
    const baselineBasis = achieved === null ? null : { source: tellSource(kpi, name, report), to: kpi.deadline }
    return { ...kpi, baseline: achieved, baselineBasis, deadline }
  })
  return { ...goal, kpis }
}

/** KPIs that posts tell, by the number of each post. */
const TOLD_BY_POSTS = ['views', 'interactions'] as const

// One text for readers of both languages: it is kept with the goal.
function tellSource({ name: kpi, deliveredWhen }: Kpi, campaign: string, { generatedAt, posts }: Continued['report']): string {
  const metric = TOLD_BY_POSTS.find((told) => told === kpi)
  const n = metric === undefined ? [] : [`n = ${formatExact(posts.filter((post) => post[metric].value !== null).length)}`]
  return [campaign, deliveredWhen, shanghaiDay(Date.parse(generatedAt)), ...n].join(', ')
}
