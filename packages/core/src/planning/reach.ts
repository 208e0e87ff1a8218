// De-duplicated reach from what is known of each creator alone (science.md §3). Shares are of the universe, 0–1.
import { lnGamma } from './special-functions.ts'

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

/** Share reached when audiences overlap by chance only. Inside a niche the truth is lower. */
export function reachIndependent(shares: readonly number[]): number {
  return 1 - shares.reduce((missed, share) => missed * (1 - share), 1)
}

/** Share of people with exactly 0, 1, 2 … contacts under independence. */
export function contactShares(shares: readonly number[]): number[] {
  return shares.reduce(
    (exact, share) => [...exact, 0].map((same, contacts) => same * (1 - share) + (exact[contacts - 1] ?? 0) * share),
    [1],
  )
}

/** Chandon's binomial: everyone as large as the average creator. */
export function reachBinomial(shares: readonly number[]): number {
  return 1 - (1 - sumOf(shares) / shares.length) ** shares.length
}

/** Agostini 1961 from pairwise overlaps; K = 1.125 was fitted on French magazines. */
export function reachAgostini(shares: readonly number[], pairs: readonly number[], k = 1.125): number {
  const s1 = sumOf(shares)
  return s1 === 0 ? 0 : s1 ** 2 / (s1 + k * sumOf(pairs))
}

/** No reach lies outside these, whatever the overlaps: the widest range. */
export function boundReach(shares: readonly number[]): { low: number; high: number } {
  return { low: Math.max(0, ...shares), high: Math.min(1, sumOf(shares)) }
}

/** One pair's overlap: positions of both creators and the share that sees both. */
export interface PairOverlap {
  readonly a: number
  readonly b: number
  readonly share: number
}

/** Dawson–Sankoff below, Kwerel and Hunter–Worsley above: the tighter range once every pair's overlap is known. */
export function boundReachByPairs(shares: readonly number[], pairs: readonly PairOverlap[]) {
  const [s1, s2, n] = [sumOf(shares), sumOf(pairs.map(({ share }) => share)), shares.length]
  if (s1 === 0) return { dawsonSankoff: 0, kwerel: 0, hunterWorsley: 0 }
  const k = 1 + Math.floor((2 * s2) / s1 + 1e-12)
  return {
    dawsonSankoff: (2 * s1) / (k + 1) - (2 * s2) / (k * (k + 1)),
    kwerel: s1 - (2 / n) * s2,
    hunterWorsley: s1 - weighSpanningTree(n, pairs),
  }
}

/** Weight of the heaviest spanning tree (Kruskal). */
function weighSpanningTree(n: number, pairs: readonly PairOverlap[]): number {
  const parents = Array.from({ length: n }, (_, index) => index)
  const rootOf = (node: number): number => (parents[node] === node ? node : rootOf(parents[node] ?? node))
  return pairs
    .toSorted((x, y) => y.share - x.share)
    .reduce((weight, { a, b, share }) => {
      const [left, right] = [rootOf(a), rootOf(b)]
      if (left === right) return weight
      parents[left] = right
      return weight + share
    }, 0)
}

/** Beta-binomial: share reached by n posts of one creator from the reach of one (r1) and of two (r2). */
export function reachBetaBinomial({ r1, r2, n }: { r1: number; r2: number; n: number }) {
  const alpha = (r1 * (r2 - r1)) / (2 * r1 - r1 ** 2 - r2)
  const beta = (alpha * (1 - r1)) / r1
  const lnBeta = (x: number, y: number) => lnGamma(x) + lnGamma(y) - lnGamma(x + y)
  return { alpha, beta, reach: 1 - Math.exp(lnBeta(alpha, beta + n) - lnBeta(alpha, beta)) }
}

/** Metheringham 1964: average audience and average two-post audience of a schedule, in people. */
export function averageSchedule({
  audiences,
  inserts,
  duplicates,
}: {
  readonly audiences: readonly number[]
  readonly inserts: readonly number[]
  readonly duplicates: readonly (readonly number[])[]
}) {
  const a1 = sumOf(audiences.map((audience, index) => audience * (inserts[index] ?? 0))) / sumOf(inserts)
  let [weighted, weights] = [0, 0]
  inserts.forEach((n, i) => {
    inserts.forEach((m, j) => {
      if (j < i) return
      const weight = i === j ? (n * (n - 1)) / 2 : n * m
      weighted += weight * (duplicates[i]?.[j] ?? 0)
      weights += weight
    })
  })
  const d = weighted / weights
  return { a1, d, a2: 2 * a1 - d }
}

/** People reached when audiences are independent inside each segment: Σ size · (1 − Π(1 − p)). */
export function reachBySegments(sizes: readonly number[], creators: readonly (readonly number[])[]): number {
  return sumOf(sizes.map((size, segment) => size * reachIndependent(creators.map((shares) => shares[segment] ?? 0))))
}

/**
 * Goerg's one-point curve: from one measured (impressions, reach) to the reach and k+ reach of any impressions.
 * Null when the measurement contradicts itself: nobody reached, or more people than impressions.
 */
export function fitReachCurve(impressions: number, reach: number) {
  if (!(reach > 0 && reach <= impressions)) return null
  // Infinite when every impression reached somebody new; the forms below then still give plain sums.
  const rho = (impressions * reach) / (impressions - reach)
  const reachAt = (views: number) => views / (1 + views / rho)
  return { rho, reachAt, reachAtLeast: (contacts: number, views: number) => reachAt(views) * (views / (views + rho)) ** (contacts - 1) }
}

/** Union of two audiences with pairwise overlap `a` of independence (WFA). r: reach, m: universe each could reach. */
export function uniteTwo(r: readonly [number, number], m: readonly [number, number], a: number): number {
  return r[0] + r[1] - (a * r[0] * r[1]) / Math.max(m[0], m[1])
}
