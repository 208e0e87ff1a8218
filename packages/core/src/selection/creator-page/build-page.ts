import { listUnknown, newestMetric, tellHashMatch, type Account, type RecentPost } from '../../creators/index.ts'
import { countInteractions, measureRate, splitPosts } from '../../planning/index.ts'
import { say } from '../../shared/index.ts'
import type { CreatorPage, HeldPost } from './page-schema.ts'
import { tellPrices } from './tell-prices.ts'

/** What stands in the workspace beside the posts of an account: texts and later counts. */
export type StoredPost = RecentPost & Pick<HeldPost, 'title' | 'url' | 'format'> & { readonly matchedHash: string | null }

/** What the page of a creator is made from. `today` is a Shanghai day. */
export interface PageInput extends Pick<CreatorPage, 'id' | 'account' | 'type' | 'tier' | 'forecast' | 'history' | 'peers' | 'splitPosts'> {
  readonly stored: readonly StoredPost[]
  readonly today: string
}

/** Makes the page of a creator from what is held: everything on it follows from imported data and says so. */
export function buildPage({ stored, today, ...known }: PageInput): CreatorPage {
  const { account, forecast } = known
  const posts = mergePosts(account, stored)
  const rate = tellRate(account, posts)
  return {
    ...known,
    rate,
    posts,
    groups: splitPosts(account.platform, posts),
    prices: tellPrices(account, { forecast, rate: rate?.value ?? null, today }),
    unknown: listUnknown({ ...account, posts }),
  }
}

/** Posts of account lines and of post files are the same posts: newest counts win, what only one of them knows is kept. Newest post first. */
function mergePosts({ platform, accountId, posts }: Account, stored: readonly StoredPost[]): HeldPost[] {
  const byId = new Map<string, StoredPost>()
  for (const post of [...posts.map((each) => ({ ...each, title: null, url: null, format: null, matchedHash: null })), ...stored]) {
    const known = byId.get(post.postId)
    byId.set(post.postId, known === undefined ? post : overlay(known, post))
  }
  return [...byId.values()]
    .map(({ matchedHash: hash, ...post }) => ({
      ...post,
      interactions: countInteractions(platform, post),
      matched: hash === null ? null : { hash, because: tellHashMatch(hash, accountId) },
    }))
    .toSorted((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1))
}

function overlay(a: StoredPost, b: StoredPost): StoredPost {
  const [older, newer] = (a.observedAt ?? '') <= (b.observedAt ?? '') ? [a, b] : [b, a]
  const pick = <K extends keyof StoredPost>(key: K): StoredPost[K] => newer[key] ?? older[key]
  return {
    postId: newer.postId,
    publishedAt: pick('publishedAt'),
    sponsored: pick('sponsored'),
    views: pick('views'),
    likes: pick('likes'),
    comments: pick('comments'),
    shares: pick('shares'),
    saves: pick('saves'),
    observedAt: pick('observedAt'),
    title: pick('title'),
    url: pick('url'),
    format: pick('format'),
    // The account's own list says it too: then more than the hash does.
    matchedHash: null,
  }
}

function tellRate(account: Account, posts: readonly HeldPost[]): CreatorPage['rate'] {
  const own = measureRate(account.platform, posts)
  if (own !== null) return { value: own.median, basis: say(`median of ${own.n} posts held`, `所持 ${own.n} 条作品的中位数`) }
  const metric = newestMetric(account.metrics, ({ name }) => name === 'interactionRate')
  if (metric?.value == null) return null
  return { value: metric.value, basis: say(`as ${metric.source} prints it`, '来源文件所载互动率') }
}
