import { joinPosts, listUnknown, newestMetric, tellHashMatch, type Account, type RecentPost } from '../../creators/index.ts'
import { countInteractions, measureRate, splitPosts } from '../../planning/index.ts'
import { say } from '../../shared/index.ts'
import type { CreatorPage, HeldPost } from './page-schema.ts'
import type { FeeTable } from '../fee-table.ts'
import { tellPrices } from './tell-prices.ts'

/** What stands in the workspace beside the posts of an account: texts and later counts. */
export type StoredPost = RecentPost & Pick<HeldPost, 'title' | 'url' | 'format'> & { readonly matchedHash: string | null }

/** What the page of a creator is made from. `today` is a Shanghai day. */
export interface PageInput extends Pick<CreatorPage, 'id' | 'account' | 'type' | 'tier' | 'forecast' | 'history' | 'peers' | 'splitPosts'> {
  readonly stored: readonly StoredPost[]
  readonly today: string
  /** Service fees where quotes state none. */
  readonly fees: FeeTable
}

/** Makes the page of a creator from what is held: everything on it follows from imported data and says so. */
export function buildPage({ stored, today, fees, ...known }: PageInput): CreatorPage {
  const { account, forecast } = known
  const posts = listPosts(account, stored)
  const rate = tellRate(account, posts)
  return {
    ...known,
    rate,
    posts,
    groups: splitPosts(account.platform, posts),
    prices: tellPrices(account, { forecast, rate: rate?.value ?? null, today, fees }),
    unknown: listUnknown({ ...account, posts }),
  }
}

/** Posts of account lines and of post files are the same posts. Newest post first. */
function listPosts({ platform, accountId, posts }: Account, stored: readonly StoredPost[]): HeldPost[] {
  const listed = posts.map((each) => ({ ...each, title: null, url: null, format: null, matchedHash: null }))
  const own = new Set(posts.map(({ postId }) => postId))
  return joinPosts<StoredPost>(stored, listed)
    .map(({ matchedHash: hash, ...post }) => ({
      ...post,
      interactions: countInteractions(platform, post),
      // Where the account's own list says it too, more than the hash does.
      matched: hash === null || own.has(post.postId) ? null : { hash, because: tellHashMatch(hash, accountId) },
    }))
    .toSorted((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1))
}

function tellRate(account: Account, posts: readonly HeldPost[]): CreatorPage['rate'] {
  const own = measureRate(account.platform, posts)
  if (own !== null) return { value: own.median, basis: say(`median of ${own.n} posts held`, `所持 ${own.n} 条作品的中位数`) }
  const metric = newestMetric(account.metrics, ({ name }) => name === 'interactionRate')
  if (metric?.value == null) return null
  return { value: metric.value, basis: say(`as ${metric.source} prints it`, '来源文件所载互动率') }
}
