import type { HeldComment } from './held-evidence.ts'
import { median } from './robust.ts'

/** When comments come; null is unknown. Shares 0–1, Shanghai time. */
export interface TimingMeasures {
  /** Between 02:00 and 05:00. */
  readonly nightComments: number | null
  /** Standard deviation of the gaps between comments over their mean, the median of the posts: people come in bursts, machines in step. */
  readonly gapVariation: number | null
  /** Share of the posts whose comments nearly all came within one hour, and then none. */
  readonly cliffPosts: number | null
}

const HOUR_MS = 3_600_000
const LEAST_TIMED = 50
const LEAST_PER_POST = 20
const LEAST_POSTS_WITH_CLIFF = 3
/** So much of the comments in one hour is a cliff [A]. */
const CLIFF_SHARE = 0.9

/** Measures the times of comments; those without a time are left out. */
export function measureTiming(comments: readonly HeldComment[]): TimingMeasures {
  const timed = comments.flatMap(({ at, postId }) => {
    const atMs = Date.parse(at ?? '')
    return Number.isFinite(atMs) ? [{ atMs, postId }] : []
  })
  const byPost = new Map<string, number[]>()
  for (const { atMs, postId } of timed) byPost.set(postId, [...(byPost.get(postId) ?? []), atMs])
  const series = [...byPost.values()].filter(({ length }) => length >= LEAST_PER_POST).map((times) => times.toSorted((a, b) => a - b))
  const atNight = timed.filter(({ atMs }) => isNight(atMs)).length
  return {
    nightComments: timed.length < LEAST_TIMED ? null : atNight / timed.length,
    gapVariation: median(series.flatMap((times) => varyGaps(times) ?? [])),
    cliffPosts: series.length < LEAST_POSTS_WITH_CLIFF ? null : series.filter(isCliff).length / series.length,
  }
}

function isNight(atMs: number): boolean {
  const hour = (Math.floor(atMs / HOUR_MS) + 8) % 24
  return hour >= 2 && hour < 5
}

function varyGaps(times: readonly number[]): number | null {
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time))
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  if (mean === 0) return null
  return Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length) / mean
}

function isCliff(times: readonly number[]): boolean {
  let [from, most] = [0, 0]
  times.forEach((time, at) => {
    while (time - (times[from] ?? time) > HOUR_MS) from++
    most = Math.max(most, at - from + 1)
  })
  return most / times.length >= CLIFF_SHARE
}
