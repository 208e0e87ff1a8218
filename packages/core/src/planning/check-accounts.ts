import type { Account } from '../creators/index.ts'
import { say, type Localized } from '../shared/index.ts'
import type { ForecastMetric } from './aggregate-table.ts'
import { tellFollowers } from './fit-quantity.ts'
import { readSample } from './read-sample.ts'

/** One finding: the account's id, what it is, and one sentence that says what happens. */
export interface ForecastFinding {
  readonly id: string
  readonly kind: 'duplicate' | 'bad_count' | 'no_posts' | 'nothing_known'
  readonly because: Localized
}

/** The accounts to forecast, each once, and what was found. A second line of an account would count twice in its cohort. */
export function checkForecastAccounts(
  accounts: readonly Account[],
  { metric, asOf }: { metric: ForecastMetric; asOf: string | null },
): { readonly accounts: readonly Account[]; readonly findings: readonly ForecastFinding[] } {
  const seen = new Set<string>()
  const [once, findings]: [Account[], ForecastFinding[]] = [[], []]
  for (const account of accounts) {
    const key = JSON.stringify([account.platform, account.accountId])
    if (seen.has(key)) findings.push({ id: account.accountId, kind: 'duplicate', because: DUPLICATE })
    else {
      seen.add(key)
      once.push(account)
      findings.push(...findIn(account, metric, asOf))
    }
  }
  return { accounts: once, findings }
}

const DUPLICATE = say('This account stands twice in the list; the first line counts.', '该账号在列表中重复出现，以第一条为准。')
const NO_POSTS = say(
  'No post with a count is known: the forecast rests on medians, or on comparable accounts alone.',
  '没有带数据的作品：预估依据中位数或仅依据同类账号。',
)
const NOTHING = say('No followers, no posts, no medians: no forecast.', '没有粉丝数、作品与中位数：无法预估。')

const isBad = (count: number | null) => count !== null && !(count >= 0 && count < Infinity)

function findIn(account: Account, metric: ForecastMetric, asOf: string | null): ForecastFinding[] {
  const id = account.accountId
  const bad = account.posts.filter(({ views, likes, comments, shares, saves }) =>
    [views, likes, comments, shares, saves].some(isBad),
  ).length
  const found: ForecastFinding[] =
    bad === 0
      ? []
      : [
          {
            id,
            kind: 'bad_count',
            because: say(
              `${bad} post${bad > 1 ? 's have' : ' has'} a count below nil or no number: left out.`,
              `${bad} 条作品的数据为负或不是数字：未计入。`,
            ),
          },
        ]
  const { from } = readSample(account, metric, asOf)
  if (from === 'posts') return found
  const isUnknown = from === 'nothing' && tellFollowers(account) === null && readSample(account, 'views', asOf).from === 'nothing'
  return [...found, isUnknown ? { id, kind: 'nothing_known', because: NOTHING } : { id, kind: 'no_posts', because: NO_POSTS }]
}
