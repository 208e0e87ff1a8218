import { describe, expect, test } from 'vitest'
import { makeCampaign } from '../campaigns/test/campaign-fixture.ts'
import { newQuote, type Account } from '../creators/index.ts'
import { fitCohorts, forecastAccount, forecastPaidPost } from '../planning/index.ts'
import { AS_OF, makePool } from '../planning/test/make-account.ts'
import { planCampaign, rankPrices } from './index.ts'

const quote = newQuote({ format: 'video_21_60s', listFen: 1_000_000, filed: true, source: 'agency sheet', observedAt: AS_OF })

/** Every third post of a creator is sponsored and does `part` of what it would do else. */
const withSponsored = (account: Account, part: number): Account => ({
  ...account,
  creatorType: { value: 'micro', basis: 'entered by a person' },
  quotes: [quote],
  posts: account.posts.map((post, index) => {
    const isSponsored = index % 3 === 0
    const thin = (count: number | null) => (count === null || !isSponsored ? count : Math.round(count * part))
    return { ...post, sponsored: isSponsored, views: thin(post.views), likes: thin(post.likes) }
  }),
})
const team = makePool(20).map((account) => withSponsored(account, 1 / 3))
const campaign = makeCampaign({ platforms: ['douyin'], budgetFen: 6_000_000, mix: [], mustHave: [], never: [] })
const plan = planCampaign({ campaign, accounts: team, asOf: AS_OF, clock: () => 0 })

describe('what a campaign pays for is forecast as sponsored', () => {
  test.each(['views', 'interactions'] as const)('%s of everybody chosen', (metric) => {
    const cohorts = fitCohorts(team, { metric, asOf: AS_OF })
    expect(plan.creators.length).toBeGreaterThan(2)
    for (const { id, forecast, interactions } of plan.creators) {
      const account = team.find(({ accountId }) => accountId === id) as Account
      const paid = forecastPaidPost(account, cohorts, { metric, asOf: AS_OF })
      expect(metric === 'views' ? forecast : interactions).toEqual(paid)
      expect(paid?.p50).toBeLessThan(0.8 * (forecastAccount(everydayOf(account), cohorts, { metric, asOf: AS_OF })?.p50 ?? 0))
    }
  })

  test('the plan says so, of itself and of each creator', () => {
    expect(plan.because.join(' ')).toContain('Every forecast is of a sponsored post')
    for (const { because } of plan.creators) expect(because.join(' ')).toMatch(/A sponsored post: −\d+ %/)
  })

  test('prices are ranked by it: whoever loses most by sponsoring is the dearest', () => {
    const alike = makePool(10, { seed: 5 }).map((account) => ({ ...account, followers: 200_000, posts: team[0]?.posts ?? [] }))
    const everyday = withSponsored(makePool(1, { seed: 9 })[0] as Account, 1).posts
    const pool = alike.map((account, at) => ({
      ...withSponsored({ ...account, posts: everyday }, 1 - at / 20),
      accountId: `r${at}`,
    }))
    const places = rankPrices(pool, { asOf: AS_OF })
    expect(places.map((place) => place?.rank)).toEqual(pool.map((_, at) => at / 9))
  })
})

function everydayOf(account: Account): Account {
  return { ...account, posts: account.posts.filter(({ sponsored }) => sponsored !== true) }
}
