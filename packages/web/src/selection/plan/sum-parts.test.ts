import { expect, test } from 'vitest'
import { sumParts } from './sum-parts.ts'

const creator = (type: string | null, costFen: number) => ({ type, costFen })
const typeOf = ({ type }: { type: string | null }) => type

test('the most expensive part first; what nobody knows is a part of its own', () => {
  expect(sumParts([creator('koc', 100), creator(null, 100), creator('micro', 500), creator('micro', 300)], typeOf)).toEqual([
    { name: 'micro', count: 2, costFen: 800, share: 0.8 },
    { name: 'koc', count: 1, costFen: 100, share: 0.1 },
    { name: null, count: 1, costFen: 100, share: 0.1 },
  ])
})

test('nobody is no part, and what costs nothing has no share', () => {
  expect(sumParts([], typeOf)).toEqual([])
  expect(sumParts([creator('koc', 0)], typeOf)).toEqual([{ name: 'koc', count: 1, costFen: 0, share: 0 }])
})
