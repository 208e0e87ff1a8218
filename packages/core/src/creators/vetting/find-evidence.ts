import { subjectOfAccount, type Post } from '../../imports/index.ts'
import { groupBy } from '../../shared/index.ts'
import type { Account } from '../schema.ts'
import type { HeldComment, HeldEvidence, HeldOrder, HeldSeries } from './held-evidence.ts'
import { ofOneSource } from './one-source.ts'

/** Where evidence is looked for. Comments are found by the ids of the posts held, series and orders by the account's id. */
export interface EvidenceSources {
  readonly series?: readonly HeldSeries[]
  /** The posts with their texts, found by platform and account. */
  readonly posts?: readonly Post[]
  /** Absent: nobody counted orders; an empty list: there were none. */
  readonly orders?: readonly HeldOrder[] | undefined
}

/** Finds what is held of any account. */
export function makeEvidenceFinder(
  comments: readonly HeldComment[],
  { series = [], orders, posts: texts = [] }: EvidenceSources,
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
