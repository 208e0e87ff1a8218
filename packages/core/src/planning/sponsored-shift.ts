import type { Account } from '../creators/index.ts'
import type { ForecastMetric } from './aggregate-table.ts'
import { readSample, type AccountSample } from './read-sample.ts'
import { medianOf } from './score-forecasts.ts'
import { SPONSORED_SD, SPONSORED_WEIGHT } from './sponsored-table.ts'

/** What sponsoring changes, as ln(sponsored / everyday), of the accounts of each platform whose own posts tell it. */
export interface SponsoredCohort {
  readonly platforms: ReadonlyMap<string, { readonly shift: number; readonly accounts: number }>
}

/** What sponsoring changes for one account: a shift and a variance on the log scale. */
export interface SponsoredShift {
  readonly shift: number
  readonly variance: number
  /** Sponsored posts of its own behind it. */
  readonly posts: number
}

interface Apart {
  readonly everyday: AccountSample
  readonly sponsored: AccountSample
}

/**
 * What a forecast of a sponsored post starts from: the account without its sponsored posts and medians, and the shift comes on top.
 * Where only sponsored ones are known they speak for themselves.
 */
export function baseOfSponsored(account: Account, metric: ForecastMetric, asOf: string | null): { base: Account; needsShift: boolean } {
  const everyday = ofKind(account, false)
  if (readSample(everyday, metric, asOf).from !== 'nothing') return { base: everyday, needsShift: true }
  return { base: account, needsShift: readSample(account, metric, asOf).from === 'nothing' }
}

// A post of which nobody says that it is sponsored stands with the everyday ones, a median of all notes too.
function ofKind(account: Account, isSponsored: boolean): Account {
  return {
    ...account,
    posts: account.posts.filter(({ sponsored }) => (sponsored === true) === isSponsored),
    metrics: account.metrics.filter(({ noteType }) => (noteType === 'sponsored') === isSponsored),
  }
}

function tellApart(account: Account, metric: ForecastMetric, asOf: string | null): Apart | null {
  const isSaid =
    account.posts.some(({ sponsored }) => sponsored === true) || account.metrics.some(({ noteType }) => noteType === 'sponsored')
  if (!isSaid) return null
  const [everyday, sponsored] = [false, true].map((kind) => readSample(ofKind(account, kind), metric, asOf))
  if (everyday === undefined || sponsored === undefined) return null
  // Medians beside posts are other windows and other definitions: only like is compared with like.
  return everyday.from === 'nothing' || everyday.from !== sponsored.from ? null : { everyday, sponsored }
}

const ownShift = ({ everyday, sponsored }: Apart) => middleOf(sponsored) - middleOf(everyday)

const middleOf = ({ values, log }: AccountSample) => (values.length === 0 ? log.mean : medianOf(values))

/** Mean of ln(sponsored median / everyday median) per platform, pulled towards no change with the weight of five accounts. */
export function fitSponsored(accounts: readonly Account[], metric: ForecastMetric, asOf: string | null): SponsoredCohort {
  const byPlatform = new Map<string, number[]>()
  for (const account of accounts) {
    const apart = tellApart(account, metric, asOf)
    if (apart === null) continue
    const held = byPlatform.get(account.platform)
    if (held === undefined) byPlatform.set(account.platform, [ownShift(apart)])
    else held.push(ownShift(apart))
  }
  const shrink = (shifts: readonly number[]) => shifts.reduce((sum, shift) => sum + shift, 0) / (shifts.length + SPONSORED_WEIGHT)
  return { platforms: new Map([...byPlatform].map(([platform, shifts]) => [platform, { shift: shrink(shifts), accounts: shifts.length }])) }
}

/** δ = δ̂·n/(n+5) + δ_platform·5/(n+5), variance 0.35²·5/(n+5), with n sponsored posts of its own (science.md §2.2). */
export function shiftSponsored(
  account: Account,
  { platforms }: SponsoredCohort,
  { metric, asOf }: { metric: ForecastMetric; asOf: string | null },
): SponsoredShift {
  const apart = tellApart(account, metric, asOf)
  const posts = apart === null ? 0 : countPosts(apart.sponsored)
  const trust = posts / (posts + SPONSORED_WEIGHT)
  const ofPlatform = platforms.get(account.platform)?.shift ?? 0
  const own = apart === null ? 0 : ownShift(apart)
  return { shift: own * trust + ofPlatform * (1 - trust), variance: SPONSORED_SD ** 2 * (1 - trust), posts }
}

// A median stands for as many posts as its sample says; see `readSample`.
const countPosts = ({ posts, log, from }: AccountSample) => (from === 'posts' ? posts : log.n)
