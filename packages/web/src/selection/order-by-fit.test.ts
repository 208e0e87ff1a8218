import type { Assessment } from '@kolibra/core/selection'
import { expect, test } from 'vitest'
import { orderByFit } from './order-by-fit.ts'

const assessed = (creatorId: string, score: number | null): Assessment => ({
  creatorId,
  fit: { version: 'fit-1', source: '[A]', score, completeness: score === null ? 0 : 1, formula: null, parts: [] },
  conflicts: [],
  price: { costFen: null, feeRoomFen: 0, format: null, filed: null, unfiled: 0, because: { en: '', zh: '' } },
})
const rows = ['later', 'unknown', 'good', 'last', 'best'].map((id) => ({ id }))

test('best first, unknown after them, and rows nobody asked about keep their places at the end', () => {
  const items = [assessed('good', 0.7), assessed('best', 0.9), assessed('unknown', null)]
  expect(orderByFit(rows, items).map(({ id }) => id)).toEqual(['best', 'good', 'unknown', 'later', 'last'])
})

test('while nothing is answered the rows stay as they are', () => expect(orderByFit(rows, [])).toEqual(rows))
