import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../shared/index.ts'
import { readSample } from './read-sample.ts'
import { splitNewest } from './split-newest.ts'
import { AS_OF, makeAccount, makePost, makePosts } from './test/make-account.ts'

describe('the hidden post', () => {
  test.each([
    { why: 'none', views: [], newest: null },
    { why: 'a single one leaves nothing', views: [5], newest: null },
    { why: 'the newest', views: [500, 600, 700], newest: 700 },
    { why: 'the newest that is counted', views: [500, 600, null], newest: 600 },
  ])('$why', ({ views, newest }) => {
    const posts = views.map((count, index) => makePost({ publishedAt: addDays(AS_OF, index - 40), observedAt: AS_OF, views: count }))
    expect(splitNewest(makeAccount({ posts }), 'views', AS_OF)?.newest ?? null).toBe(newest)
  })

  test('what is left tells exactly what stood there before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 20, max: 1e6 }), { minLength: 2, maxLength: 8 }), fc.nat(), (views, turn) => {
        const posts = makePosts(views)
        const mixed = posts.toSorted((a, b) => (((a.views ?? 0) * 7919 + turn) % 97) - (((b.views ?? 0) * 7919 + turn) % 97))
        const split = splitNewest(makeAccount({ posts: mixed }), 'views', AS_OF)
        expect(split?.newest).toBe(views.at(-1))
        expect(readSample(split?.past ?? makeAccount(), 'views', AS_OF)).toEqual(
          readSample(makeAccount({ posts: posts.slice(0, -1) }), 'views', AS_OF),
        )
      }),
    )
  })
})
