import { groupBy, formatShare, say, type Localized } from '../../shared/index.ts'
import type { Account } from '../schema.ts'
import { heldIncidentSchema, type HeldIncident } from '../image/schema.ts'
import { describeImage, type ImageFacts } from '../image/describe-image.ts'
import { TIERS, type TierTable } from '../tier-table.ts'
import { typeOf } from '../type-of.ts'
import { makeEvidenceFinder, type EvidenceSources } from './find-evidence.ts'
import type { PeerGroup, Seeker } from './group-peers.ts'
import { NO_EVIDENCE, type HeldComment, type HeldEvidence } from './held-evidence.ts'
import { learnPeers, type PeerModel, type SpreadFinder } from './learn-peers.ts'
import { measureAccount, type MeasuredAccount } from './measure-account.ts'
import type { Standing } from './rank-among-peers.ts'
import type { Vetting, VettingSignalReport } from './schema.ts'
import { VETTING_SIGNALS, type SignalGroup, type VettingSignal } from './vetting-signal-table.ts'
import { weighSignal } from './weigh-signal.ts'

/** What is believed before any signal [A]; editable here. */
const PRIOR_INAUTHENTIC = 0.15
/** The most one group of signals can weigh. */
const GROUP_CAP = 2

/** What vetting may be told besides accounts and comments. */
export interface VettingOptions extends EvidenceSources {
  /** Thresholds that replace the shipped ones. */
  readonly tiers?: TierTable
  /** What the background and image part is told; without a day nothing is linted. */
  readonly image?: Omit<ImageFacts, 'posts' | 'comments' | 'incidents'>
  /** Absent: nobody looked for incidents. */
  readonly incidents?: readonly (HeldIncident & { readonly accountId: string })[] | undefined
}

/** Nothing is linted without a rulebook, so no day is needed either. */
const NO_DAY = { today: '' }

/** Vets every account against its peers among the accounts given, and against its own other posts and days. */
export function vetAccounts(accounts: readonly Account[], comments: readonly HeldComment[], options: VettingOptions = {}): Vetting[] {
  const { tiers = TIERS } = options
  const evidence = accounts.map(makeEvidenceFinder(comments, options))
  const peers = learnPeers(accounts, { tiers, evidence })
  const imageOf = makeImageFinder(options)
  return accounts.map((account, at) => {
    const held = evidence[at] ?? NO_EVIDENCE
    const own = peers.measured[at] ?? measureAccount(account, held, peers.platforms.get(account.platform))
    return { ...judge({ account, at }, own, peers), image: imageOf(account, held.comments) }
  })
}

/** What is held of the one account that is vetted. */
export interface HeldOfOne extends Omit<VettingOptions, 'tiers'> {
  readonly comments: readonly HeldComment[]
}

/** Vets one account against peers that were learned before, of which it may be one; its own evidence is what is given, nothing of the peers'. */
export function vetAgainst(peers: PeerModel, seeker: Seeker, { comments, ...options }: HeldOfOne): Vetting {
  const held = makeEvidenceFinder(comments, options)(seeker.account)
  return { ...judgeHeld(peers, seeker, held), image: makeImageFinder(options)(seeker.account, held.comments) }
}

/** The score of the same vetting alone, 0–100, from the same inputs; null while nothing could be computed. */
export function scoreAgainst(
  peers: PeerModel,
  seeker: Seeker,
  { comments, ...sources }: EvidenceSources & { readonly comments: readonly HeldComment[] },
): number | null {
  return judgeHeld(peers, seeker, makeEvidenceFinder(comments, sources)(seeker.account)).authenticity.score
}

const judgeHeld = (peers: PeerModel, seeker: Seeker, held: HeldEvidence) =>
  judge(seeker, measureAccount(seeker.account, held, peers.platforms.get(seeker.account.platform)), peers)

function judge(seeker: Seeker, own: MeasuredAccount, { tiers, groups, spreadOf, rank }: PeerModel): Omit<Vetting, 'image'> {
  const { account } = seeker
  const [peers, platform] = [groups.peersOf(seeker), groups.platformOf(seeker)]
  const signals = VETTING_SIGNALS.map((signal) => {
    const applies = signal.aboveFollowers === undefined || (account.followers ?? 0) > signal.aboveFollowers
    return reportSignal(signal, { own: applies ? own : undefined, peers: isOfPlatform(signal) ? platform : peers, spreadOf })
  })
  return {
    id: account.accountId,
    type: typeOf(account, tiers),
    standing: presentStanding(rank({ own: own.measures, group: groups.cellOf(seeker) })),
    authenticity: { ...scoreSignals(signals), ...labelBoost(account) },
  }
}

function makeImageFinder({ posts = [], incidents, image = NO_DAY }: VettingOptions) {
  const byAccount = groupBy(posts, ({ platform, accountId }) => `${platform} ${accountId ?? ''}`)
  return (account: Account, comments: readonly HeldComment[]) =>
    describeImage(account, {
      ...image,
      incidents: incidents?.filter((one) => one.accountId === account.accountId).map((one) => heldIncidentSchema.parse(one)) ?? null,
      posts: byAccount.get(`${account.platform} ${account.accountId}`) ?? [],
      comments,
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
  const count = peers?.others ?? 0
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
