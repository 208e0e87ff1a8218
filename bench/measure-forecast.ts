import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { newAccount, type Account } from '@kolibra/core/creators'
import { fitCohorts, forecastAccount } from '@kolibra/core/planning'

interface Video {
  readonly creator: string
  readonly publishedMs: number
  readonly views: number
  readonly followers: number
}

/** Predicts each creator's last video from the earlier ones, beside the median of the last ten. */
export async function measureForecast({ data }: { data: string }): Promise<string[]> {
  const byCreator = new Map<string, Video[]>()
  for (const video of readVideos(data)) byCreator.set(video.creator, [...(byCreator.get(video.creator) ?? []), video])
  const held = [...byCreator.values()]
    .map((videos) => videos.toSorted((a, b) => a.publishedMs - b.publishedMs))
    .filter((videos) => videos.length >= 3)
  const accounts = held.map((videos) => toAccount(videos.slice(0, -1)))
  const cohorts = fitCohorts(accounts, { metric: 'views', asOf: '2023-10-31' })
  const errors = { ours: 0, naive: 0, covered: 0, n: 0 }
  for (const [index, videos] of held.entries()) {
    const last = videos.at(-1)
    const account = accounts[index]
    if (!last || !account) continue
    const forecast = forecastAccount(account, cohorts, { metric: 'views', asOf: new Date(last.publishedMs).toISOString() })
    if (!forecast) continue
    const truth = Math.log(last.views)
    errors.n += 1
    errors.ours += Math.abs(truth - Math.log(forecast.p50))
    errors.naive += Math.abs(
      truth -
        Math.log(
          median(
            videos
              .slice(0, -1)
              .slice(-10)
              .map((video) => video.views),
          ),
        ),
    )
    errors.covered += last.views >= forecast.p10 && last.views <= forecast.p90 ? 1 : 0
  }
  return [
    `creators with at least 3 videos: ${errors.n}`,
    `mean absolute error of ln(views): ${(errors.ours / errors.n).toFixed(3)}, median of the last ten ${(errors.naive / errors.n).toFixed(3)}, ratio ${(errors.ours / errors.naive).toFixed(3)}`,
    `80 % interval covers ${(errors.covered / errors.n).toFixed(3)}`,
  ]
}

// A video appears once a day; its last-seen views are the ones that count.
function readVideos(data: string): Video[] {
  const [header = '', ...rows] = gunzipSync(readFileSync(join(data, 'bilibili_popular_63d/popular_snapshots.csv.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
  const names = header.split(',')
  const at = (cells: string[], name: string) => cells[names.indexOf(name)] ?? ''
  const videos = new Map<string, Video>()
  for (const row of rows) {
    const cells = row.split(',')
    // Titles may hold commas in quotes; such rows are longer and are left out here.
    if (cells.length !== names.length) continue
    videos.set(at(cells, 'video_id'), {
      creator: at(cells, 'creator_id'),
      publishedMs: Number(at(cells, 'pubdate')) * 1000,
      views: Number(at(cells, 'view')),
      followers: Number(at(cells, 'follower')),
    })
  }
  return [...videos.values()].filter((video) => video.views > 0)
}

function toAccount(videos: Video[]): Account {
  return newAccount({
    platform: 'bilibili',
    accountId: videos[0]?.creator ?? '',
    followers: videos.at(-1)?.followers ?? null,
    posts: videos.map((video, index) => ({
      postId: String(index),
      publishedAt: new Date(video.publishedMs).toISOString(),
      sponsored: null,
      views: video.views,
      likes: null,
      comments: null,
      shares: null,
      saves: null,
      observedAt: null,
    })),
  })
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}
