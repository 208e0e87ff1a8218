import { describe, expect, test } from 'vitest'
import { checkOf, INPUT_CHECK } from './cell-checks.ts'
import type { Target } from './source.ts'

const metric = (more: object = {}): Target => ({ to: 'metric', name: 'reads', unit: 'reads', ...more })
const price: Target = { to: 'quote', format: 'image_note', part: 'listFen', filed: true }
const share: Target = { to: 'audienceShare', axis: 'gender', key: 'female' }

// What a cell says and whether reading it would note something.
const CELLS: readonly [target: Target, fine: readonly string[], noted: readonly string[]][] = [
  [metric(), ['1.2万', '10万+', '50-100', '--', '-1', '64.6%'], ['x', '12a']],
  [metric({ signed: true }), ['-1', '-20', '3w'], ['x']],
  [metric({ reads: 'percentText' }), ['64.6%', '0.4', '45', '--', '20%以上'], ['101%', '400', '-1', 'x']],
  [metric({ reads: 'percentText', signed: true }), ['-3%', '400%'], ['x']],
  [metric({ reads: 'shareAndCount' }), ['42.64% | 192745', '--'], ['a | b']],
  [{ to: 'followers' }, ['1.2万', '10万+', '暂无'], ['-3', '64.6%', '1e300', 'x']],
  [price, ['1,234', '0', '--', '3w'], ['50-100', '-3', '10%', 'x']],
  [share, ['64.6%', '0.4', '100'], ['101', '-1', 'x']],
  [{ to: 'audienceText', axis: 'province' }, ['上海|17.4% 北京|15.2%', ''], ['上海']],
  [{ to: 'audienceText', axis: 'gender' }, ['女 82.1% 男 17.9%'], ['女']],
  [{ to: 'observedAt' }, ['2026-11-18', '1763400000', '--'], ['gestern', '2026-13-01']],
  [{ to: 'recentPosts' }, ['', '--'], ['[]', '12']],
  [{ to: 'cooperation' }, ['--'], ['报备图文']],
]

describe.each(CELLS)('cells of %j', (target, fine, noted) => {
  test.each(fine)('%s is fine', (text) => expect(checkOf(target, null)?.glance(text).isFine).toBe(true))
  test.each(noted)('%s is looked at closely', (text) => expect(checkOf(target, null)?.glance(text).isFine).toBe(false))
})

test.each<Target>([{ to: 'identity', field: 'mcn' }, { to: 'categories' }, { to: 'profileUrl' }, { to: 'dropped', why: 'not used' }])(
  'any text is fine for %j',
  (target) => expect(checkOf(target, null)).toBeNull(),
)

test('a price that is one, and a stamp without zone, tell the report something', () => {
  expect(checkOf(price, null)?.glance('3w').tells).toBe(true)
  expect(checkOf(price, null)?.glance('--').tells).toBe(false)
  expect(checkOf({ to: 'observedAt' }, null)?.glance('2026-11-18').tells).toBe(true)
  expect(checkOf({ to: 'observedAt' }, null)?.glance('2026-11-18T10:00:00Z').tells).toBe(false)
})

test('a formula sees a number, and nothing where there is none', () => {
  expect(INPUT_CHECK.glance('1.2万')).toMatchObject({ isFine: true, value: 12_000 })
  expect(INPUT_CHECK.glance('x')).toMatchObject({ isFine: true, value: Number.NaN })
})
