import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { newAccount, vetAccounts, type Account } from '@kolibra/core/creators'

const LEAST_VIDEOS = 5
const FALSE_FLAGS = 0.05

/** What was done to clean accounts, each to every fifth of them. */
const INJECTIONS: readonly { readonly name: string; readonly spoil: (account: Account) => Account }[] = [
  { name: 'likes × 5 on every post', spoil: (account) => withPosts(account, (post) => ({ ...post, likes: times(post.likes, 5) })) },
  {
    name: 'likes + 50 % on three posts',
    spoil: (account) => withPosts(account, (post, at) => (at < 3 ? { ...post, likes: times(post.likes, 1.5) } : post)),
  },
  { name: 'views × 10 on every post', spoil: (account) => withPosts(account, (post) => ({ ...post, views: times(post.views, 10) })) },
  {
    name: 'comments × 20 on every post',
    spoil: (account) => withPosts(account, (post) => ({ ...post, comments: times(post.comments, 20) })),
  },
  { name: 'followers + 30 %', spoil: (account) => ({ ...account, followers: times(account.followers, 1.3) }) },
  { name: 'followers × 30', spoil: (account) => ({ ...account, followers: times(account.followers, 30) }) },
]

/** Recall at 5 % false flags and area under precision–recall, by spoiling a fifth of clean accounts; and what real profiles give. */
export async function measureVetting({ data }: { data: string }): Promise<string[]> {
  const clean = readCreators(data)
  const lines = INJECTIONS.map(({ name, spoil }) => {
    const accounts = clean.map((account, index) => (index % 5 === 0 ? spoil(account) : account))
    const vetted = vetAccounts(accounts, [])
    const scored = vetted.map(({ authenticity }, index) => ({ p: authenticity.p ?? 0, isSpoilt: index % 5 === 0 }))
    return `${name}: recall ${recallAt(scored, FALSE_FLAGS).toFixed(2)} at 5 % false flags, PR-AUC ${areaUnder(scored).toFixed(2)} (chance 0.20)`
  })
  const plain = vetAccounts(clean, [])
  const below = (score: number) => plain.filter(({ authenticity }) => (authenticity.score ?? 100) < score).length
  const completeness = plain.reduce((sum, { authenticity }) => sum + authenticity.completeness, 0) / plain.length
  return [
    `clean Bilibili creators with at least ${LEAST_VIDEOS} videos: ${clean.length}; evidence ${(100 * completeness).toFixed(0)} % of the signals; score below 80: ${below(80)}, below 50: ${below(50)}`,
    ...lines,
    ...measureProfiles(data),
  ]
}

const times = (value: number | null, factor: number) => (value === null ? null : Math.round(value * factor))
const withPosts = (account: Account, change: (post: Account['posts'][number], at: number) => Account['posts'][number]): Account => ({
  ...account,
  posts: account.posts.map(change),
})

interface Scored {
  readonly p: number
  readonly isSpoilt: boolean
}

function recallAt(scored: readonly Scored[], falseFlags: number): number {
  const clean = scored
    .filter(({ isSpoilt }) => !isSpoilt)
    .map(({ p }) => p)
    .toSorted((a, b) => b - a)
  const cut = clean[Math.floor(falseFlags * clean.length)] ?? 1
  const spoilt = scored.filter(({ isSpoilt }) => isSpoilt)
  return spoilt.filter(({ p }) => p > cut).length / spoilt.length
}

/** Average precision; equal scores share their place. */
function areaUnder(scored: readonly Scored[]): number {
  const spoilt = scored.filter(({ isSpoilt }) => isSpoilt)
  return spoilt.reduce((sum, { p }) => {
    const flagged = scored.filter((other) => other.p >= p)
    return sum + flagged.filter(({ isSpoilt }) => isSpoilt).length / flagged.length / spoilt.length
  }, 0)
}

// A video appears once a day; its last-seen counts are the ones that count.
function readCreators(data: string): Account[] {
  const [header = '', ...rows] = gunzipSync(readFileSync(join(data, 'bilibili_popular_63d/popular_snapshots.csv.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
  const names = header.split(',')
  const videos = new Map<string, Readonly<Record<string, string>>>()
  for (const row of rows) {
    const cells = row.split(',')
    // A comma in a title shifts the rest: the last columns are counted from the end.
    const fromEnd = (name: string) => cells[cells.length - names.length + names.indexOf(name)] ?? ''
    const known = ['view', 'reply', 'share', 'like'].map((name) => [name, fromEnd(name)] as const)
    videos.set(cells[2] ?? '', {
      creator: cells[3] ?? '',
      followers: cells[4] ?? '',
      category: cells[6] ?? '',
      ...Object.fromEntries(known),
    })
  }
  const byCreator = new Map<string, [string, Readonly<Record<string, string>>][]>()
  for (const [id, video] of videos) byCreator.set(video['creator'] ?? '', [...(byCreator.get(video['creator'] ?? '') ?? []), [id, video]])
  return [...byCreator].flatMap(([creator, held]) => {
    const [, first] = held.at(-1) ?? ['', {}]
    if (held.length < LEAST_VIDEOS || first === undefined) return []
    const posts = held.map(([postId, counts]) => ({
      postId,
      publishedAt: null,
      sponsored: null,
      saves: null,
      observedAt: null,
      views: Number(counts['view']),
      likes: Number(counts['like']),
      comments: Number(counts['reply']),
      shares: Number(counts['share']),
    }))
    const about = { followers: Number(first['followers']), categories: [first['category'] ?? ''], posts }
    return [newAccount({ platform: 'bilibili', accountId: creator, ...about })]
  })
}

interface Profile {
  readonly mediaLikeNumbers?: readonly number[]
  readonly mediaCommentNumbers?: readonly number[]
  readonly userFollowerCount?: number
}

/** Real people with like and comment series: whoever is flagged among them is a false flag. Profiles without posts say nothing here. */
function measureProfiles(data: string): string[] {
  const read = (name: string): Profile[] => JSON.parse(readFileSync(join(data, 'instafake', name), 'utf8'))
  const real = read('nonautomatedAccountData.json').map(
    ({ mediaLikeNumbers = [], mediaCommentNumbers = [], userFollowerCount = 0 }, index) =>
      newAccount({
        platform: 'instagram',
        accountId: String(index),
        followers: userFollowerCount,
        posts: mediaLikeNumbers.map((likes, at) => ({
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
  )
  const vetted = vetAccounts(real, [])
  const known = vetted.filter(({ authenticity }) => authenticity.score !== null)
  const flagged = known.filter(({ authenticity }) => (authenticity.score ?? 100) < 50)
  const fake = read('fakeAccountData.json').length
  return [
    `real accounts with like series (${real.length}): judged ${known.length}, of these below 50: ${flagged.length}`,
    `fake profiles (${fake}) hold no posts: none can be judged, and none is called clean`,
  ]
}
