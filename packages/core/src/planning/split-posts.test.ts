import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newPost, type RecentPost } from '../creators/index.ts'
import { kindOfPost, POST_KINDS, splitPosts } from './split-posts.ts'

const post = (known: Partial<RecentPost>): RecentPost => newPost({ postId: 'p', ...known })
const groupOf = (platform: string, posts: RecentPost[], kind: string) => splitPosts(platform, posts).find((group) => group.kind === kind)

test.each([
  [true, 'sponsored'],
  [false, 'everyday'],
  [null, 'unknown'],
])('a post whose sponsored flag is %s is %s', (sponsored, kind) => expect(kindOfPost({ sponsored })).toBe(kind))

describe('the split', () => {
  const views = (sponsored: boolean | null, ...counts: (number | null)[]) => counts.map((count) => post({ sponsored, views: count }))

  test('keeps medians and quartiles apart, each with how many posts it stands on', () => {
    const posts = [...views(false, 100, 200, 300, 400, 500), ...views(true, 10, null, 30), ...views(null, 7)]
    expect(groupOf('douyin', posts, 'everyday')?.views).toEqual({ n: 5, low: 200, median: 300, high: 400 })
    expect(groupOf('douyin', posts, 'sponsored')).toMatchObject({ posts: 3, views: { n: 2, median: 20 } })
    expect(groupOf('douyin', posts, 'unknown')).toMatchObject({ posts: 1, views: { n: 1, low: 7, median: 7, high: 7 } })
  })

  test('has all three groups for no posts, with unknown and not zero in them', () => {
    expect(splitPosts('douyin', [])).toEqual(POST_KINDS.map((kind) => ({ kind, posts: 0, views: null, interactions: null, rate: null })))
  })

  test('counts interactions as the platform does: saves on Xiaohongshu, not on Douyin', () => {
    const one = post({ sponsored: false, views: 1000, likes: 30, comments: 10, shares: 5, saves: 5 })
    expect(groupOf('xiaohongshu', [one], 'everyday')?.interactions?.median).toBe(50)
    expect(groupOf('douyin', [one], 'everyday')?.interactions?.median).toBe(45)
    expect(groupOf('douyin', [one], 'everyday')?.rate?.median).toBe(0.045)
  })

  test('a part that is not known makes the interactions unknown; views of 0 make the rate unknown', () => {
    const posts = [post({ sponsored: false, views: 0, likes: 1, comments: 1, shares: 1 }), post({ sponsored: false, views: 10, likes: 1 })]
    expect(groupOf('douyin', posts, 'everyday')).toMatchObject({ views: { n: 2 }, interactions: { n: 1 }, rate: null })
  })

  test('every post stands in one group, and quartiles stand in order', () => {
    const any = fc.record({ sponsored: fc.constantFrom(true, false, null), views: fc.option(fc.nat(1e7)) })
    fc.assert(
      fc.property(fc.array(any), (known) => {
        const groups = splitPosts('douyin', known.map(post))
        expect(groups.reduce((sum, { posts }) => sum + posts, 0)).toBe(known.length)
        for (const { views: spread } of groups)
          if (spread !== null)
            expect([spread.low, spread.median, spread.high]).toEqual([spread.low, spread.median, spread.high].toSorted((a, b) => a - b))
      }),
    )
  })
})
