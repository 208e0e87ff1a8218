import type { Campaign } from '../campaigns/index.ts'
import type { Account, Audience } from '../creators/index.ts'
import type { MixProblemInput } from '../planning/index.ts'
import { ASSUMPTIONS } from './assumption-table.ts'

/** One part of the target audience: a gender and an age band, or everyone. */
export interface AudienceSegment {
  readonly id: string
  readonly size: number
  readonly gender: string | null
  readonly age: string | null
  /** Part of a creator's audience of this gender and age that is in here; all of it when left out. */
  readonly part?: number
}

const orAny = (shares: Readonly<Record<string, number>>): [string | null, number][] => {
  const entries = Object.entries(shares).filter(([, share]) => share > 0)
  return entries.length === 0 ? [[null, 1]] : entries
}

/** Splits the target audience by gender × age; the two are taken as independent [A]. */
export function splitAudience({ audience }: Pick<Campaign, 'audience'>): AudienceSegment[] {
  const size = audience?.size ?? ASSUMPTIONS.audienceSize
  return orAny(audience?.gender ?? {}).flatMap(([gender, genderShare]) =>
    orAny(audience?.age ?? {}).map(([age, ageShare]) => ({
      id: [gender, age].filter((part) => part !== null).join(' ') || 'everyone',
      size: size * genderShare * ageShare,
      gender,
      age,
    })),
  )
}

/**
 * Splits each segment into people at home in the field and the others, so that two audiences that are independent in both
 * overlap `duplication` times as often as by chance over the whole (science.md §3, step 4).
 */
export function splitNiche(segments: readonly AudienceSegment[], duplication: number): AudienceSegment[] {
  const share = ASSUMPTIONS.nicheShare
  // Density: its mean square is the duplication, its mean 1; nobody is seen less than never, which caps it at 1 / share.
  const inside = Math.min(1 / share, 1 + Math.sqrt(((Math.max(1, duplication) - 1) * (1 - share)) / share))
  if (inside === 1) return [...segments]
  return segments.flatMap((segment) => [
    { ...segment, id: `${segment.id} · niche`, size: segment.size * share, part: share * inside },
    { ...segment, id: `${segment.id} · others`, size: segment.size * (1 - share), part: 1 - share * inside },
  ])
}

// A part that is unknown is taken from the accounts that are known, and when none is, from the target itself.
/** What stands in for an audience that is unknown: the average of the known ones per segment part, else the target itself. */
export interface LentShares {
  readonly gender: ReadonlyMap<string, number>
  readonly age: ReadonlyMap<string, number>
}

/** Worked out once per plan: thousands of accounts ask for it. */
export function lendShares(known: readonly Audience[], segments: readonly AudienceSegment[]): LentShares {
  return { gender: averageShares('gender', known, segments), age: averageShares('age', known, segments) }
}

function averageShares(part: 'gender' | 'age', known: readonly Audience[], segments: readonly AudienceSegment[]): Map<string, number> {
  const total = segments.reduce((sum, { size }) => sum + size, 0)
  const keys = new Set(segments.flatMap((segment) => segment[part] ?? []))
  return new Map(
    [...keys].map((key) => {
      const shares = known.flatMap((audience) => audience[part][key] ?? [])
      const target = segments.filter((segment) => segment[part] === key).reduce((sum, { size }) => sum + size, 0) / Math.max(1, total)
      return [key, shares.length === 0 ? target : shares.reduce((sum, share) => sum + share, 0) / shares.length]
    }),
  )
}

function shareOf({ gender, age }: AudienceSegment, audience: Audience | null, lent: LentShares): number {
  const part = (name: 'gender' | 'age', key: string | null) => (key === null ? 1 : (audience?.[name][key] ?? lent[name].get(key) ?? 0))
  return part('gender', gender) * part('age', age)
}

/** Whether gender or age bands of the target are known for this account. */
export function knowsAudience({ audience }: Account, segments: readonly AudienceSegment[]): boolean {
  return segments.every(
    ({ gender, age }) => (gender === null || audience?.gender[gender] !== undefined) && (age === null || audience?.age[age] !== undefined),
  )
}

/** Shares of each segment that a creator reaches with so many views. */
export function reachOf(
  account: Account,
  views: number,
  { segments, lent }: { segments: readonly AudienceSegment[]; lent: LentShares },
): Record<string, number> {
  const people = views * ASSUMPTIONS.uniquePerView
  return Object.fromEntries(
    segments.map((segment) => {
      const inside = people * shareOf(segment, account.audience, lent) * (segment.part ?? 1)
      return [segment.id, segment.size > 0 ? Math.min(ASSUMPTIONS.mostReach, inside / segment.size) : 0]
    }),
  )
}

export function toMixSegments(segments: readonly AudienceSegment[], weight: number): MixProblemInput['segments'] {
  return segments.map(({ id, size }) => ({ id, size, weight }))
}
