import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../shared/index.ts'
import { newAccount, newPost, vetAccounts, type Account, type HeldComment, type HeldSeries, type RecentPost } from '../index.ts'
import { divergeBits } from './divergence.ts'
import { findLikesSurge, learnLikes } from './expected-likes.ts'
import { strayFromBenford } from './first-digits.ts'
import { measureGrowth } from './measure-growth.ts'
import { measureTiming } from './measure-timing.ts'
import { watchLevel } from './run-lengths.ts'
import { VETTING_SIGNALS } from './vetting-signal-table.ts'

const post = (postId: string, known: Partial<RecentPost> = {}): RecentPost =>
  newPost({ postId, views: 10_000, likes: 300, comments: 20, shares: 10, saves: 50, ...known })
/** Numbers that look like chance and are always the same. */
const wobble = (n: number) => ((n * 7919) % 101) / 101
const FIRST = '2026-08-01'
const grow = (gains: readonly number[], from = 100_000) => {
  let followers = from
  return [from, ...gains.map((gain) => (followers += gain))].map((count, at) => ({ day: addDays(FIRST, at), followers: count }))
}
const calm = (days: number) => Array.from({ length: days }, (_, n) => 90 + Math.round(50 * wobble(n)))

describe('divergence of two distributions', () => {
  test('the worked number', () => {
    expect(divergeBits({ a: 0.5, b: 0.3, c: 0.2 }, { a: 0.2, b: 0.3, c: 0.5 })).toBeCloseTo(0.09581560200335831, 12)
  })

  test('0 of itself, 1 of strangers, unknown of nothing', () => {
    expect(divergeBits({ a: 3, b: 1 }, { a: 300, b: 100 })).toBeCloseTo(0, 12)
    expect(divergeBits({ a: 1 }, { b: 1 })).toBeCloseTo(1, 12)
    expect(divergeBits({}, { a: 1 })).toBeNull()
  })

  test('property: symmetric, between 0 and 1', () => {
    const shares = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.double({ min: 0.01, max: 1, noNaN: true }), { minKeys: 1 })
    fc.assert(
      fc.property(shares, shares, (a, b) => {
        const bits = divergeBits(a, b) ?? Number.NaN
        expect(bits).toBeCloseTo(divergeBits(b, a) ?? Number.NaN, 12)
        expect(bits).toBeGreaterThanOrEqual(-1e-12)
        expect(bits).toBeLessThanOrEqual(1 + 1e-12)
      }),
    )
  })
})

describe('leading digits', () => {
  const powers = Array.from({ length: 1000 }, (_, n) => 10 ** (1 + (4 * n) / 1000))
  test('counts over decades follow the law, equal digits do not', () => {
    expect(strayFromBenford(powers)).toBeLessThan(0.005)
    expect(strayFromBenford(powers.map((count) => (count > 20 && count < 5e4 ? 700 + (count % 90) : count)))).toBeGreaterThan(0.05)
  })
  test.each([
    { why: 'thirty counts', counts: powers.slice(0, 30) },
    { why: 'one decade', counts: Array.from({ length: 800 }, (_, n) => 100 + n) },
    { why: 'nothing', counts: [] },
  ])('unknown: $why', ({ counts }) => expect(strayFromBenford(counts)).toBeNull())
})

describe('growth of followers', () => {
  const jumped = (gain: number) => grow(calm(20).with(10, gain))

  test('a jump that no post explains stands out, with its day and size', () => {
    const growth = measureGrowth(jumped(30_000), [])
    expect(growth.growthSpike).toBeGreaterThan(10)
    expect(growth).toMatchObject({ spikeDay: addDays(FIRST, 11), spikeGain: 30_000 })
    expect(growth.loneJump).toBeCloseTo(0.3, 1)
    expect(growth).toMatchObject({ jumpDay: addDays(FIRST, 11), jumpGain: 30_000 })
  })

  test.each([
    { why: 'on the day', shift: 0, isExplained: true },
    { why: 'two days before', shift: -2, isExplained: true },
    { why: 'two days after', shift: 2, isExplained: true },
    { why: 'three days before', shift: -3, isExplained: false },
    { why: 'three days after', shift: 3, isExplained: false },
  ])('a well-seen post $why', ({ shift, isExplained }) => {
    const hit = post('hit', { publishedAt: `${addDays(FIRST, 11 + shift)}T03:00:00Z`, views: 900_000 })
    const growth = measureGrowth(jumped(30_000), [...Array.from({ length: 12 }, (_, n) => post(`p${n}`)), hit])
    expect(growth.growthSpike === 0).toBe(isExplained)
  })

  test('what comes by itself has a tail: a gain beside days like it stands alone no more', () => {
    const wave = calm(20).with(9, 12_000).with(10, 30_000).with(11, 15_000)
    expect(measureGrowth(jumped(30_000), []).loneJump).toBeGreaterThan(0.25)
    expect(measureGrowth(grow(wave), []).loneJump).toBeLessThan(0.2)
  })

  test('views nearby explain as many followers as views bring, and no more', () => {
    const seen = (views: number) => [post('near', { publishedAt: `${addDays(FIRST, 10)}T03:00:00Z`, views })]
    expect(measureGrowth(jumped(30_000), seen(5_000_000)).loneJump).toBeLessThan(0.001)
    expect(measureGrowth(jumped(30_000), seen(500_000)).loneJump).toBeCloseTo((30_000 - 5_000) / 100_000, 1)
  })

  test('an ordinary post explains nothing', () => {
    const plain = post('plain', { publishedAt: `${addDays(FIRST, 11)}T03:00:00Z`, views: 900 })
    expect(measureGrowth(jumped(30_000), [...Array.from({ length: 12 }, (_, n) => post(`p${n}`)), plain]).growthSpike).toBeGreaterThan(3)
  })

  test('a gain that is large for the habit and small for the account is no jump', () => {
    expect(measureGrowth(grow(calm(20).with(10, 900)), []).growthSpike).toBe(0)
  })

  test('days that are all alike do not hide the one that is not', () => {
    expect(measureGrowth(grow(Array.from({ length: 20 }, () => 100).with(10, 20_000)), []).growthSpike).toBeGreaterThan(3.5)
  })

  test('followers who leave again within two weeks', () => {
    const gains = calm(30).with(10, 30_000).with(15, -20_000)
    expect(measureGrowth(grow(gains), []).lostAfterSpike).toBeGreaterThan(0.6)
    expect(measureGrowth(grow(calm(30).with(10, 30_000)), []).lostAfterSpike).toBe(0)
    expect(measureGrowth(grow(calm(30)), []).lostAfterSpike).toBeNull()
  })

  test('a staircase: jumps, then flat', () => {
    const stairs = calm(30).map((gain, at) => (at % 10 === 5 ? 9_000 : Math.round(gain / 20)))
    expect(measureGrowth(grow(stairs), []).staircase).toBeGreaterThan(0.9)
    expect(measureGrowth(jumped(30_000), []).staircase).toBe(0)
  })

  test('a new level, seen from sixty days on', () => {
    const shifted = calm(80).map((gain, at) => (at < 50 ? gain : gain * 40))
    expect(measureGrowth(grow(shifted), []).levelShift).toBeGreaterThan(0.9)
    expect(measureGrowth(grow(calm(80)), []).levelShift).toBeLessThan(0.9)
    expect(measureGrowth(grow(calm(50)), []).levelShift).toBeNull()
  })

  test('the week has its rhythm: more on Saturdays is no new level', () => {
    const weekly = calm(90).map((gain, at) => (at % 7 === 5 ? gain * 6 : gain))
    expect(measureGrowth(grow(weekly), []).levelShift).toBeLessThan(0.9)
  })

  test.each([
    { why: 'no days', growth: [] },
    { why: 'seven days', growth: grow(calm(6)) },
    { why: 'one day told often', growth: Array.from({ length: 30 }, () => ({ day: FIRST, followers: 5 })) },
  ])('unknown: $why', ({ growth }) => {
    expect(measureGrowth(growth, [])).toMatchObject({ growthSpike: null, loneJump: null, staircase: null, levelShift: null })
  })

  test('property: a larger jump never looks more ordinary', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(200_000), (a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)].map((gain) => measureGrowth(jumped(gain), []).growthSpike ?? 0)
        expect(small).toBeLessThanOrEqual((large ?? 0) + 1e-9)
      }),
      { numRuns: 50 },
    )
  })

  test('property: the ages of a level are shares', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { maxLength: 40 }), (values) => {
        for (const share of watchLevel(values, 5)) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1 + 1e-9)
        }
      }),
    )
  })
})

describe('times of comments', () => {
  const MINUTE = 60_000
  const noon = Date.parse('2026-11-02T04:00:00Z')
  const at = (minutes: readonly number[], postId = 'p'): HeldComment[] =>
    minutes.map((minute, n) => ({ postId, text: `第${n}条`, at: new Date(noon + minute * MINUTE).toISOString() }))
  /** People: much at first, a long tail. */
  const people = Array.from({ length: 60 }, (_, n) => Math.round(3 * 1.12 ** n))
  const steps = Array.from({ length: 60 }, (_, n) => 10 * n)

  test('machines comment in step, people in bursts', () => {
    expect(measureTiming(at(steps)).gapVariation).toBeLessThan(0.1)
    expect(measureTiming(at(people)).gapVariation).toBeGreaterThan(0.5)
  })

  test('the night is that of Shanghai', () => {
    const night = at(steps).map((comment) => ({ ...comment, at: '2026-11-01T19:30:00Z' }))
    expect(measureTiming(night).nightComments).toBe(1)
    expect(measureTiming(night.map((comment) => ({ ...comment, at: '2026-11-01T21:00:00Z' }))).nightComments).toBe(0)
  })

  test('everything within an hour, and then none', () => {
    const burst = (id: string) =>
      at(
        Array.from({ length: 25 }, (_, n) => n),
        id,
      )
    expect(measureTiming(['a', 'b', 'c'].flatMap(burst)).cliffPosts).toBe(1)
    expect(measureTiming(['a', 'b', 'c'].flatMap((id) => at(people, id))).cliffPosts).toBe(0)
  })

  test.each([
    { why: 'no times', comments: at(people).map(({ postId, text }) => ({ postId, text })) },
    { why: 'a time that is none', comments: at(people).map((comment) => ({ ...comment, at: 'yesterday' })) },
    { why: 'few comments', comments: at(people.slice(0, 10)) },
  ])('unknown: $why', ({ comments }) => {
    expect(measureTiming(comments)).toEqual({ nightComments: null, gapVariation: null, cliffPosts: null })
  })
})

describe('likes beyond what the own other posts explain', () => {
  const account = (id: number, posts: number, lift: (n: number) => number = () => 1): Account =>
    newAccount({
      platform: 'douyin',
      accountId: `a${id}`,
      followers: 60_000,
      categories: ['美妆'],
      posts: Array.from({ length: posts }, (_, n) => {
        const views = 5_000 * (1 + 9 * wobble(id * 31 + n))
        const likes = 0.03 * views * (0.95 + 0.1 * wobble(id * 17 + n * 5))
        return post(`a${id}-${n}`, {
          views,
          likes: likes * lift(n),
          comments: (views / 400) * (0.5 + wobble(id * 13 + n * 3)),
          shares: (views / 900) * (0.5 + wobble(id * 11 + n * 23)),
          saves: null,
        })
      }),
    })
  const crowd = Array.from({ length: 15 }, (_, id) => account(id, 9))

  test('half more likes on three posts are seen, with their number and size', () => {
    const model = learnLikes(crowd)
    if (model === null) throw new Error('nothing was learned')
    const surge = findLikesSurge(
      account(99, 9, (n) => (n < 3 ? 1.5 : 1)),
      model,
    )
    expect(surge).toMatchObject({ posts: 3, of: 9 })
    expect(surge?.excess).toBeGreaterThan(0.2)
    const [spoilt, clean] = [99, 98].map(
      (id) =>
        findLikesSurge(
          account(id, 9, (n) => (id === 99 && n < 3 ? 1.5 : 1)),
          model,
        )?.distance ?? 0,
    )
    expect(spoilt).toBeGreaterThan(2 * (clean ?? 0))
  })

  test('it weighs against the account and says so in both languages', () => {
    const report = vetAccounts([account(99, 9, (n) => (n < 3 ? 1.5 : 1)), ...crowd], [])[0]?.authenticity
    const signal = report?.signals.find(({ code }) => code === 'engagement.own_likes')
    expect(signal?.weight).toBeGreaterThan(0.5)
    expect(signal?.because).toMatch(/on 3 of 9 posts the likes lie \d+(\.\d)?% above/)
    expect(signal?.becauseZh).toMatch(/9 篇作品中有 3 篇的点赞/)
  })

  test('a post that many saw is no surge: its likes are explained', () => {
    const hit = account(97, 9)
    const posts = hit.posts.map((each, n) =>
      n < 3
        ? {
            ...each,
            views: (each.views ?? 0) * 20,
            likes: (each.likes ?? 0) * 20,
            comments: (each.comments ?? 0) * 20,
            shares: (each.shares ?? 0) * 20,
          }
        : each,
    )
    const model = learnLikes([...crowd, { ...hit, posts }])
    if (model === null) throw new Error('nothing was learned')
    expect(findLikesSurge({ posts }, model)?.distance).toBeLessThan(
      findLikesSurge(
        account(99, 9, (n) => (n < 3 ? 1.5 : 1)),
        model,
      )?.distance ?? 0,
    )
  })

  test.each([
    { why: 'seven accounts', accounts: crowd.slice(0, 7) },
    { why: 'no likes', accounts: crowd.map((one) => ({ ...one, posts: one.posts.map((each) => ({ ...each, likes: null })) })) },
    { why: 'four posts each', accounts: crowd.map((one) => ({ ...one, posts: one.posts.slice(0, 4) })) },
    { why: 'counts that never differ', accounts: crowd.map((one) => ({ ...one, posts: one.posts.map(({ postId }) => post(postId)) })) },
  ])('nothing is learned from $why', ({ accounts }) => expect(learnLikes(accounts)).toBeNull())

  test('an account of four posts stays unknown', () => {
    const model = learnLikes(crowd)
    expect(model === null ? undefined : findLikesSurge(account(99, 4), model)).toBeNull()
  })
})

describe('the report with all that can be held', () => {
  const account = newAccount({
    platform: 'xiaohongshu',
    accountId: 'a',
    followers: 60_000,
    categories: ['美妆'],
    audience: { gender: {}, age: {}, cityTier: {}, province: { 广东: 0.5, 浙江: 0.5 }, basis: 'followers', n: null },
    posts: Array.from({ length: 6 }, (_, n) => post(`p${n}`)),
  })
  const say = (text: (n: number) => string, known: Partial<HeldComment> = {}): HeldComment[] =>
    Array.from({ length: 60 }, (_, n) => ({ postId: `p${n % 6}`, text: text(n), ...known }))
  const weightsOf = (comments: readonly HeldComment[], options: Parameters<typeof vetAccounts>[2] = {}, one = account) => {
    const report = vetAccounts([one], comments, options)[0]?.authenticity
    return { ...report, weightOf: (code: string) => report?.signals.find((signal) => signal.code === code)?.weight }
  }
  const various = (n: number) => `${['味道', '包装', '颜色', '质地', '价格'][n % 5]}第${n}天感受${wobble(n)}`

  test('comments from elsewhere than the audience', () => {
    expect(weightsOf(say(various, { region: '黑龙江' })).weightOf('comments.places')).toBeGreaterThan(0)
    const alike = say(various).map((comment, n) => ({ ...comment, region: n % 2 === 0 ? 'IP属地：广东' : '浙江省' }))
    expect(weightsOf(alike).weightOf('comments.places')).toBe(0)
    expect(weightsOf(say(various)).missing).toContain('comments.places')
  })

  test('the difference of what two sources count is no growth: the one with most days is heard', () => {
    const of = (source: string, growth: typeof days, plus = 0): HeldSeries[] =>
      growth.map(({ day, followers }) => ({ subject: 'a', metric: 'followers', day, value: followers + plus, source }))
    const days = grow(calm(20))
    const other = of('another list', days.slice(9, 10), 40_000)
    expect(weightsOf([], { series: [...of('by day', days), ...other] }).weightOf('followers.spike')).toBe(0)
    const jump = of('by day', grow(calm(20).with(10, 30_000)))
    expect(weightsOf([], { series: [...other, ...jump] }).weightOf('followers.spike')).toBeGreaterThan(1)
  })

  test('an audience in one place', () => {
    const local = {
      ...account,
      audience: { gender: {}, age: {}, cityTier: {}, province: { 广东: 0.92 }, basis: 'followers' as const, n: null },
    }
    expect(weightsOf([], {}, local).weightOf('followers.one_place')).toBeGreaterThan(0)
    expect(weightsOf([]).weightOf('followers.one_place')).toBe(0)
  })

  test('fifty who say they ordered, and eight orders', () => {
    const claims = say((n) => `已下单，期待第${n}天`)
    const orders = Array.from({ length: 8 }, () => ({ accountId: 'a' }))
    expect(weightsOf(claims, { orders }).weightOf('commerce.claims')).toBeGreaterThan(0)
    expect(weightsOf(claims, { orders: Array.from({ length: 40 }, () => ({ accountId: 'a' })) }).weightOf('commerce.claims')).toBe(0)
    expect(weightsOf(claims).missing).toContain('commerce.claims')
    expect(
      weightsOf(
        say((n) => `买了吗？第${n}天`),
        { orders },
      ).missing,
    ).toContain('commerce.claims')
  })

  test('series of followers and of their followers are found by the account', () => {
    const series: HeldSeries[] = grow(calm(20).with(10, 30_000)).map(({ day, followers }) => ({
      subject: 'a',
      metric: 'followers',
      day,
      value: followers,
    }))
    expect(weightsOf([], { series }).weightOf('followers.spike')).toBeGreaterThan(1)
    expect(weightsOf([], { series: series.map((one) => ({ ...one, subject: 'b' })) }).missing).toContain('followers.spike')
    const named = series.map((one) => ({ ...one, subject: `${account.platform}:a` }))
    expect(weightsOf([], { series: named }).weightOf('followers.spike')).toBeGreaterThan(1)
    expect(weightsOf([], { series: named.map((one) => ({ ...one, subject: 'zhihu:a' })) }).missing).toContain('followers.spike')
    const counts = Array.from({ length: 600 }, (_, n) => ({
      subject: 'a',
      metric: 'followerFollowers',
      value: n === 0 ? 1e6 : n < 5 ? 3 : 700,
    }))
    expect(weightsOf([], { series: counts }).weightOf('followers.digits')).toBeGreaterThan(0)
  })

  test('what is missing says what would have to be held', () => {
    const { missing = [], missingNeeds = [] } = weightsOf([])
    expect(missingNeeds.map(({ code }) => code)).toEqual(missing)
    for (const { needs, needsZh } of missingNeeds) {
      expect(needs).not.toBe('')
      expect(needsZh).toMatch(/\p{Script=Han}/u)
    }
  })

  test('no sentence calls anybody names, in either language', () => {
    const words = VETTING_SIGNALS.flatMap(({ name, needs }) => [name.en, name.zh, needs.en, needs.zh])
    const { signals = [] } = weightsOf(
      say(() => '好'),
      { orders: [] },
    )
    const all = [...words, ...signals.flatMap(({ because, becauseZh = '' }) => [because, becauseZh])].join('\n')
    expect(all).not.toMatch(/fraud|fake|cheat|bot\b|bought|造假|作弊|刷量|刷粉|骗/i)
  })

  test('property: more odd evidence of any kind never raises the score', () => {
    const amounts = fc.record({ jump: fc.nat(60_000), templates: fc.nat(60), more: fc.nat(60_000), moreTemplates: fc.nat(60) })
    fc.assert(
      fc.property(amounts, ({ jump, templates, more, moreTemplates }) => {
        const scoreOf = (gain: number, copies: number) => {
          const series = grow(calm(20).with(10, gain)).map(({ day, followers }) => ({
            subject: 'a',
            metric: 'followers',
            day,
            value: followers,
          }))
          return (
            weightsOf(
              say((n) => (n < copies ? '真的超级好用推荐给大家' : various(n))),
              { series },
            ).score ?? 0
          )
        }
        expect(scoreOf(jump + more, Math.min(60, templates + moreTemplates))).toBeLessThanOrEqual(scoreOf(jump, templates) + 1e-9)
      }),
      { numRuns: 30 },
    )
  })
})
