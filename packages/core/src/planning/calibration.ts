import { findTier, TIERS, type Account } from '../creators/index.ts'
import { LEAST_CELL, LEAST_SCORES, MANY_POSTS, POST_BANDS } from './calibration-table.ts'
import { medianOf } from './score-forecasts.ts'

/** How the newest posts of comparable accounts came out, in scales of their own forecasts: what their middle was off by, and sorted distances from there, as they would be of an account with few posts (`stretchOf`). */
export interface CalibrationCell {
  readonly shift: number
  readonly scores: readonly number[]
}

/** Cells by key, from the narrowest likeness to everybody. */
export type Calibration = ReadonlyMap<string, CalibrationCell>

/** A forecast of the newest post of an account from its `posts` earlier ones: (what came − middle) / scale. */
export interface LastPostTrial {
  readonly account: Account
  readonly posts: number
  readonly z: number
}

const EVERYBODY = 'all'

/** Tier of an account in the shipped table; `unknown` where followers or thresholds are. */
export function tierOf({ platform, followers }: Pick<Account, 'platform' | 'followers'>): string {
  return (followers === null ? null : findTier(platform, followers, TIERS)?.tier) ?? 'unknown'
}

// Accounts differ by platform and tier; how far a range can be trusted differs most by how many posts it rests on.
function listKeys(account: Account, posts: number): string[] {
  const band = POST_BANDS.findLast(({ from }) => posts >= from)?.band ?? 'few'
  const { platform } = account
  return [`${platform} ${tierOf(account)} ${band}`, `${platform} ${band}`, platform, EVERYBODY]
}

/** By what the distances of a cell are multiplied for an account with so many posts; 1 up to those of MANY_POSTS. */
export const stretchOf = (posts: number) => Math.max(1, posts / MANY_POSTS.from) ** MANY_POSTS.exponent

/** Sorts trials into cells: normalised split conformal with one score per account, by group where a group is large enough (science.md §2.2). */
export function learnCalibration(trials: readonly LastPostTrial[]): Calibration {
  const byKey = new Map<string, LastPostTrial[]>()
  for (const trial of trials)
    for (const key of listKeys(trial.account, trial.posts)) {
      const held = byKey.get(key)
      if (held === undefined) byKey.set(key, [trial])
      else held.push(trial)
    }
  return new Map(
    [...byKey].filter(([key, alike]) => alike.length >= (key === EVERYBODY ? 1 : LEAST_CELL)).map(([key, alike]) => [key, toCell(alike)]),
  )
}

function toCell(alike: readonly LastPostTrial[]): CalibrationCell {
  const shift = medianOf(alike.map(({ z }) => z))
  return { shift, scores: alike.map(({ z, posts }) => Math.abs(z - shift) / stretchOf(posts)).sort((a, b) => a - b) }
}

/** The narrowest cell that is like this account with that many posts; null while there are too few scores of anybody. */
export function findCell(calibration: Calibration, account: Account, posts: number): CalibrationCell | null {
  for (const key of listKeys(account, posts)) {
    const cell = calibration.get(key)
    if (cell !== undefined) return cell.scores.length >= LEAST_SCORES ? cell : null
  }
  return null
}

/** How many accounts told how ranges hold. */
export function countScores(calibration: Calibration): number {
  return calibration.get(EVERYBODY)?.scores.length ?? 0
}
