// What is done to clean accounts to see whether it is found.
import type { Account, HeldComment, HeldSeries } from '@kolibra/core/creators'
import type { PopularCreator } from './read-popular-videos.ts'

const COMMENTS_EACH = 150

/** A creator with the comments given to it. */
export interface Case extends PopularCreator {
  readonly comments: readonly HeldComment[]
}

/** One way of spoiling an account; `reaches`: where it can be done at all. */
export interface Injection {
  readonly name: string
  readonly spoil: (one: Case, seed: number) => Case
  readonly reaches?: (one: Case) => boolean
}

/** What is done to clean accounts: those of science.md §5.3, and larger ones beside them. */
export const INJECTIONS: readonly Injection[] = [
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
  { name: 'followers × 30, long ago', spoil: multiplyFollowers },
]

const times = (value: number | null, factor: number) => (value === null ? null : Math.round(value * factor))

type Change = (post: Account['posts'][number], at: number, of: number) => Account['posts'][number]
const withPosts = (one: Case, change: Change): Case => ({
  ...one,
  account: { ...one.account, posts: one.account.posts.map((post, at, all) => change(post, at, all.length)) },
})
const withFollowers = (one: Case, followers: readonly HeldSeries[]): Case => ({ ...one, followers })

/** So many more on every day that is held: bought before anybody looked. */
function multiplyFollowers(one: Case): Case {
  const followers = one.followers.map((count) => ({ ...count, value: 30 * count.value }))
  return { ...one, followers, account: { ...one.account, followers: times(one.account.followers, 30) } }
}

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

export function addTemplates(one: Case): Case {
  const comments = Array.from({ length: 200 }, (_, n) => ({
    postId: one.account.posts[n % one.account.posts.length]?.postId ?? '',
    text: `${TEMPLATES[n % TEMPLATES.length]}${ENDINGS[n % ENDINGS.length]}`,
  }))
  return { ...one, comments: [...one.comments, ...comments] }
}

/** Everyday texts of people stand in for clean comments: the videos come without theirs. */
export function giveComments(creators: readonly PopularCreator[], texts: readonly string[]): Case[] {
  return creators.map((creator, index) => ({
    ...creator,
    comments: Array.from({ length: COMMENTS_EACH }, (_, n) => ({
      postId: creator.account.posts[n % creator.account.posts.length]?.postId ?? '',
      text: texts[(index * 31 + n * 7) % texts.length] ?? '',
    })),
  }))
}
