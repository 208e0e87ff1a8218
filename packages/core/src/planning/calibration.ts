import { findTier, TIERS, type Account } from '../creators/index.ts'
import { LEAST_CELL, LEAST_SCORES, POST_BANDS } from './calibration-table.ts'
import { medianOf } from './score-forecasts.ts'

/** How the newest posts of comparable accounts came out, in scales of their own forecasts: what their middle was off by, and sorted distances from there. */
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

/** Sorts trials into cells: normalised split conformal with one score per account, by group where a group is large enough (science.md §2.2). */
export function learnCalibration(trials: readonly LastPostTrial[]): Calibration {
  const byKey = new Map<string, number[]>()
  for (const { account, posts, z } of trials)
    for (const key of listKeys(account, posts)) {
      const held = byKey.get(key)
      if (held === undefined) byKey.set(key, [z])
      else held.push(z)
    }
  return new Map(
    [...byKey]
      .filter(([key, signed]) => signed.length >= (key === EVERYBODY ? 1 : LEAST_CELL))
      .map(([key, signed]) => [key, toCell(signed)]),
  )
}

function toCell(signed: readonly number[]): CalibrationCell {
  const shift = medianOf(signed)
  return { shift, scores: signed.map((z) => Math.abs(z - shift)).sort((a, b) => a - b) }
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
