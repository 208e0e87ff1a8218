import { describe, expect, test } from 'vitest'
import type { CreatorPage, HeldPost } from '@kolibra/core/selection'
import { listFollowerPoints } from './follower-points.ts'
import { kindOf, listDrawable, postChartOption } from './post-chart-option.ts'

const post = (known: Partial<HeldPost>): HeldPost => ({
  postId: 'p',
  publishedAt: '2026-11-01T00:00:00Z',
  sponsored: null,
  views: 10,
  likes: null,
  comments: null,
  shares: null,
  saves: null,
  observedAt: null,
  title: null,
  url: null,
  format: null,
  interactions: null,
  matched: null,
  ...known,
})
const draw = (posts: HeldPost[]) => postChartOption({ posts, nameOf: (kind) => kind, axis: 'views', format: String, scheme: 'light' })

describe('the chart of posts', () => {
  test('leaves out what has no day or no views, and names only kinds that are there', () => {
    const option = draw([post({ sponsored: true }), post({ views: null, sponsored: false }), post({ publishedAt: null })])
    expect(option.series.map(({ name, data }) => [name, data.length])).toEqual([['sponsored', 1]])
    expect(option.legend.data).toEqual(['sponsored'])
    expect(listDrawable([post({ publishedAt: 'yesterday' })])).toEqual([])
  })

  test('tells kinds apart by form, and puts no views at all on the lowest line of the log scale', () => {
    const option = draw([post({ sponsored: true, views: 0 }), post({ sponsored: false }), post({})])
    expect(new Set(option.series.map(({ symbol }) => symbol)).size).toBe(3)
    expect(option.series.find(({ name }) => name === 'sponsored')?.data).toEqual([['2026-11-01T00:00:00Z', 1]])
    expect(option.yAxis.type).toBe('log')
  })

  test.each([
    [true, 'sponsored'],
    [false, 'everyday'],
    [null, 'unknown'],
  ])('a post whose flag is %s is %s', (sponsored, kind) => expect(kindOf({ sponsored })).toBe(kind))
})

test('followers stand by Shanghai day, oldest first; what has no day of its own is left out', () => {
  const seen = (known: Partial<CreatorPage['history'][number]>) => ({
    source: 's',
    observedAt: null,
    keptAt: null,
    followers: 5,
    audience: null,
    ...known,
  })
  const points = listFollowerPoints([
    seen({ observedAt: '2026-11-20' }),
    seen({ observedAt: '2026-11-17T16:00:00.000Z', followers: 7 }),
    seen({}),
    seen({ observedAt: '2026-11-01', followers: null }),
  ])
  expect(points.map(({ day, followers }) => `${day} ${followers}`)).toEqual(['2026-11-18 7', '2026-11-20 5'])
  // The day of an import is no day of a count.
  expect(listFollowerPoints([seen({ keptAt: '2026-11-17T16:00:00.000Z' })])).toEqual([])
})
