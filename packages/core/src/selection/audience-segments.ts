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

// A part that is unknown is taken from the accounts that are known, and when none is, from the target itself.
interface ShareInputs {
  readonly audience: Audience | null
  readonly pool: readonly Audience[]
  readonly segments: readonly AudienceSegment[]
}

function shareOf({ gender, age }: AudienceSegment, inputs: ShareInputs): number {
  return shareOfPart('gender', gender, inputs) * shareOfPart('age', age, inputs)
}

function shareOfPart(part: 'gender' | 'age', key: string | null, { audience, pool, segments }: ShareInputs): number {
  if (key === null) return 1
  const own = audience?.[part][key]
  if (own !== undefined) return own
  const known = pool.flatMap((other) => other[part][key] ?? [])
  if (known.length > 0) return known.reduce((sum, share) => sum + share, 0) / known.length
  const total = segments.reduce((sum, { size }) => sum + size, 0)
  return segments.filter((segment) => segment[part] === key).reduce((sum, { size }) => sum + size, 0) / Math.max(1, total)
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
  { segments, pool }: { segments: readonly AudienceSegment[]; pool: readonly Audience[] },
): Record<string, number> {
  const people = views * ASSUMPTIONS.uniquePerView
  return Object.fromEntries(
    segments.map((segment) => {
      const inside = people * shareOf(segment, { audience: account.audience, pool, segments })
      return [segment.id, segment.size > 0 ? Math.min(ASSUMPTIONS.mostReach, inside / segment.size) : 0]
    }),
  )
}

export function toMixSegments(segments: readonly AudienceSegment[], weight: number): MixProblemInput['segments'] {
  return segments.map(({ id, size }) => ({ id, size, weight }))
}
