import { describe, expect, test } from 'vitest'
import { newPost, type RecentPost } from '../index.ts'
import { joinPosts, mergePost } from './merge-post.ts'

const seen = (observedAt: string | null, known: Partial<RecentPost>) => newPost({ postId: 'p', observedAt, ...known })
const [EARLY, LATE] = ['2026-11-10T00:00:00Z', '2026-11-20T00:00:00Z']

describe('two sightings of a post are one', () => {
  test.each<{ why: string; older: RecentPost; newer: RecentPost; one: Partial<RecentPost> }>([
    {
      why: 'of each field the newest that is known',
      older: seen(EARLY, { views: 1000, likes: 10, sponsored: true }),
      newer: seen(LATE, { views: null, likes: 12 }),
      one: { views: 1000, likes: 12, sponsored: true, observedAt: LATE },
    },
    {
      why: 'zero and false are known',
      older: seen(EARLY, { views: 1000, sponsored: true }),
      newer: seen(LATE, { views: 0, sponsored: false }),
      one: { views: 0, sponsored: false },
    },
    {
      why: 'counts that only one platform has stay',
      older: seen(EARLY, { views: 5, danmaku: 7, coins: 3 }),
      newer: seen(LATE, { views: 6 }),
      one: { views: 6, danmaku: 7, coins: 3 },
    },
    {
      why: 'a sighting that counted nothing makes no number newer',
      older: seen(EARLY, { views: 5 }),
      newer: seen(LATE, { sponsored: true }),
      one: { views: 5, sponsored: true, observedAt: EARLY },
    },
    {
      why: 'nobody says as of when the newest count is',
      older: seen(EARLY, { views: 5 }),
      newer: seen(null, { views: 6 }),
      one: { views: 6, observedAt: null },
    },
    {
      why: 'where nothing was ever counted the newer time stands',
      older: seen(EARLY, {}),
      newer: seen(LATE, {}),
      one: { views: null, observedAt: LATE },
    },
  ])('$why', ({ older, newer, one }) => {
    expect(mergePost(older, newer)).toEqual({ ...newPost({ postId: 'p' }), observedAt: expect.anything(), ...one })
  })
})

describe('posts of several lists', () => {
  test('stand once each, whichever list was seen later', () => {
    const [late, early] = [seen(LATE, { views: 9 }), seen(EARLY, { views: 5, likes: 1 })]
    const other = newPost({ postId: 'q', views: 3 })
    const one = { ...late, likes: 1 }
    expect(joinPosts([late], [early, other])).toEqual([one, other])
    expect(joinPosts([early, other], [late])).toEqual([one, other])
  })

  test('of which one says no time, or both the same, are newer in the later list', () => {
    expect(joinPosts([seen(EARLY, { views: 5 })], [seen(null, { views: 9 })])).toMatchObject([{ views: 9 }])
    expect(joinPosts([seen(null, { views: 9, likes: 2 })], [seen(EARLY, { views: 5 })])).toMatchObject([{ views: 5, likes: 2 }])
    expect(joinPosts([seen(EARLY, { views: 5 })], [seen(EARLY, { views: 6 })])).toMatchObject([{ views: 6 }])
    expect(joinPosts<RecentPost>([], [])).toEqual([])
  })
})
