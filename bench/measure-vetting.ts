import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  newAccount,
  newMetric,
  TIERS,
  findTier,
  vetAccounts,
  type Account,
  type HeldComment,
  type HeldSeries,
} from '@kolibra/core/creators'
import { readPopularCreators, type PopularCreator } from './read-popular-videos.ts'
import { tellFlags, type Scored } from './score-flags.ts'

const FALSE_FLAGS = 0.05
/** Every fifth account is spoilt. */
const EVERY = 5
const COMMENTS_EACH = 150

interface Case extends PopularCreator {
  readonly comments: readonly HeldComment[]
}

/** What is done to clean accounts: those of science.md §5.3, and larger ones beside them. */
const INJECTIONS: readonly {
  readonly name: string
  readonly spoil: (one: Case, seed: number) => Case
  readonly reaches?: (one: Case) => boolean
}[] = [
  {
    name: 'followers + 30 % in one day, followers held by day',
    spoil: jumpFollowers,
    reaches: ({ followers }) => followers.length >= 8,
  },
  { name: 'followers + 30 % in one day, only the last count held', spoil: (one) => withFollowers(jumpFollowers(one), []) },
  {
    name: 'likes + 50 % on three posts',
    spoil: (one, seed) => withPosts(one, (post, at, of) => ((at + seed) % of < 3 ? { ...post, likes: times(post.likes, 1.5) } : post)),
  },
  { name: '200 comments of five templates', spoil: addTemplates },
  { name: 'likes × 5 on every post', spoil: (one) => withPosts(one, (post) => ({ ...post, likes: times(post.likes, 5) })) },
  { name: 'views × 10 on every post', spoil: (one) => withPosts(one, (post) => ({ ...post, views: times(post.views, 10) })) },
  { name: 'comments × 20 on every post', spoil: (one) => withPosts(one, (post) => ({ ...post, comments: times(post.comments, 20) })) },
  { name: 'followers × 30', spoil: (one) => ({ ...one, account: { ...one.account, followers: times(one.account.followers, 30) } }) },
]

/** Recall at 5 % false flags and area under precision–recall, by spoiling a fifth of clean accounts; what labelled profiles give; false flags by tier. */
export async function measureVetting({ data }: { data: string }): Promise<string[]> {
  // Cuts and weights were chosen while looking at the other half.
  const clean = readPopularCreators(data)
    .filter((_, index) => index % 2 === 1)
    .map((creator) => ({ ...creator, comments: [] }))
  const talkedAbout = giveComments(clean, readReviews(data))
  const lines = INJECTIONS.map(({ name, spoil, reaches = () => true }) => {
    const cases = (spoil === addTemplates ? talkedAbout : clean).filter(reaches)
    const trial = cases.map((one, index) => (index % EVERY === 0 ? spoil(one, index) : one))
    return `${name} (${cases.length} accounts): ${tellFlags(scoreCases(trial), FALSE_FLAGS)}`
  })
  return [...describeClean(clean), ...lines, ...measureSeries(data), ...measureProfiles(data)]
}

function vetCases(cases: readonly Case[]) {
  const series = cases.flatMap(({ followers }) => followers)
  return vetAccounts(
    cases.map(({ account }) => account),
    cases.flatMap(({ comments }) => comments),
    { series },
  )
}

const scoreCases = (cases: readonly Case[]): Scored[] =>
  vetCases(cases).map(({ authenticity }, index) => ({ p: authenticity.p ?? 0, isSpoilt: index % EVERY === 0 }))

function describeClean(clean: readonly Case[]): string[] {
  const vetted = vetCases(clean)
  const share = (of: readonly (typeof vetted)[number][], below: number) =>
    `${((100 * of.filter(({ authenticity }) => (authenticity.score ?? 100) < below).length) / of.length).toFixed(1)} %`
  const completeness = vetted.reduce((sum, { authenticity }) => sum + authenticity.completeness, 0) / vetted.length
  const tiers = new Map<string, typeof vetted>()
  vetted.forEach((one, index) => {
    const tier = findTier('bilibili', clean[index]?.account.followers ?? 0, TIERS)?.tier ?? '?'
    tiers.set(tier, [...(tiers.get(tier) ?? []), one])
  })
  return [
    `clean Bilibili creators with at least five videos: ${clean.length}; evidence ${(100 * completeness).toFixed(0)} % of the signals; below 80: ${share(vetted, 80)}, below 50: ${share(vetted, 50)}`,
    `below 80 by tier: ${[...tiers].map(([tier, of]) => `${tier} ${share(of, 80)} of ${of.length}`).join(', ')}`,
  ]
}

const times = (value: number | null, factor: number) => (value === null ? null : Math.round(value * factor))

type Change = (post: Account['posts'][number], at: number, of: number) => Account['posts'][number]
const withPosts = (one: Case, change: Change): Case => ({
  ...one,
  account: { ...one.account, posts: one.account.posts.map((post, at, all) => change(post, at, all.length)) },
})
const withFollowers = (one: Case, followers: readonly HeldSeries[]): Case => ({ ...one, followers })

/** From the middle day on 30 % of the followers of that day are there in addition. */
function jumpFollowers(one: Case): Case {
  const sorted = one.followers.toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))
  const middle = Math.floor(sorted.length / 2)
  const bought = Math.round(0.3 * (sorted[middle]?.value ?? 0))
  const followers = sorted.map((count, at) => (at < middle ? count : { ...count, value: count.value + bought }))
  return { ...one, followers, account: { ...one.account, followers: (one.account.followers ?? 0) + bought } }
}

const TEMPLATES = [
  '这个真的超级好用，已经推荐给身边的朋友了',
  '一直在用，效果真的很不错，会回购',
  '质量很好，物流也快，五星好评',
  '主播推荐的都很靠谱，支持一下',
  '性价比很高，值得入手，大家可以放心买',
]
const ENDINGS = ['', '！', '～', '哦', '呀', '👍', '哈哈', '。']

function addTemplates(one: Case): Case {
  const comments = Array.from({ length: 200 }, (_, n) => ({
    postId: one.account.posts[n % one.account.posts.length]?.postId ?? '',
    text: `${TEMPLATES[n % TEMPLATES.length]}${ENDINGS[n % ENDINGS.length]}`,
  }))
  return { ...one, comments: [...one.comments, ...comments] }
}

/** Everyday texts of people stand in for clean comments: the videos come without theirs. */
function giveComments(creators: readonly PopularCreator[], texts: readonly string[]): Case[] {
  return creators.map((creator, index) => ({
    ...creator,
    comments: Array.from({ length: COMMENTS_EACH }, (_, n) => ({
      postId: creator.account.posts[n % creator.account.posts.length]?.postId ?? '',
      text: texts[(index * 31 + n * 7) % texts.length] ?? '',
    })),
  }))
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

/** Profiles labelled fake or real, of which only followers and accounts followed are held here. */
function measureProfiles(data: string): string[] {
  const label = (name: string, isSpoilt: boolean) =>
    readProfiles(data, name).map(({ userFollowerCount = 0, userFollowingCount = 0 }, index) => ({
      isSpoilt,
      account: newAccount({
        platform: 'instagram',
        accountId: `${name}${index}`,
        followers: userFollowerCount,
        metrics: [countFollowing(userFollowingCount)],
      }),
    }))
  const labelled = [...label('fakeAccountData.json', true), ...label('realAccountData.json', false)]
  const vetted = vetAccounts(
    labelled.map(({ account }) => account),
    [],
  )
  const scored = vetted.map(({ authenticity }, index) => ({ p: authenticity.p ?? 0, isSpoilt: labelled[index]?.isSpoilt ?? false }))
  const brier = scored.reduce((sum, { p, isSpoilt }) => sum + (p - (isSpoilt ? 1 : 0)) ** 2, 0) / scored.length
  const fakes = scored.filter(({ isSpoilt }) => isSpoilt).length
  return [
    `labelled profiles (${fakes} fake, ${scored.length - fakes} real; followers and accounts followed only): ${tellFlags(scored, FALSE_FLAGS)}, Brier ${brier.toFixed(3)}`,
  ]
}

const countFollowing = (value: number): Account['metrics'][number] =>
  newMetric({ name: 'following', value, unit: 'accounts', source: 'instafake', column: 'userFollowingCount', importId: 'none' })
