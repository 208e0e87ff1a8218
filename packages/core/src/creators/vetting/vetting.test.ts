import { describe, expect, test } from 'vitest'
import type { Account, Metric, RecentPost } from '../schema.ts'
import { newAccount, newMetric, newPost } from '../index.ts'
import { groupPeers } from './group-peers.ts'
import { NO_EVIDENCE } from './held-evidence.ts'
import { measureAccount, type MeasureName } from './measure-account.ts'
import { vettingSchema } from './schema.ts'
import { vetAccounts } from './vet-accounts.ts'
import { VETTING_SIGNALS } from './vetting-signal-table.ts'

const post = (postId: string, known: Partial<RecentPost> = {}): RecentPost =>
  newPost({ postId, views: 10_000, likes: 300, comments: 20, shares: 10, saves: 50, ...known })
const posts = (count: number, known: Partial<RecentPost> = {}, id = 'p') =>
  Array.from({ length: count }, (_, n) => post(`${id}${n}`, known))
const metric = (name: string, value: number, known: Partial<Metric> = {}): Metric =>
  newMetric({ name, value, unit: 'share', source: 's', column: 'c', importId: 'i', ...known })
const account = (known: Partial<Account> = {}) =>
  newAccount({ platform: 'xiaohongshu', accountId: 'a', followers: 60_000, categories: ['美妆'], ...known })

/** Ordinary accounts around an interaction rate of 4 %, each a little different. */
const crowd = (count = 12) =>
  Array.from({ length: count }, (_, n) =>
    account({ accountId: `peer${n}`, posts: posts(8, { likes: 300 + 10 * n, comments: 18 + n, views: 10_000 + 500 * n }, `peer${n}-`) }),
  )
const vet = (one: Account, others: readonly Account[] = crowd()) => {
  const [first] = vetAccounts([one, ...others], [])
  if (first === undefined) throw new Error('nothing was vetted')
  return first.authenticity
}
const weightOf = (authenticity: ReturnType<typeof vet>, code: string) => authenticity.signals.find((signal) => signal.code === code)?.weight

describe('what is measured of an account', () => {
  const none = (known: Partial<Account>) => measureAccount(account(known), NO_EVIDENCE).measures

  test('Xiaohongshu counts saves, Douyin does not', () => {
    expect(none({ posts: posts(6) }).interactionRate).toBeCloseTo(0.038, 12)
    expect(none({ platform: 'douyin', posts: posts(6) }).interactionRate).toBeCloseTo(0.033, 12)
  })

  const unknown: readonly { why: string; known: Partial<Account>; measure: MeasureName }[] = [
    { why: 'no posts', known: {}, measure: 'interactionRate' },
    { why: 'too few posts', known: { posts: posts(4) }, measure: 'interactionRate' },
    { why: 'saves unknown where they count', known: { posts: posts(8, { saves: null }) }, measure: 'interactionRate' },
    { why: 'views unknown', known: { posts: posts(8, { views: null }) }, measure: 'viewsPerFollower' },
    { why: 'followers unknown', known: { posts: posts(8), followers: null }, measure: 'viewsPerFollower' },
    { why: 'followers 0', known: { posts: posts(8), followers: 0 }, measure: 'viewsPerFollower' },
    { why: 'no comments at all', known: { posts: posts(8, { comments: 0 }) }, measure: 'likesPerComment' },
    { why: 'no median from the platform', known: { posts: posts(8) }, measure: 'medianGap' },
    {
      why: 'too few sponsored posts',
      known: { posts: [...posts(6, { sponsored: false }), ...posts(2, { sponsored: true }, 's')] },
      measure: 'sponsoredGap',
    },
    { why: 'no comments held', known: { posts: posts(8) }, measure: 'nearDuplicateComments' },
  ]
  test.each(unknown)('unknown, not 0: $why', ({ known, measure }) => {
    expect(none(known)[measure]).toBeNull()
  })

  test('a platform that promises more than the posts show', () => {
    const dead = none({ posts: posts(10, { views: 400 }), metrics: [metric('viewsMedian', 7200, { unit: 'plays' })] })
    expect(dead.medianGap).toBeCloseTo(18, 12)
  })

  test('a post without views leaves the others alone', () => {
    expect(none({ posts: [...posts(6), post('x', { views: null }), post('y', { views: 0 })] }).interactionRate).toBeCloseTo(0.038, 12)
  })
})

describe('peers', () => {
  const of = (count: number, known: Partial<Account>) => Array.from({ length: count }, (_, n) => account({ accountId: `x${n}`, ...known }))
  const namesOf = (accounts: readonly Account[]) => groupPeers(accounts).peersOf({ account: accounts[0]!, at: 0 })?.name.en ?? null

  test.each([
    { why: 'platform, tier and category', others: of(8, {}), name: 'xiaohongshu, mid, 美妆' },
    {
      why: 'too few of the category: platform and tier',
      others: [...of(7, {}), ...of(8, { categories: ['母婴'] })],
      name: 'xiaohongshu, mid',
    },
    { why: 'another platform is no peer', others: of(20, { platform: 'douyin' }), name: null },
    { why: 'another tier is no peer', others: of(20, { followers: 900_000 }), name: null },
    { why: 'seven are too few', others: of(7, {}), name: null },
  ])('$why', ({ others, name }) => {
    expect(namesOf([account(), ...others])).toBe(name)
  })

  test.each([
    { why: 'followers unknown', known: { followers: null } },
    { why: 'a platform without tiers', known: { platform: 'zhihu' } },
  ])('none: $why', ({ known }) => {
    expect(namesOf([account(known), ...of(20, known)])).toBeNull()
  })

  test('a group serves all its members alike', () => {
    const { peersOf } = groupPeers([account(), ...of(9, {})])
    expect(peersOf({ account: account(), at: 0 })).toEqual(peersOf({ account: account(), at: 5 }))
    expect(peersOf({ account: account(), at: 0 })?.members).toHaveLength(10)
  })
})

describe('the report', () => {
  test('an ordinary account: signals listed, none of them weighs', () => {
    const report = vet(account({ posts: posts(8, { likes: 350, comments: 22, views: 12_000 }) }))
    expect(report.signals.length).toBeGreaterThan(4)
    expect(report.signals.filter(({ weight }) => weight > 0)).toEqual([])
    expect(report.score).toBeCloseTo(85, 6)
  })

  test('no evidence is not a clean record', () => {
    const report = vet(account())
    expect(report).toMatchObject({ score: null, p: null, completeness: 0, signals: [] })
    expect(report.missing).toHaveLength(VETTING_SIGNALS.length)
  })

  test.each([
    { why: 'likes ten times those of the peers', one: { posts: posts(8, { likes: 4000 }) }, code: 'engagement.rate' },
    { why: 'hardly any interaction', one: { posts: posts(8, { likes: 3, comments: 1, shares: 0, saves: 0 }) }, code: 'engagement.rate' },
    { why: 'likes without comments', one: { posts: posts(8, { likes: 9000, comments: 2 }) }, code: 'engagement.likes_without_comments' },
    { why: 'more comments than likes', one: { posts: posts(8, { likes: 20, comments: 40 }) }, code: 'engagement.comments_without_likes' },
    { why: 'followers who do not look', one: { posts: posts(8, { views: 100 }), followers: 90_000 }, code: 'followers.asleep' },
    { why: 'few active followers', one: { posts: posts(8), metrics: [metric('activeFollowersShare', 0.12)] }, code: 'followers.active' },
    {
      why: 'many suspicious followers',
      one: { posts: posts(8), metrics: [metric('fakeFollowersShare', 0.45)] },
      code: 'followers.suspicious',
    },
    {
      why: 'a median the posts contradict',
      one: { posts: posts(10, { views: 400 }), metrics: [metric('viewsMedian', 7200)] },
      code: 'engagement.median_contradiction',
    },
    {
      why: 'sponsored posts that fly',
      one: { posts: [...posts(5, { sponsored: false }), ...posts(4, { sponsored: true, likes: 3000 }, 's')] },
      code: 'commerce.sponsored_gap',
    },
  ])('$why weighs as $code and lowers the score', ({ one, code }) => {
    const report = vet(account(one))
    expect(weightOf(report, code)).toBeGreaterThan(0)
    expect(report.score).toBeLessThan(85)
  })

  test('active followers of 12 % weigh 1.0, as in the worked example', () => {
    expect(weightOf(vet(account({ metrics: [metric('activeFollowersShare', 0.12)] })), 'followers.active')).toBeCloseTo(1, 12)
  })

  test('a platform’s median is held against the last ten posts, and the sentence names both numbers', () => {
    const dated = (from: number, views: number) =>
      Array.from({ length: 10 }, (_, n) => ({
        ...posts(1, { views })[0]!,
        postId: `d${from + n}`,
        publishedAt: `2026-10-${String(from + n).padStart(2, '0')}T04:00:00Z`,
      }))
    const gapOf = (one: Parameters<typeof account>[0]) =>
      vet(account({ metrics: [metric('viewsMedian', 7200)], ...one })).signals.find(
        ({ code }) => code === 'engagement.median_contradiction',
      )
    const faded = gapOf({ posts: [...dated(1, 7000), ...dated(11, 400)] })
    expect(faded?.value).toBeCloseTo(18, 6)
    expect(faded?.because).toContain('the platform says 7,200, the last 10 posts held have 400): above the ceiling of 3')
    expect(faded?.becauseZh).toContain('平台称 7,200，所持最近 10 篇为 400）：高于上限 3')
    const grown = gapOf({ posts: [...dated(1, 400), ...dated(11, 7000)] })
    expect([grown?.weight, grown?.because]).toEqual([
      0,
      expect.stringContaining('the last 10 posts held have 7,000): below the ceiling of 3'),
    ])
    expect(gapOf({ posts: dated(1, 400).slice(0, 4) })).toBeUndefined()
  })

  test('a small account is not asleep for few views', () => {
    const small = vet(account({ posts: posts(8, { views: 100 }), followers: 40_000 }))
    expect(weightOf(small, 'followers.asleep')).toBeUndefined()
    expect(small.missing).toContain('followers.asleep')
  })

  test('ten thousand accounts of one group take no longer each than ten', () => {
    const many = Array.from({ length: 10_000 }, (_, n) =>
      account({ accountId: `m${n}`, posts: posts(5, { likes: 300 + (n % 50) }, `m${n}-`) }),
    )
    expect(vetAccounts(many, [])).toHaveLength(10_000)
  })

  test('templates among the comments are found by the posts they stand under', () => {
    const one = account({ posts: posts(6) })
    const comments = Array.from({ length: 60 }, (_, n) => ({
      postId: `p${n % 6}`,
      text: n % 2 === 0 ? '真的超级好用推荐给大家' : `第${n}天用下来皮肤状态${n % 7}分`,
    }))
    const [report] = vetAccounts([one, ...crowd()], comments)
    expect(report?.authenticity.signals.find(({ code }) => code === 'comments.near_duplicates')?.value).toBeGreaterThanOrEqual(0.5)
    const [without] = vetAccounts(
      [one, ...crowd()],
      comments.map((comment) => ({ ...comment, postId: 'elsewhere' })),
    )
    expect(without?.authenticity.missing).toContain('comments.near_duplicates')
  })

  test('paid promotion is labelled and costs nothing', () => {
    const plain = vet(account({ posts: posts(8) }))
    const boosted = vet(account({ posts: posts(8), metrics: [metric('expectedPlaysPromoted', 90_000)] }))
    expect(boosted.labels).toHaveLength(1)
    expect(boosted.score).toBe(plain.score)
  })

  test('a bound is a floor or a ceiling, and the sentence says on which side the value lies', () => {
    const sentence = (code: string, one: Parameters<typeof account>[0]) => {
      const found = vet(account(one)).signals.find((signal) => signal.code === code)
      return [found?.because.replace(/^.*: /, ''), found?.becauseZh?.replace(/^.*：/, '')]
    }
    const [made, bought] = ['engagement.likes_without_comments', 'engagement.comments_without_likes'] as const
    const usual = { posts: posts(8, { likes: 178, comments: 10 }) }
    expect(sentence(made, usual)).toEqual(['below the ceiling of 500.', '低于上限 500。'])
    expect(sentence(bought, usual)).toEqual(['above the floor of 3.', '高于下限 3。'])
    expect(sentence(bought, { posts: posts(8, { likes: 20, comments: 10 }) })).toEqual(['below the floor of 3.', '低于下限 3。'])
    expect(sentence(bought, { posts: posts(8, { likes: 30, comments: 10 }) })).toEqual(['at the floor of 3.', '等于下限 3。'])
    expect(sentence(made, { posts: posts(8, { likes: 6000, comments: 10 }) })).toEqual(['above the ceiling of 500.', '高于上限 500。'])
  })

  test('says it of signals, never of people, in both languages', () => {
    for (const { because, becauseZh = '' } of vet(account({ posts: posts(8, { likes: 4000 }) })).signals) {
      expect(because).toMatch(/: (inconsistent with peers|nothing unusual|(above|below|at) the (ceiling|floor) of .+)\.$/)
      expect(becauseZh).toMatch(/：(与同类账号不一致|无异常|(高于|低于|等于)[上下]限 .+)。$/)
      expect(`${because}${becauseZh}`).not.toMatch(/fraud|fake account|造假|作弊/i)
    }
  })

  test('the report is the wire shape; type with basis and posts held stand beside the score', () => {
    const reports = vetAccounts(
      [account({ posts: [...posts(3, { sponsored: true }), ...posts(5, { sponsored: false }, 'e'), post('u')] }), ...crowd()],
      [],
    )
    for (const report of reports) expect(vettingSchema.parse(report)).toEqual(report)
    expect(reports[0]?.type).toMatchObject({ value: 'micro', basis: expect.stringContaining('60,000 followers') })
    expect(reports[0]?.image).toMatchObject({ postsHeld: 9, textsHeld: 0, sponsoredShare: 3 / 8, safety: { score: null } })
  })

  test('the order of the accounts decides nothing', () => {
    const [one, others] = [account({ posts: posts(8, { likes: 4000 }) }), crowd()]
    const last = vetAccounts([...others, one], []).at(-1)
    expect(last?.authenticity).toEqual(vet(one, others))
  })
})
