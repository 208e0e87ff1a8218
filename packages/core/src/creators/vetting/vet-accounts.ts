import { formatShare, say, type Localized } from '../../shared/index.ts'
import type { Account } from '../schema.ts'
import { typeOf } from '../type-of.ts'
import { groupPeers, LEAST_PEERS, type PeerGroup } from './group-peers.ts'
import { measureAccount, type HeldComment, type VettingMeasures } from './measure-account.ts'
import { median } from './robust.ts'
import type { Vetting, VettingSignalReport } from './schema.ts'
import { VETTING_SIGNALS, type SignalGroup, type VettingSignal } from './vetting-signal-table.ts'
import { weighSignal } from './weigh-signal.ts'

/** What is believed before any signal [A]; editable here. */
export const PRIOR_INAUTHENTIC = 0.15
/** The most one group of signals can weigh. */
export const GROUP_CAP = 2

/** Vets every account against its peers among the accounts given. Comments are found by the ids of the posts held. */
export function vetAccounts(accounts: readonly Account[], comments: readonly HeldComment[]): Vetting[] {
  const byPost = new Map<string, HeldComment[]>()
  for (const comment of comments) byPost.set(comment.postId, [...(byPost.get(comment.postId) ?? []), comment])
  const measured = accounts.map((account) =>
    measureAccount(
      account,
      account.posts.flatMap(({ postId }) => byPost.get(postId) ?? []),
    ),
  )
  const peersOf = groupPeers(accounts)
  return accounts.map((account, index) => {
    const peers = peersOf(index)
    const signals = VETTING_SIGNALS.map((signal) => reportSignal(signal, { own: measured[index], peers, measured }))
    return {
      id: account.accountId,
      type: typeOf(account),
      authenticity: { ...scoreSignals(signals), ...labelBoost(account) },
      image: describeImage(account),
    }
  })
}

interface Evidence {
  readonly own: VettingMeasures | undefined
  readonly peers: PeerGroup | null
  readonly measured: readonly VettingMeasures[]
}

type Judged = { readonly signal: VettingSignal; readonly report: VettingSignalReport | null }

function reportSignal(signal: VettingSignal, { own, peers, measured }: Evidence): Judged {
  const value = own?.[signal.measure] ?? null
  if (value === null) return { signal, report: null }
  const others = peers === null ? [] : peers.members.flatMap((member) => measured[member]?.[signal.measure] ?? [])
  const cohort = others.length >= LEAST_PEERS ? others : null
  const weight = weighSignal(signal, value, cohort)
  if (weight === null) return { signal, report: null }
  const middle = signal.by.kind === 'cohort' && cohort !== null ? median(cohort) : null
  const because = explain(signal, { value, weight, middle, peers })
  return { signal, report: { code: signal.code, value, cohort: middle, weight, because: because.en, becauseZh: because.zh } }
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

function explain(
  { name, unit }: VettingSignal,
  { value, weight, middle, peers }: { value: number; weight: number; middle: number | null; peers: PeerGroup | null },
): Localized {
  const write = (number: number) => (unit === 'share' ? formatShare(number, 'en') : String(Number(number.toPrecision(3))))
  const against =
    middle === null || peers === null
      ? say('', '')
      : say(
          `; ${peers.members.length} peers (${peers.name.en}): ${write(middle)}`,
          `；同类 ${peers.members.length} 个账号（${peers.name.zh}）：${write(middle)}`,
        )
  const verdict = weight > 0 ? say('inconsistent with peers', '与同类账号不一致') : say('nothing unusual', '无异常')
  return say(`${name.en} ${write(value)}${against.en}: ${verdict.en}.`, `${name.zh} ${write(value)}${against.zh}：${verdict.zh}。`)
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
