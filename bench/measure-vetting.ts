import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  findTier,
  fitIsotonic,
  newAccount,
  newMetric,
  scoreWeights,
  TIERS,
  vetAccounts,
  VETTING_SIGNALS,
  type Account,
  type Vetting,
} from '@kolibra/core/creators'
import { readPopularCreators } from './read-popular-videos.ts'
import { brierOf, calibrationError, tellFlags, type Scored } from './score-flags.ts'
import { addTemplates, giveComments, INJECTIONS, type Case, type Injection } from './spoil-accounts.ts'

const FALSE_FLAGS = 0.05
/** A fifth of the accounts is spoilt at a time; after five rounds each was spoilt once. */
const ROUNDS = 5
const BANDS = [80, 50]
const DROPPED_POSTS = 3

/** Recall at 5 % false flags and area under precision–recall, by spoiling a fifth of clean accounts; what labelled profiles give; false flags by tier; how steady and how calibrated the score is. */
export async function measureVetting({ data }: { data: string }): Promise<string[]> {
  const all = readPopularCreators(data).map((creator) => ({ ...creator, comments: [] }))
  const reviews = readReviews(data)
  // Cuts and weights were chosen while looking at the first half alone; `KOLIBRA_HALF=chosen` prints that one.
  const rest = process.env['KOLIBRA_HALF'] === 'chosen' ? 0 : 1
  const clean = all.filter((_, index) => index % 2 === rest)
  const talkedAbout = giveComments(clean, reviews)
  const trials = INJECTIONS.map((injection) => runTrial(injection, injection.spoil === addTemplates ? talkedAbout : clean))
  return [
    ...describeClean(clean),
    ...trials.map(({ name, accounts, scored }) => `${name} (${accounts} accounts, ${ROUNDS} rounds): ${tellFlags(scored, FALSE_FLAGS)}`),
    `all kinds of spoiling together: ${tellCalibration(trials.flatMap(({ scored }) => scored))}`,
    ...tellStability(clean),
    ...measureSeries(data),
    ...measureProfiles(data, rest),
  ]
}

/** Spoils every fifth account, then every next one, so that each is spoilt once and clean four times. */
function runTrial({ name, spoil, reaches = () => true }: Injection, from: readonly Case[]) {
  const cases = from.filter(reaches)
  const scored = Array.from({ length: ROUNDS }, (_, round) => {
    const isSpoilt = (index: number) => index % ROUNDS === round
    return vetCases(cases.map((one, index) => (isSpoilt(index) ? spoil(one, index) : one))).map(({ authenticity }, index) => ({
      p: authenticity.p ?? 0,
      isSpoilt: isSpoilt(index),
    }))
  }).flat()
  return { name, accounts: cases.length, scored }
}

function vetCases(cases: readonly Case[]): Vetting[] {
  const series = cases.flatMap(({ followers }) => followers)
  return vetAccounts(
    cases.map(({ account }) => account),
    cases.flatMap(({ comments }) => comments),
    { series },
  )
}

function describeClean(clean: readonly Case[]): string[] {
  const vetted = vetCases(clean)
  const share = (of: readonly Vetting[], below: number) => percent(of.filter((one) => scoreOf(one) < below).length / of.length)
  const completeness = vetted.reduce((sum, { authenticity }) => sum + authenticity.completeness, 0) / vetted.length
  const tiers = new Map<string, Vetting[]>()
  vetted.forEach((one, index) => {
    const tier = findTier('bilibili', clean[index]?.account.followers ?? 0, TIERS)?.tier ?? '?'
    tiers.set(tier, [...(tiers.get(tier) ?? []), one])
  })
  const weighed = VETTING_SIGNALS.map(({ code }) => {
    const held = vetted.flatMap(({ authenticity }) => authenticity.signals.filter((signal) => signal.code === code))
    return { code, share: held.filter(({ weight }) => weight > 0).length / clean.length }
  }).filter((each) => each.share > 0)
  return [
    `clean Bilibili creators with at least five videos: ${clean.length}; evidence ${(100 * completeness).toFixed(0)} % of the signals; below 80: ${share(vetted, 80)}, below 50: ${share(vetted, 50)}`,
    `below 80 by tier: ${[...tiers].map(([tier, of]) => `${tier} ${share(of, 80)} of ${of.length}`).join(', ')}`,
    `signals that weigh in clean ones: ${weighed.map(({ code, share: each }) => `${code} ${percent(each)}`).join(', ')}`,
  ]
}

const scoreOf = ({ authenticity }: Vetting) => authenticity.score ?? 100
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

function tellCalibration(scored: readonly Scored[]): string {
  return `Brier ${brierOf(scored).toFixed(3)}, ECE ${calibrationError(scored).toFixed(3)}`
}

/** How far the score moves when one signal is left out, and when one post is. */
function tellStability(clean: readonly Case[]): string[] {
  const vetted = vetCases(clean)
  const before = vetted.map(scoreOf)
  const bySignal = VETTING_SIGNALS.map(({ code }) => ({
    code,
    ...tellMoves(
      before,
      vetted.map((one) => scoreWithout(one, code)),
    ),
  }))
  const moved = bySignal.filter(({ mean }) => mean > 0).toSorted((a, b) => b.mean - a.mean)
  const [worst] = moved
  const byPost = Array.from({ length: DROPPED_POSTS }, (_, at) => {
    const fewer = clean.map((one) => ({
      ...one,
      account: { ...one.account, posts: one.account.posts.filter((_post, index) => index !== at) },
    }))
    return tellMoves(before, vetCases(fewer).map(scoreOf))
  })
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return [
    `one signal left out, clean accounts: ${bySignal.length} signals, the score moves by ${meanOf(bySignal.map(({ mean }) => mean)).toFixed(2)} points on average, most by ${worst?.code ?? 'none'} (${(worst?.mean ?? 0).toFixed(2)}; ${percent(worst?.crossed ?? 0)} change their band)`,
    `one post left out (${DROPPED_POSTS} times): the score moves by ${meanOf(byPost.map(({ mean }) => mean)).toFixed(2)} points on average, ${percent(meanOf(byPost.map(({ crossed }) => crossed)))} change their band`,
  ]
}

function scoreWithout({ authenticity }: Vetting, without: string): number {
  const groups: Partial<Record<(typeof VETTING_SIGNALS)[number]['group'], number[]>> = {}
  for (const { code, group } of VETTING_SIGNALS) {
    const signal = authenticity.signals.find((each) => each.code === code)
    if (signal !== undefined && code !== without) groups[group] = [...(groups[group] ?? []), signal.weight]
  }
  return scoreWeights(groups).score
}

function tellMoves(before: readonly number[], after: readonly number[]) {
  const bandOf = (score: number) => BANDS.filter((line) => score < line).length
  const pairs = before.map((score, at) => [score, after[at] ?? score] as const)
  return {
    mean: pairs.reduce((sum, [a, b]) => sum + Math.abs(a - b), 0) / pairs.length,
    crossed: pairs.filter(([a, b]) => bandOf(a) !== bandOf(b)).length / pairs.length,
  }
}

function readReviews(data: string): string[] {
  const [, ...rows] = readFileSync(join(data, 'zh_sentiment/waimai_10k.csv'), 'utf8').trim().split('\n')
  return rows.map((row) => row.slice(row.indexOf(',') + 1).trim()).filter((text) => text.length > 1)
}

interface Profile {
  readonly mediaLikeNumbers?: readonly number[]
  readonly mediaCommentNumbers?: readonly number[]
  readonly userFollowerCount?: number
  readonly userFollowingCount?: number
  readonly userMediaCount?: number
}
const readProfiles = (data: string, name: string): Profile[] => JSON.parse(readFileSync(join(data, 'instafake', name), 'utf8'))

/** Accounts of real people with like and comment series: false flags, and half more likes on three posts of a fifth of them. */
function measureSeries(data: string): string[] {
  const real = readProfiles(data, 'nonautomatedAccountData.json').map(
    ({ mediaLikeNumbers = [], mediaCommentNumbers = [], userFollowerCount = 0 }, index) => ({
      followers: [],
      comments: [],
      account: newAccount({
        platform: 'instagram',
        accountId: String(index),
        followers: userFollowerCount,
        posts: mediaLikeNumbers.slice(0, 10).map((likes, at) => ({
          postId: `${index}-${at}`,
          publishedAt: null,
          sponsored: null,
          views: null,
          shares: null,
          saves: null,
          observedAt: null,
          likes,
          comments: mediaCommentNumbers[at] ?? null,
        })),
      }),
    }),
  )
  const known = vetCases(real).filter(({ authenticity }) => authenticity.score !== null)
  const flagged = known.filter(({ authenticity }) => (authenticity.score ?? 100) < 50)
  return [`real accounts with like series (${real.length}): judged ${known.length}, of these below 50: ${flagged.length}`]
}

/** Profiles labelled fake or real: followers, accounts followed and posts ever made are held. One half sets how often a score is right, the other is reported. */
function measureProfiles(data: string, rest: number): string[] {
  const label = (name: string, isSpoilt: boolean) =>
    readProfiles(data, name).map(({ userFollowerCount = 0, userFollowingCount = 0, userMediaCount }, index) => ({
      isSpoilt,
      account: newAccount({
        platform: 'instagram',
        accountId: `${name}${index}`,
        followers: userFollowerCount,
        metrics: [
          countMetric('following', userFollowingCount),
          ...(userMediaCount === undefined ? [] : [countMetric('posts', userMediaCount)]),
        ],
      }),
    }))
  const labelled = [...label('fakeAccountData.json', true), ...label('realAccountData.json', false)]
  const vetted = vetAccounts(
    labelled.map(({ account }) => account),
    [],
  )
  const scored = vetted.map(({ authenticity }, index) => ({ p: authenticity.p ?? 0, isSpoilt: labelled[index]?.isSpoilt ?? false }))
  const reported = scored.filter((_, index) => index % 2 === rest)
  const fitted = calibrate(
    scored.filter((_, index) => index % 2 !== rest),
    reported,
  )
  const fakes = reported.filter(({ isSpoilt }) => isSpoilt).length
  return [
    `labelled profiles (${fakes} fake, ${reported.length - fakes} real; followers, accounts followed, posts ever made): ${tellFlags(reported, FALSE_FLAGS)}, ${tellCalibration(reported)}; after isotonic calibration on the other half: ${tellCalibration(fitted)}`,
  ]
}

/** Replaces each score by the share of spoilt accounts that known scores up to it had, never falling. */
function calibrate(known: readonly Scored[], scored: readonly Scored[]): Scored[] {
  const sorted = known.toSorted((a, b) => a.p - b.p)
  // Equal scores stand together: their share is one.
  const byScore = new Map<number, Scored[]>()
  for (const one of sorted) byScore.set(one.p, [...(byScore.get(one.p) ?? []), one])
  const smoothed = sorted.map(({ p }) => {
    const equal = byScore.get(p) ?? []
    return equal.filter(({ isSpoilt }) => isSpoilt).length / equal.length
  })
  const shares = fitIsotonic(smoothed)
  return scored.map(({ p, isSpoilt }) => {
    const at = sorted.findLastIndex((one) => one.p <= p)
    return { p: shares[Math.max(0, at)] ?? p, isSpoilt }
  })
}

const countMetric = (name: string, value: number): Account['metrics'][number] =>
  newMetric({ name, value, unit: 'count', source: 'instafake', column: name, importId: 'none' })
