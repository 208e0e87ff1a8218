import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../shared/index.ts'
import { listLearnable } from './learnable-posts.ts'
import { countDays } from './post-time.ts'
import { AS_OF, makeAccount, makePost } from './test/make-account.ts'

const today = countDays(AS_OF)
const learn = (account: ReturnType<typeof makeAccount>, asOfDay = today) => listLearnable(account, asOfDay)

describe('when a count is final', () => {
  test.each([
    { platform: 'douyin', age: 2, kind: 'young' },
    { platform: 'douyin', age: 3, kind: 'final' },
    { platform: 'xiaohongshu', age: 6, kind: 'young' },
    { platform: 'xiaohongshu', age: 7, kind: 'final' },
  ])('a post of $age days on $platform is $kind', ({ platform, age, kind }) => {
    const { posts, young, early } = learn(makeAccount({ platform, posts: [makePost({ publishedAt: addDays(AS_OF, -age), views: 5 })] }))
    expect([posts.length, young, early]).toEqual(kind === 'final' ? [1, 0, 0] : [0, 1, 0])
  })

  test('what was counted early counts as final nowhere, and is told apart from what still grows', () => {
    const early = makePost({ publishedAt: addDays(AS_OF, -30), observedAt: addDays(AS_OF, -29), views: 5 })
    const growing = makePost({ publishedAt: addDays(AS_OF, -1), observedAt: AS_OF, views: 5 })
    expect(learn(makeAccount({ posts: [early, growing] }))).toMatchObject({ young: 1, early: 1 })
  })
})

describe('any posts', () => {
  const post = fc.record({ age: fc.integer({ min: -5, max: 60 }), seen: fc.option(fc.integer({ min: 0, max: 20 })) })
  const account = fc.array(post, { maxLength: 15 }).map((list) =>
    makeAccount({
      posts: list.map(({ age, seen }) =>
        makePost({
          publishedAt: addDays(AS_OF, -age),
          observedAt: seen === null ? null : addDays(AS_OF, seen - age),
          views: 100,
        }),
      ),
    }),
  )

  test('every post up to the day is learned from or counted as young, oldest first', () => {
    fc.assert(
      fc.property(account, (any) => {
        const { posts, young, early } = learn(any)
        const upToDay = any.posts.filter(({ publishedAt }) => (publishedAt ?? '') <= AS_OF).length
        expect(posts.length + young).toBe(upToDay)
        expect(early).toBeLessThanOrEqual(posts.length)
        const days = posts.map(({ time }) => time?.day ?? 0)
        expect(days).toEqual(days.toSorted((a, b) => a - b))
      }),
    )
  })

  test('early counts are used where there is little else, and only there', () => {
    fc.assert(
      fc.property(account, (any) => {
        const { posts, early } = learn(any)
        const final = posts.length - early
        if (early > 0) expect(final < 3 || early > 0.2 * posts.length).toBe(true)
      }),
    )
  })
})
