// The creators of 63 daily snapshots of a list of popular videos, with the follower count of every day they stood in it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { newAccount, type Account, type HeldSeries } from '@kolibra/core/creators'

const LEAST_VIDEOS = 5

/** One creator with at least `least` videos, and the followers by day. */
export interface PopularCreator {
  readonly account: Account
  readonly followers: readonly HeldSeries[]
}

type Cells = (name: string) => string

/** Reads them; of each video the last-seen counts count. A row without views is a page that did not load. */
export function readPopularCreators(data: string, least = LEAST_VIDEOS): PopularCreator[] {
  const creators = new Map<string, { readonly videos: Map<string, Cells>; readonly days: Map<string, number> }>()
  for (const cells of readSnapshots(data).filter((row) => Number(row('view')) > 0)) {
    const known = creators.get(cells('creator_id')) ?? { videos: new Map(), days: new Map() }
    known.videos.set(cells('video_id'), cells)
    known.days.set(cells('snapshot_date'), Number(cells('follower')))
    creators.set(cells('creator_id'), known)
  }
  return [...creators]
    .filter(([, { videos }]) => videos.size >= least)
    .map(([accountId, { videos, days }]) => ({
      account: newAccount({
        platform: 'bilibili',
        accountId,
        followers: [...days.values()].at(-1) ?? null,
        categories: [[...videos.values()].at(-1)?.('tname') ?? ''],
        posts: [...videos].map(([postId, cells]) => ({
          postId,
          publishedAt: new Date(Number(cells('pubdate')) * 1000).toISOString(),
          sponsored: null,
          observedAt: null,
          views: Number(cells('view')),
          likes: Number(cells('like')),
          comments: Number(cells('reply')),
          shares: Number(cells('share')),
          saves: Number(cells('favorite')),
          danmaku: Number(cells('danmaku')),
          coins: Number(cells('coin')),
        })),
      }),
      followers: [...days].map(([day, value]) => ({ subject: accountId, metric: 'followers', day, value })),
    }))
}

function readSnapshots(data: string): Cells[] {
  const [header = '', ...rows] = gunzipSync(readFileSync(join(data, 'bilibili_popular_63d/popular_snapshots.csv.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
  const names = header.split(',')
  const title = names.indexOf('title')
  return rows.map((row) => {
    const cells = row.split(',')
    // A comma in a title shifts the rest: the columns behind it are counted from the end.
    return (name) => {
      const at = names.indexOf(name)
      return cells[at < title ? at : cells.length - names.length + at] ?? ''
    }
  })
}
