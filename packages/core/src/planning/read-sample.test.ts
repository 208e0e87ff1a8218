import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Metric } from '../creators/index.ts'
import { addDays } from '../shared/index.ts'
import { byPublished } from './learnable-posts.ts'
import { readSample } from './read-sample.ts'
import { AS_OF, makeAccount, makeMetric, makePost, makePosts } from './test/make-account.ts'

const read = (metrics: readonly Metric[], quantity: 'views' | 'interactions' = 'views') =>
  readSample(makeAccount({ metrics: [...metrics] }), quantity, AS_OF)

describe('which posts count', () => {
  const old = '2026-10-01'

  test.each([
    { why: 'organic', post: { publishedAt: old, views: 500 }, used: 1 },
    { why: 'sponsored', post: { publishedAt: old, views: 500, sponsored: true }, used: 1 },
    { why: 'unknown whether sponsored', post: { publishedAt: old, views: 500, sponsored: null }, used: 1 },
    { why: 'no views known', post: { publishedAt: old, views: null }, used: 0 },
    { why: 'no views at all is a number', post: { publishedAt: old, views: 0 }, used: 1 },
    { why: 'no date', post: { views: 500 }, used: 1 },
    { why: 'a date nobody can read is no date', post: { publishedAt: 'sometime last week', views: 500 }, used: 1 },
    { why: 'a day that does not exist is no date', post: { publishedAt: '2026-02-31', views: 500 }, used: 1 },
    {
      why: 'an unreadable day of the count: the day of the forecast stands in',
      post: { publishedAt: old, observedAt: '?', views: 5 },
      used: 1,
    },
    { why: 'published on the day of the forecast', post: { publishedAt: AS_OF, views: 500 }, used: 0 },
    { why: 'published on it, counted much later', post: { publishedAt: AS_OF, observedAt: addDays(AS_OF, 30), views: 500 }, used: 1 },
    { why: 'published the day after', post: { publishedAt: addDays(AS_OF, 1), observedAt: addDays(AS_OF, 30), views: 500 }, used: 0 },
    {
      why: 'counted early and never again, and nothing else',
      post: { publishedAt: old, observedAt: addDays(old, 2), views: 500 },
      used: 1,
    },
    {
      why: 'counted early and still growing',
      post: { publishedAt: addDays(AS_OF, -2), observedAt: addDays(AS_OF, -1), views: 500 },
      used: 0,
    },
    { why: 'counted just late enough', post: { publishedAt: old, observedAt: addDays(old, 3), views: 500 }, used: 1 },
  ])('$why: $used', ({ post, used }) => {
    expect(readSample(makeAccount({ posts: [makePost(post)] }), 'views', AS_OF).posts).toBe(used)
  })

  test('posts that are too young are named; posts after the forecast are not', () => {
    const young = makePost({ publishedAt: AS_OF, views: 9 })
    const later = makePost({ publishedAt: addDays(AS_OF, 9), views: 9 })
    const told = (posts: (typeof young)[]) =>
      readSample(makeAccount({ posts }), 'views', AS_OF)
        .because.map(({ en, zh }) => `${en} ${zh}`)
        .join(' ')
    expect(told([young, later])).toContain('1 post left out')
    expect(told([young, young])).toContain('2 条作品发布不久')
    expect(told([later])).not.toContain('left out')
  })

  test.each([
    { final: 0, early: 2, used: 2, says: '2 posts were counted soon after publication' },
    { final: 2, early: 1, used: 3, says: '仅在发布后不久采集过一次' },
    { final: 3, early: 1, used: 4, says: '1 post was counted soon' },
    { final: 4, early: 1, used: 4, says: '1 post left out' },
    { final: 9, early: 3, used: 12, says: '3 posts were counted soon' },
  ])('$early counted early beside $final final ones: $used used', ({ final, early, used, says }) => {
    const counted = (count: number, afterDays: number) =>
      Array.from({ length: count }, (_, index) =>
        makePost({ publishedAt: addDays(old, -index), observedAt: addDays(old, afterDays - index), views: 500 }),
      )
    const { posts, because } = readSample(makeAccount({ posts: [...counted(final, 9), ...counted(early, 1)] }), 'views', AS_OF)
    expect(posts).toBe(used)
    expect(because.map(({ en, zh }) => `${en} ${zh}`).join(' ')).toContain(says)
  })

  test('without a day of the forecast nothing is too late', () => {
    const posts = [makePost({ publishedAt: '2030-01-01', views: 70 }), makePost({ publishedAt: '2026-01-01', views: 60 })]
    expect(readSample(makeAccount({ posts }), 'views', null).values).toEqual([Math.log(60), Math.log(70)])
  })
})

describe('newest last', () => {
  test.each([
    { why: 'days', first: '2026-10-01', second: '2026-10-02' },
    { why: 'a day and a moment of the next', first: '2026-10-01', second: '2026-10-01T17:00:00Z' },
    { why: 'moments with and without an offset', first: '2026-10-02T01:00:00+08:00', second: '2026-10-01T18:00:00Z' },
    { why: 'no date before any', first: null, second: '1999-01-01' },
    { why: 'an unreadable date like none', first: 'zzz', second: '1999-01-01' },
  ])('$why', ({ first, second }) => {
    const posts = [makePost({ publishedAt: second, views: 200 }), makePost({ publishedAt: first, views: 100 })]
    expect(readSample(makeAccount({ posts }), 'views', null).values).toEqual([Math.log(100), Math.log(200)])
  })

  test('is one order, whatever is compared with what', () => {
    const stamp = fc.constantFrom(
      null,
      '?',
      '2026-10-01',
      '2026-10-02',
      '2026-10-01T17:00:00Z',
      '2026-10-01T01:00:00+08:00',
      '2026-09-30T23:00:00Z',
    )
    const post = stamp.map((publishedAt) => ({ publishedAt }))
    fc.assert(
      fc.property(post, post, post, (a, b, c) => {
        expect(byPublished(a, b) + byPublished(b, a)).toBe(0)
        if (byPublished(a, b) <= 0 && byPublished(b, c) <= 0) expect(byPublished(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('weights', () => {
  test('halve every sixty days; a post without a date weighs like the average', () => {
    const posts = [0, 60, 120].map((days) => makePost({ publishedAt: addDays('2026-11-01', -days), views: 100 }))
    const { weights } = readSample(makeAccount({ posts: [...posts, makePost({ views: 100 })] }), 'views', '2026-12-31')
    const [undated = 0, oldest = 0, middle = 0, newest = 0] = weights
    expect(newest).toBeCloseTo(0.5, 12)
    expect([middle / newest, oldest / middle]).toEqual([0.5, 0.5])
    expect(undated).toBeCloseTo((oldest + middle + newest) / 3, 12)
  })

  test('without a day of the forecast the newest post counts whole; without any date all do', () => {
    const dated = [makePost({ publishedAt: '2026-09-02', views: 50 }), makePost({ publishedAt: '2026-11-01', views: 50 })]
    expect(readSample(makeAccount({ posts: dated }), 'views', null).weights).toEqual([0.5, 1])
    const undated = [makePost({ views: 50 }), makePost({ views: 60 })]
    expect(readSample(makeAccount({ posts: undated }), 'views', null).weights).toEqual([1, 1])
  })

  test('the order of the lines in the file decides nothing', () => {
    const posts = makePosts([900, 100, 4000, 250, 30])
    fc.assert(
      fc.property(fc.shuffledSubarray(posts, { minLength: posts.length }), (shuffled) => {
        expect(readSample(makeAccount({ posts: shuffled }), 'views', AS_OF)).toEqual(readSample(makeAccount({ posts }), 'views', AS_OF))
      }),
    )
  })
})

describe('interactions per view', () => {
  const post = (more: Parameters<typeof makePost>[0]) => makePost({ views: 1000, likes: 30, comments: 5, shares: 5, ...more })
  test.each([
    { why: 'as the platform counts', more: {}, values: [Math.log(0.04)] },
    { why: 'views unknown', more: { views: null }, values: [] },
    { why: 'nothing to divide by', more: { views: 0 }, values: [] },
    { why: 'one part unknown', more: { comments: null }, values: [] },
    { why: 'no interaction at all counts as half of one', more: { likes: 0, comments: 0, shares: 0 }, values: [Math.log(0.0005)] },
  ])('$why', ({ more, values }) => {
    expect(readSample(makeAccount({ posts: [post(more)] }), 'engagement', AS_OF).values).toEqual(values)
  })

  test('medians say nothing of it', () => {
    const metrics = [makeMetric('viewsMedian', 1000), makeMetric('interactionsMedian', 30)]
    expect(readSample(makeAccount({ metrics }), 'engagement', AS_OF)).toMatchObject({ from: 'nothing', log: { n: 0 } })
  })
})

describe('aggregates instead of posts', () => {
  test.each([
    { why: 'the mean of the same period', mean: {}, spread: true },
    { why: 'not the mean of another period', mean: { period: '90d' }, spread: false },
    { why: 'not the mean of sponsored notes', mean: { noteType: 'sponsored' as const }, spread: false },
    { why: 'not the mean of paid flow', mean: { flow: 'paid' as const }, spread: false },
  ])('spread from $why', ({ mean, spread }) => {
    const { log } = read([makeMetric('viewsMedian', 1000), makeMetric('viewsMean', 1500, mean)])
    expect(log).toEqual(
      spread
        ? { n: 10, mean: Math.log(1000), variance: expect.closeTo(2 * Math.log(1.5), 9) }
        : { n: 1, mean: Math.log(1000), variance: 0 },
    )
  })

  test.each([
    { why: 'the share of the same notes', share: {}, spread: true },
    { why: 'not the share of sponsored notes', share: { noteType: 'sponsored' as const }, spread: false },
    { why: 'not the share of another period', share: { period: '90d' }, spread: false },
  ])('spread from $why', ({ share, spread }) => {
    const metrics = [
      makeMetric('interactionsMedian', 400),
      makeMetric('likesMedian', 300),
      makeMetric('thousandLikeShare', 0.12, { unit: 'share', ...share }),
    ]
    expect(read(metrics, 'interactions').log.n).toBe(spread ? 10 : 1)
  })

  test.each([
    { why: '12 %', value: 12, unit: '%' },
    { why: '12 without a sign', value: 12, unit: 'share' },
    { why: '0.12 as a share', value: 0.12, unit: 'share' },
  ])('$why is the same spread', ({ value, unit }) => {
    const metrics = [
      makeMetric('interactionsMedian', 400),
      makeMetric('likesMedian', 300),
      makeMetric('thousandLikePercent', value, { unit }),
    ]
    expect(Math.sqrt(read(metrics, 'interactions').log.variance)).toBeCloseTo(1.0246692, 6)
  })

  test('half a percent is not half of all posts', () => {
    const metrics = [
      makeMetric('interactionsMedian', 400),
      makeMetric('likesMedian', 300),
      makeMetric('thousandLikePercent', 0.5, { unit: '%' }),
    ]
    expect(Math.sqrt(read(metrics, 'interactions').log.variance)).toBeCloseTo(Math.log(1000 / 300) / 2.5758293, 6)
  })

  test.each([
    { why: 'no median', metrics: [] },
    { why: 'a median nobody knows', metrics: [makeMetric('viewsMedian', null)] },
    { why: 'a median of nil', metrics: [makeMetric('viewsMedian', 0)] },
    { why: 'a mean alone', metrics: [makeMetric('viewsMean', 900)] },
  ])('nothing from $why', ({ metrics }) => expect(read(metrics)).toMatchObject({ from: 'nothing', posts: 0, log: { n: 0 } }))

  test('posts win over medians, but not posts without a single view count', () => {
    const metrics = [makeMetric('viewsMedian', 5000)]
    expect(readSample(makeAccount({ metrics, posts: makePosts([100, 200]) }), 'views', AS_OF).from).toBe('posts')
    expect(readSample(makeAccount({ metrics, posts: [makePost({ views: null })] }), 'views', AS_OF).from).toBe('aggregate')
  })

  test('the order of the metrics decides nothing between different passports', () => {
    const metrics = [
      makeMetric('viewsMedian', 9000, { flow: 'paid' }),
      makeMetric('viewsMedian', 8000, { proof: 'unproved' }),
      makeMetric('viewsMedian', 7000, { noteType: 'sponsored' }),
      makeMetric('viewsMedian', 6000, { noteType: 'everyday' }),
      makeMetric('viewsMedian', 5000),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(metrics, { minLength: 1 }), (some) => {
        expect(read(some).log.mean).toBeCloseTo(Math.log(Math.min(...some.map(({ value }) => value ?? Infinity))), 9)
      }),
    )
  })
})

test('a printed CPE is no count of interactions, and the forecast says why it is not used', () => {
  const cpe = makeMetric('expectedCpe', 3.456, { unit: 'CNY per interaction', source: 'agency.list' })
  const told = read([cpe], 'interactions')
  expect(told.from).toBe('nothing')
  expect(told.because.at(-1)?.en).toBe(
    'The CPE that agency list prints (3.46) is not used: the interactions it was divided by are not printed.',
  )
  expect(told.because.at(-1)?.zh).toContain('CPE（3.46）未采用')
  expect(
    read([cpe], 'views')
      .because.map(({ en }) => en)
      .join(),
  ).not.toContain('CPE')
  const median = makeMetric('interactionsMedian', 500, { unit: 'interactions' })
  expect(
    read([cpe, median], 'interactions')
      .because.map(({ en }) => en)
      .join(),
  ).not.toContain('CPE')
})
