import { formatShare, say, type Localized } from '../../shared/index.ts'
import type { Account } from '../schema.ts'
import { TIERS, type TierTable } from '../tier-table.ts'
import { typeOf } from '../type-of.ts'
import { groupPeers, LEAST_PEERS, type PeerGroup } from './group-peers.ts'
import { measureAccount, type HeldComment, type MeasureName, type VettingMeasures } from './measure-account.ts'
import { makeRanker, type Standing } from './rank-among-peers.ts'
import type { RobustSpread } from './robust.ts'
import type { Vetting, VettingSignalReport } from './schema.ts'
import { VETTING_SIGNALS, type SignalGroup, type VettingSignal } from './vetting-signal-table.ts'
import { spreadOfPeers, weighSignal } from './weigh-signal.ts'

/** What is believed before any signal [A]; editable here. */
export const PRIOR_INAUTHENTIC = 0.15
/** The most one group of signals can weigh. */
export const GROUP_CAP = 2

/** What vetting may be told besides the accounts. `tiers`: thresholds that replace the shipped ones. */
export interface VettingOptions {
  readonly tiers?: TierTable
}

/** Vets every account against its peers among the accounts given. Comments are found by the ids of the posts held. */
export function vetAccounts(
  accounts: readonly Account[],
  comments: readonly HeldComment[],
  { tiers = TIERS }: VettingOptions = {},
): Vetting[] {
  const byPost = new Map<string, HeldComment[]>()
  for (const comment of comments) {
    const held = byPost.get(comment.postId)
    if (held === undefined) byPost.set(comment.postId, [comment])
    else held.push(comment)
  }
  const measured = accounts.map((account) =>
    measureAccount(
      account,
      account.posts.flatMap(({ postId }) => byPost.get(postId) ?? []),
    ),
  )
  const { peersOf, cellOf } = groupPeers(accounts, tiers)
  const spreadOf = makeSpreadFinder(measured)
  const rank = makeRanker(measured)
  return accounts.map((account, index) => {
    const peers = peersOf(index)
    const signals = VETTING_SIGNALS.map((signal) => {
      const applies = signal.aboveFollowers === undefined || (account.followers ?? 0) > signal.aboveFollowers
      return reportSignal(signal, { own: applies ? measured[index] : undefined, peers, spreadOf })
    })
    return {
      id: account.accountId,
      type: typeOf(account, tiers),
      standing: presentStanding(rank(index, cellOf(index))),
      authenticity: { ...scoreSignals(signals), ...labelBoost(account) },
      image: describeImage(account),
    }
  })
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

/** Median and spread of a measure in a group, worked out once: thousands of accounts ask for the same ones. */
function makeSpreadFinder(measured: readonly VettingMeasures[]): SpreadFinder {
  const known = new Map<string, RobustSpread | null>()
  return (peers, measure) => {
    if (peers === null) return null
    const key = `${peers.key} ${measure}`
    const found = known.get(key)
    if (found !== undefined) return found
    const values = peers.members.flatMap((member) => measured[member]?.[measure] ?? [])
    const spread = values.length > LEAST_PEERS ? spreadOfPeers(values) : null
    known.set(key, spread)
    return spread
  }
}

interface Evidence {
  readonly own: VettingMeasures | undefined
  readonly peers: PeerGroup | null
  readonly spreadOf: SpreadFinder
}

type Judged = { readonly signal: VettingSignal; readonly report: VettingSignalReport | null }

function reportSignal(signal: VettingSignal, { own, peers, spreadOf }: Evidence): Judged {
  const value = own?.[signal.measure] ?? null
  if (value === null) return { signal, report: null }
  const spread = signal.by.kind === 'cohort' ? spreadOf(peers, signal.measure) : null
  const weight = weighSignal(signal, value, spread)
  if (weight === null) return { signal, report: null }
  const cohort = spread === null ? null : Math.exp(spread.centre)
  const because = explain(signal, { value, weight, cohort, peers })
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
  const missing = judged.filter(({ report }) => report === null).map(({ signal }) => signal.code)
  const groups: Partial<Record<SignalGroup, number[]>> = {}
  for (const { group, report } of known) groups[group] = [...(groups[group] ?? []), report.weight]
  const result = known.length === 0 ? { p: null, score: null } : scoreWeights(groups)
  return { ...result, completeness: known.length / judged.length, signals: known.map(({ report }) => report), missing }
}

interface Telling {
  readonly value: number
  readonly weight: number
  readonly cohort: number | null
  readonly peers: PeerGroup | null
}

function explain({ name, unit, by }: VettingSignal, { value, weight, cohort, peers }: Telling): Localized {
  const write = (number: number) => (unit === 'share' ? formatShare(number, 'en') : String(Number(number.toPrecision(3))))
  const said = `${name.en} ${write(value)}`
  const saidZh = `${name.zh} ${write(value)}`
  if (by.kind === 'line') {
    const verdict = weight > 0 ? say('beyond', '超出') : say('within', '未超出')
    return say(`${said}: ${verdict.en} the line of ${write(by.line)}.`, `${saidZh}：${verdict.zh}界线 ${write(by.line)}。`)
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

function describeImage({ posts }: Account): Vetting['image'] {
  const known = posts.flatMap(({ sponsored }) => sponsored ?? [])
  return { postsHeld: posts.length, sponsoredShare: known.length === 0 ? null : known.filter(Boolean).length / known.length }
}
