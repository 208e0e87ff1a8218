import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareReasons, type PlanResult } from './index.ts'

const creator = (id: string, because: string[], becauseZh = because.map((line) => `${line}（中）`)): PlanResult['creators'][number] => ({
  id,
  role: 'micro',
  because,
  becauseZh,
  costFen: 100,
  format: 'post',
  filed: true,
  forecast: null,
})

test('what is said of all three is said once, in both languages; what is said of two stays with them', () => {
  const { shared, creators } = shareReasons([creator('a', ['x', 'own a']), creator('b', ['x', 'y']), creator('c', ['y', 'x'])])
  expect(shared).toEqual([{ en: 'Of each of the 3: x', zh: '3 位均为：x（中）' }])
  expect(creators.map(({ because }) => because)).toEqual([['own a'], ['y'], ['y']])
  expect(creators[1]?.becauseZh).toEqual(['y（中）'])
})

test('of two creators, and of a plan kept without Chinese, nothing is lost', () => {
  expect(shareReasons([creator('a', ['x']), creator('b', ['x'])]).shared).toEqual([])
  const old = ['a', 'b', 'c'].map((id) => ({ ...creator(id, ['x', id]), becauseZh: undefined }))
  expect(shareReasons(old).shared[0]?.zh).toContain('x')
})

test('property: every reason of every creator is told, with it or of all', () => {
  const lines = fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's'))
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 6 }), (all) => {
      const given = all.map((because, at) => creator(String(at), because))
      const { shared, creators } = shareReasons(given)
      const common = shared.map(({ en }) => en.replace(/^Of each of the \d+: /, ''))
      for (const [at, { because }] of creators.entries()) expect([...because, ...common].sort()).toEqual([...(all[at] ?? [])].sort())
    }),
  )
})
