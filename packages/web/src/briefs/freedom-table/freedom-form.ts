import type { FreedomDemand, FreedomTable } from '@kolibra/core/briefs'
import type { Platform } from '@kolibra/core/shared'
import { parseNumber } from '../../ui/parse-number.ts'

/** What one demand costs, as it is typed. */
export interface CostDraft {
  readonly name: FreedomDemand
  readonly weight: string
  readonly free: string
  readonly cap: string
  readonly source: string
}

/** The usual length of a post, as it is typed; null: every other platform. */
export interface UsualDraft {
  readonly platform: Platform | null
  readonly characters: string
  readonly source: string
}

export interface FreedomDraft {
  readonly costs: readonly CostDraft[]
  readonly usual: readonly UsualDraft[]
}

/** What keeps a field from being saved. */
export type FreedomFault = 'points' | 'count' | 'characters' | 'source'

/** The table as texts to be typed into. */
export function draftOf({ costs, usual }: FreedomTable): FreedomDraft {
  return {
    costs: costs.map(({ name, weight, free, cap, source }) => ({
      name,
      weight: String(weight),
      free: String(free),
      cap: String(cap),
      source,
    })),
    usual: usual.map(({ platform, characters, source }) => ({ platform, characters: String(characters), source })),
  }
}

const isBetween = (value: number | null, least: number, most: number): value is number => value !== null && value >= least && value <= most
const readPoints = (text: string) => {
  const value = parseNumber(text)
  return isBetween(value, 0, 100) ? value : null
}
const readWhole = (text: string, least: number, most: number) => {
  const value = parseNumber(text)
  return isBetween(value, least, most) && Number.isInteger(value) ? value : null
}

/** What is wrong with a row of costs; null: nothing. */
export function faultOfCost({ weight, free, cap, source }: CostDraft): FreedomFault | null {
  if (readPoints(weight) === null || readPoints(cap) === null) return 'points'
  if (readWhole(free, 0, 100) === null) return 'count'
  return source.trim() === '' ? 'source' : null
}

/** What is wrong with a row of lengths; null: nothing. */
export function faultOfUsual({ characters, source }: UsualDraft): FreedomFault | null {
  if (readWhole(characters, 1, 100_000) === null) return 'characters'
  return source.trim() === '' ? 'source' : null
}

/** The table to be saved under a name; null while a row has a fault. */
export function tableOf({ costs, usual }: FreedomDraft, version: string): FreedomTable | null {
  const isFaulty = costs.some((row) => faultOfCost(row) !== null) || usual.some((row) => faultOfUsual(row) !== null)
  if (isFaulty) return null
  return {
    version,
    costs: costs.map(({ name, weight, free, cap, source }) => ({
      name,
      weight: readPoints(weight) ?? 0,
      free: readWhole(free, 0, 100) ?? 0,
      cap: readPoints(cap) ?? 0,
      source: source.trim(),
    })),
    usual: usual.map(({ platform, characters, source }) => ({
      platform,
      characters: readWhole(characters, 1, 100_000) ?? 1,
      source: source.trim(),
    })),
  }
}

/** With a row for a platform of its own, before that of all others. */
export function addUsual(draft: FreedomDraft, platform: Platform): FreedomDraft {
  const others = draft.usual.filter((row) => row.platform === null)
  const named = draft.usual.filter((row) => row.platform !== null)
  return { ...draft, usual: [...named, { platform, characters: '', source: '' }, ...others] }
}

/** The name of the next version: the base name with its number. */
export const nextVersion = (version: string, revision: number) => `${version.replace(/ #\d+$/, '')} #${revision + 1}`
