import { createHash } from 'node:crypto'
import { newAccount, newPost, type Account } from '@kolibra/core/creators'
import { backtestForecasts, fitCohorts, forecastAccount, type Backtest } from '@kolibra/core/planning'
import { readPopularCreators } from './read-popular-videos.ts'

const SEED = 1
/** Whom the test asks: everybody with a history of two, and those whose last ten are all known. */
const HISTORIES = [2, 10]
const TEAM = 100_000
const POSTS = 10

/** Predicts each creator's newest video from the earlier ones, beside the median of the last ten; then how fast a large team is forecast. */
export function measureForecast({ data }: { data: string }): Promise<string[]> {
  const speed = measureSpeed()
  const all = readPopularCreators(data, 1).map(({ account }) => account)
  // Half-life, bands, cells and folds (calibration-table.ts) were chosen on the first half alone; each half learns from itself only.
  const halves = [
    { name: 'half the settings were chosen on', accounts: all.filter(({ accountId }) => halfOf(accountId) === 0) },
    { name: 'unseen half', accounts: all.filter(({ accountId }) => halfOf(accountId) === 1) },
    { name: 'both together', accounts: all },
  ]
  const tests = halves.flatMap(({ name, accounts }) =>
    HISTORIES.flatMap((least) => {
      const tested = backtestForecasts(accounts, { metric: 'views', asOf: null, seed: SEED, least })
      return tested === null ? [] : [`${name}, at least ${least} earlier videos`, ...tellBacktest(tested)]
    }),
  )
  return Promise.resolve([...speed, ...tests])
}

const halfOf = (id: string) => (createHash('sha256').update(id).digest()[0] ?? 0) % 2

function tellBacktest({ creators, model, naive, ratios, light }: Backtest): string[] {
  const ratio = ({ value, error }: Backtest['ratios']['mae']) => `${value.toFixed(3)} ± ${error.toFixed(3)}`
  const coverage = model.coverage.map(
    ({ nominal, observed, low, high }) =>
      `${nominal * 100} %: ${observed.toFixed(3)} ± ${((high - low) / 3.92).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`,
  )
  return [
    `  ${creators} creators, light ${light}`,
    `  MAE of ln(views) ${model.mae.toFixed(3)} against ${naive.mae.toFixed(3)}: ratio ${ratio(ratios.mae)} (aim 0.99)`,
    `  80 % interval score ${model.interval80.toFixed(3)} against ${naive.interval80.toFixed(3)}: ratio ${ratio(ratios.interval80)} (aim 0.94)`,
    `  CRPS ${model.crps.toFixed(3)} against ${naive.crps.toFixed(3)}`,
    `  coverage ${coverage.join(', ')} (aims 0.77–0.83 at 80 %, 0.87–0.93 at 90 %)`,
  ]
}

function measureSpeed(): string[] {
  const team = Array.from({ length: TEAM }, (_, index) => inventAccount(index))
  const question = { metric: 'views', asOf: '2026-11-20' } as const
  const before = process.cpuUsage()
  const cohorts = fitCohorts(team, question)
  const forecast = team.filter((account) => forecastAccount(account, cohorts, question) !== null).length
  const { user, system } = process.cpuUsage(before)
  return [
    `${forecast} creators × ${POSTS} posts fitted and forecast in ${((user + system) / 1e6).toFixed(2)} s of CPU (aim 6 s), ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB (aim 1,000)`,
  ]
}

/** The same creator for the same number: no chance is needed to measure speed. */
function inventAccount(index: number): Account {
  return newAccount({
    platform: ['douyin', 'xiaohongshu', 'bilibili'][index % 3] ?? 'douyin',
    accountId: `a${index}`,
    followers: 1000 + ((index * 7919) % 1_000_000),
    categories: [`c${index % 20}`],
    posts: Array.from({ length: POSTS }, (_, post) =>
      newPost({
        postId: `p${post}`,
        publishedAt: `2026-0${1 + (post % 9)}-1${post}T10:00:00Z`,
        views: 1000 + ((index * 31 + post * 7907) % 100_000),
        likes: 100,
        comments: 5,
        shares: 1,
        saves: 2,
      }),
    ),
  })
}
