import { claimComments, type Account, type HeldComment, type HeldSeries } from '@kolibra/core/creators'
import { readDay } from '@kolibra/core/shared'
import { findCommented, listComments, listDailyValues, listProfileHistories, type StoredCreator } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { sha256 } from '../platform/secrets.ts'

/** What a creator is vetted by besides the account with its posts: the same for the report and for the row of a list. */
export interface HeldOfCreator {
  readonly comments: readonly HeldComment[]
  /** How many comments are held; only so many of the newest are read. */
  readonly commentsHeld: number
  readonly series: readonly HeldSeries[]
}

/** The numbers by day that a signal looks at. */
const VETTED_SERIES = ['followers', 'followerFollowers'] as const

/** Gathers what is held of each of these creators, in their order. Their accounts come with the posts that came as posts. */
export async function gatherHeld(ctx: Context, creators: readonly StoredCreator[]): Promise<HeldOfCreator[]> {
  const accounts = creators.map(({ account }) => account)
  const daily = await listDailyValues(ctx, accounts, VETTED_SERIES)
  const growth = await listGrowth(ctx, creators)
  const commented = await findCommentedPosts(ctx, accounts)
  const held: HeldOfCreator[] = []
  for (const [at, account] of accounts.entries()) {
    const posts = account.posts.map(({ postId }) => postId).filter((postId) => commented.get(account.platform)?.has(postId) === true)
    const talk = posts.length === 0 ? NO_TALK : await listComments(ctx, account.platform, [...new Set(posts)])
    held.push({
      comments: claimComments(talk.comments, [account], sha256),
      commentsHeld: talk.held,
      series: [...(growth[at] ?? []), ...(daily[at] ?? [])],
    })
  }
  return held
}

const NO_TALK: Awaited<ReturnType<typeof listComments>> = { comments: [], held: 0 }

async function findCommentedPosts(ctx: Context, accounts: readonly Account[]): Promise<Map<string, Set<string>>> {
  const byPlatform = new Map<string, Set<string>>()
  for (const platform of new Set(accounts.map((account) => account.platform))) {
    const posts = accounts.flatMap((account) => (account.platform === platform ? account.posts.map(({ postId }) => postId) : []))
    byPlatform.set(platform, await findCommented(ctx, platform, posts))
  }
  return byPlatform
}

/** Followers by the days on which an import saw them. */
async function listGrowth(ctx: Context, creators: readonly StoredCreator[]): Promise<HeldSeries[][]> {
  const histories = await listProfileHistories(
    ctx,
    creators.map(({ id }) => id),
  )
  return creators.map(({ id, account }) =>
    (histories.get(id) ?? []).flatMap(({ observedAt, followers, source }) => {
      const day = observedAt === null ? null : readDay(observedAt)
      return day === null || followers === null ? [] : [{ subject: account.accountId, metric: 'followers', day, value: followers, source }]
    }),
  )
}
