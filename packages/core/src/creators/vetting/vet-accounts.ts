import { formatShare, say, type Localized } from '../../shared/index.ts'
import type { Account } from '../schema.ts'
import { subjectOfAccount, type Post } from '../../imports/index.ts'
import { heldIncidentSchema, type HeldIncident } from '../image/schema.ts'
import { describeImage, type ImageFacts } from '../image/describe-image.ts'
import { TIERS, type TierTable } from '../tier-table.ts'
import { typeOf } from '../type-of.ts'
import { groupPeers, LEAST_PEERS, type PeerGroup } from './group-peers.ts'
import { learnLevels } from './expected-levels.ts'
import { learnLikes } from './expected-likes.ts'
import { NO_EVIDENCE, type HeldComment, type HeldEvidence, type HeldOrder, type HeldSeries } from './held-evidence.ts'
import { measureAccount, type MeasuredAccount, type MeasureName, type PlatformModel, type VettingMeasures } from './measure-account.ts'
import { makeRanker, type Standing } from './rank-among-peers.ts'
import type { RobustSpread } from './robust.ts'
import type { Vetting, VettingSignalReport } from './schema.ts'
import { VETTING_SIGNALS, type SignalGroup, type VettingSignal } from './vetting-signal-table.ts'
import { spreadOfPeers, weighSignal } from './weigh-signal.ts'
import { ofOneSource } from './one-source.ts'

/** What is believed before any signal [A]; editable here. */
export const PRIOR_INAUTHENTIC = 0.15
/** The most one group of signals can weigh. */
export const GROUP_CAP = 2

/** What vetting may be told besides accounts and comments. Series and orders are found by the account's id. */
export interface VettingOptions {
  /** Thresholds that replace the shipped ones. */
  readonly tiers?: TierTable
  readonly series?: readonly HeldSeries[]
  /** The posts with their texts, found by platform and account. */
  readonly posts?: readonly Post[]
  /** What the background and image part is told; without a day nothing is linted. */
  readonly image?: Omit<ImageFacts, 'posts' | 'comments' | 'incidents'>
  /** Absent: nobody looked for incidents. */
  readonly incidents?: readonly (HeldIncident & { readonly accountId: string })[] | undefined
  /** Absent: nobody counted orders; an empty list: there were none. */
  readonly orders?: readonly HeldOrder[] | undefined
}

/** Nothing is linted without a rulebook, so no day is needed either. */
const NO_DAY = { today: '' }

/** Vets every account against its peers among the accounts given, and against its own other posts and days. Comments are found by the ids of the posts held. */
export function vetAccounts(accounts: readonly Account[], comments: readonly HeldComment[], options: VettingOptions = {}): Vetting[] {
  const { tiers = TIERS } = options
  const evidence = accounts.map(makeEvidenceFinder(comments, options))
  const models = learnPlatforms(accounts)
  const found = accounts.map((account, index) => measureAccount(account, evidence[index] ?? NO_EVIDENCE, models.get(account.platform)))
  const measured = found.map(({ measures }) => measures)
  const { peersOf, platformOf, cellOf } = groupPeers(accounts, tiers)
  const spreadOf = makeSpreadFinder(measured)
  const rank = makeRanker(measured)
  const byAccount = groupBy(options.posts ?? [], ({ platform, accountId }) => `${platform} ${accountId ?? ''}`)
  const incidentsOf = ({ accountId }: Account) =>
    options.incidents?.filter((one) => one.accountId === accountId).map((one) => heldIncidentSchema.parse(one)) ?? null
  const postsOf = ({ platform, accountId }: Account) => byAccount.get(`${platform} ${accountId}`) ?? []
  return accounts.map((account, index) => {
    const [peers, platform] = [peersOf(index), platformOf(index)]
    const signals = VETTING_SIGNALS.map((signal) => {
      const applies = signal.aboveFollowers === undefined || (account.followers ?? 0) > signal.aboveFollowers
      return reportSignal(signal, { own: applies ? found[index] : undefined, peers: isOfPlatform(signal) ? platform : peers, spreadOf })
    })
    return {
      id: account.accountId,
      type: typeOf(account, tiers),
      standing: presentStanding(rank(index, cellOf(index))),
      authenticity: { ...scoreSignals(signals), ...labelBoost(account) },
      image: describeImage(account, {
        ...(options.image ?? NO_DAY),
        incidents: incidentsOf(account),
        posts: postsOf(account),
        comments: evidence[index]?.comments ?? [],
      }),
    }
  })
}

function makeEvidenceFinder(
  comments: readonly HeldComment[],
  { series = [], orders, posts: texts = [] }: VettingOptions,
): (account: Account) => HeldEvidence {
  const byPost = groupBy(comments, ({ postId }) => postId)
  const bySubject = groupBy(series, ({ subject }) => subject)
  const byBuyer = groupBy(orders ?? [], ({ accountId }) => accountId ?? '')
  const held = groupBy(texts, ({ platform, accountId }) => `${platform} ${accountId ?? ''}`)
  return ({ platform, accountId, posts }) => {
    const own = [accountId, subjectOfAccount(platform, accountId)].flatMap((subject) => bySubject.get(subject) ?? [])
    return {
      comments: [
        ...new Set([...posts.map(({ postId }) => postId), ...(held.get(`${platform} ${accountId}`) ?? []).map(({ postId }) => postId)]),
      ].flatMap((postId) => byPost.get(postId) ?? []),
      growth: pickGrowth(own),
      followerFollowers: own.flatMap(({ metric, value }) => (metric === 'followerFollowers' ? [value] : [])),
      orders: orders === undefined ? null : (byBuyer.get(accountId) ?? []).length,
    }
  }
}

function pickGrowth(series: readonly HeldSeries[]): HeldEvidence['growth'] {
  const counts = series.flatMap(({ metric, day, value, source }) =>
    metric === 'followers' && day ? [{ source, day, followers: value }] : [],
  )
  return ofOneSource(counts).map(({ day, followers }) => ({ day, followers }))
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const held = groups.get(keyOf(item))
    if (held === undefined) groups.set(keyOf(item), [item])
    else held.push(item)
  }
  return groups
}

function learnPlatforms(accounts: readonly Account[]): Map<string, PlatformModel> {
  const platforms = groupBy(accounts, ({ platform }) => platform)
  return new Map(
    [...platforms].map(([platform, own]) => {
      const some = spreadOut(own)
      return [platform, { likes: learnLikes(some), ratiosOf: learnLevels(some) }]
    }),
  )
}

/** So many accounts teach as much as ten times as many. */
const MOST_LEARNED = 400

/** At most so many of a list, evenly from its whole length. */
function spreadOut<T>(items: readonly T[]): readonly T[] {
  const step = Math.ceil(items.length / MOST_LEARNED)
  return step <= 1 ? items : items.filter((_, at) => at % step === 0)
}

function presentStanding({ group, percentiles, because }: Standing): Vetting['standing'] {
  return {
    group: group?.en ?? null,
    groupZh: group?.zh ?? null,
    percentiles: [...percentiles],
    because: because?.en ?? null,
    becauseZh: because?.zh ?? null,
  }
}

type SpreadFinder = (peers: PeerGroup | null, measure: MeasureName) => RobustSpread | null

/** Median and spread of a measure among an account's peers, worked out once per group: thousands of accounts ask for the same ones. */
function makeSpreadFinder(measured: readonly VettingMeasures[]): SpreadFinder {
  const known = new Map<string, { readonly n: number; readonly spread: RobustSpread } | null>()
  const read = (peers: PeerGroup, measure: MeasureName) => {
    const key = `${peers.key} ${measure}`
    const found = known.get(key)
    if (found !== undefined) return found
    const values = peers.members.flatMap((member) => measured[member]?.[measure] ?? [])
    const spread = values.length > LEAST_PEERS ? spreadOfPeers(values) : null
    const own = spread === null ? null : { n: values.length, spread }
    known.set(key, own)
    return own
  }
  return (peers, measure) => {
    if (peers === null) return null
    const own = read(peers, measure)
    const wide = peers.wider === null ? null : read(peers.wider, measure)
    return own === null || wide === null ? ((own ?? wide)?.spread ?? null) : drawTowards(own, wide.spread)
  }
}

/** A small group says little of how far apart accounts are: it counts with its number, the wider group with a fixed one. */
function drawTowards({ n, spread }: { n: number; spread: RobustSpread }, wide: RobustSpread): RobustSpread {
  const share = n / (n + WIDER_COUNTS)
  const mix = (own: number, other: number) => share * own + (1 - share) * other
  return { centre: mix(spread.centre, wide.centre), mad: mix(spread.mad, wide.mad) }
}
const WIDER_COUNTS = 10

interface Evidence {
  readonly own: MeasuredAccount | undefined
  readonly peers: PeerGroup | null
  readonly spreadOf: SpreadFinder
}

const isOfPlatform = ({ by }: VettingSignal) => by.kind === 'cohort' && by.among === 'platform'

type Judged = { readonly signal: VettingSignal; readonly report: VettingSignalReport | null }

function reportSignal(signal: VettingSignal, { own, peers, spreadOf }: Evidence): Judged {
  const value = own?.measures[signal.measure] ?? null
  if (value === null) return { signal, report: null }
  const spread = signal.by.kind === 'cohort' ? spreadOf(peers, signal.measure) : null
  const weight = weighSignal(signal, value, spread)
  if (weight === null) return { signal, report: null }
  const cohort = spread === null ? null : Math.exp(spread.centre)
  const because = explain(signal, { value, weight, cohort, peers, detail: own?.details[signal.measure] })
  return { signal, report: { code: signal.code, value, cohort, weight, because: because.en, becauseZh: because.zh } }
}

/** P(inauthentic) = σ(logit π₀ + Σ min(cap, Σ weights of a group)) (science.md §5.3). */
export function scoreWeights(groups: Readonly<Partial<Record<SignalGroup, readonly number[]>>>): { p: number; score: number } {
  const logit = Object.values(groups).reduce(
    (sum, weights) =>
      sum +
      Math.min(
        GROUP_CAP,
        weights.reduce((total, weight) => total + weight, 0),
      ),
    Math.log(PRIOR_INAUTHENTIC / (1 - PRIOR_INAUTHENTIC)),
  )
  const p = 1 / (1 + Math.exp(-logit))
  return { p, score: 100 * (1 - p) }
}

function scoreSignals(judged: readonly Judged[]) {
  const known = judged.flatMap(({ signal, report }) => (report === null ? [] : [{ group: signal.group, report }]))
  const lacking = judged.filter(({ report }) => report === null).map(({ signal }) => signal)
  const missing = lacking.map(({ code }) => code)
  const missingNeeds = lacking.map(({ code, needs }) => ({ code, needs: needs.en, needsZh: needs.zh }))
  const groups: Partial<Record<SignalGroup, number[]>> = {}
  for (const { group, report } of known) groups[group] = [...(groups[group] ?? []), report.weight]
  const result = known.length === 0 ? { p: null, score: null } : scoreWeights(groups)
  return { ...result, completeness: known.length / judged.length, signals: known.map(({ report }) => report), missing, missingNeeds }
}

interface Telling {
  readonly value: number
  readonly weight: number
  readonly cohort: number | null
  readonly peers: PeerGroup | null
  readonly detail: Localized | undefined
}

function explain({ name, unit, by }: VettingSignal, { value, weight, cohort, peers, detail }: Telling): Localized {
  const write = (number: number) => (unit === 'share' ? formatShare(number, 'en') : String(Number(number.toPrecision(3))))
  const said = `${name.en} ${write(value)}${detail === undefined ? '' : ` (${detail.en})`}`
  const saidZh = `${name.zh} ${write(value)}${detail === undefined ? '' : `（${detail.zh}）`}`
  if (by.kind === 'line') {
    const bound = by.side === 'high' ? say('the ceiling of', '上限') : say('the floor of', '下限')
    const place = value === by.line ? say('at', '等于') : value > by.line ? say('above', '高于') : say('below', '低于')
    return say(`${said}: ${place.en} ${bound.en} ${write(by.line)}.`, `${saidZh}：${place.zh}${bound.zh} ${write(by.line)}。`)
  }
  const verdict = weight > 0 ? say('inconsistent with peers', '与同类账号不一致') : say('nothing unusual', '无异常')
  const count = (peers?.members.length ?? 1) - 1
  return say(
    `${said}; ${count} peers (${peers?.name.en ?? ''}): ${write(cohort ?? 0)}: ${verdict.en}.`,
    `${saidZh}；同类 ${count} 个账号（${peers?.name.zh ?? ''}）：${write(cohort ?? 0)}：${verdict.zh}。`,
  )
}

const BOOST_METRICS = ['expectedPlaysPromoted', 'expectedCpmPromoted']
const BOOST = say(
  'paid promotion is used or offered; that is legal and explains high views',
  '使用或提供付费加热；属合规行为，可解释较高的播放',
)

/** Paid boost is labelled, never punished. */
function labelBoost({ metrics }: Account): { labels: string[]; labelsZh: string[] } {
  const isBoosted = metrics.some(({ name, flow, value }) => value !== null && (flow === 'paid' || BOOST_METRICS.includes(name)))
  return isBoosted ? { labels: [BOOST.en], labelsZh: [BOOST.zh] } : { labels: [], labelsZh: [] }
}
