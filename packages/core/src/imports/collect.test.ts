import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../shared/index.ts'
import { addAccount, addPost, startCollecting } from './collect.ts'
import { newAccount, newMetric, type Account, type Post } from './index.ts'

const metric = (name: string, value: number, observedAt: string | null): Account['metrics'][number] =>
  newMetric({ name, value, unit: 'accounts', source: 'agency.list', column: '粉丝数', observedAt, importId: 'sha256:test' })

// What collecting means, said in the plainest way: everything is compared anew with every row.
function collectPlainly(rows: readonly Account[]): { held: Account | undefined; observations: number } {
  let held: Account | undefined
  let observations = 0
  for (const row of rows) {
    const before = held
    held = before === undefined ? row : mergePlainly(before, row)
    if (before === undefined || canonicalJson(before) !== canonicalJson(held)) observations += 1
  }
  return { held, observations }
}

function mergePlainly(held: Account, row: Account): Account {
  const seen = new Set(held.metrics.map((item) => canonicalJson(item)))
  const metrics = [...held.metrics, ...row.metrics.filter((item) => !seen.has(canonicalJson(item)))]
  const counts = metrics.filter(({ name }) => name === 'followers')
  const lastDay = counts.map(({ observedAt }) => observedAt ?? '').reduce((last, day) => (day > last ? day : last), '')
  const latest = counts.find(({ observedAt }) => (observedAt ?? '') === lastDay)
  return {
    ...held,
    region: held.region ?? row.region,
    mcn: held.mcn ?? row.mcn,
    categories: [...new Set([...held.categories, ...row.categories])],
    metrics,
    followers: latest?.value ?? held.followers ?? row.followers,
  }
}

const days = fc.constantFrom(null, '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z', '2026-11-03T00:00:00Z')
const rowOf = (valueMax: number) =>
  fc.record({
    region: fc.constantFrom(null, '上海', '北京'),
    mcn: fc.constantFrom(null, '机构甲'),
    categories: fc.subarray(['美妆', '护肤']),
    metrics: fc.array(fc.tuple(fc.constantFrom('followers', 'likes'), fc.integer({ min: 0, max: valueMax }), days), { maxLength: 9 }),
  })

test.each([
  ['rows that mostly repeat', { size: 12, valueMax: 2, numRuns: 60 }],
  ['lists long enough to grow in place', { size: 90, valueMax: 100_000, numRuns: 6 }],
])('property: one account in many rows, %s', (_, { size, valueMax, numRuns }) => {
  fc.assert(
    fc.property(fc.array(rowOf(valueMax), { minLength: 1, maxLength: size, size: 'max' }), (plain) => {
      const make = () =>
        plain.map(({ metrics, ...fields }) =>
          newAccount({ platform: 'douyin', accountId: '1', ...fields, metrics: metrics.map((each) => metric(...each)) }),
        )
      const into = startCollecting<Account>()
      for (const account of make()) addAccount(into, account)
      const expected = collectPlainly(make())
      expect([...into.things.values()]).toEqual([expected.held])
      expect(into).toMatchObject({ duplicates: plain.length - 1, observations: expected.observations })
    }),
    { numRuns },
  )
})

test('a post in a thousand rows keeps each observation once', () => {
  const observation = { observedAt: null, likes: 1, comments: null, shares: null, saves: null, danmaku: null, coins: null, flow: null }
  const post = (views: number): Post => ({
    platform: 'douyin',
    postId: '1',
    accountId: null,
    url: null,
    publishedAt: null,
    format: null,
    title: null,
    text: null,
    sponsored: null,
    observations: [{ ...observation, views, source: 'agency.list', importId: 'sha256:test' }],
  })
  const into = startCollecting<Post>()
  for (let row = 0; row < 1000; row += 1) addPost(into, post(row % 700))
  const [held] = into.things.values()
  expect(held?.observations.map(({ views }) => views)).toEqual(Array.from({ length: 700 }, (_, views) => views))
  expect(into).toMatchObject({ duplicates: 999, observations: 700 })
})
