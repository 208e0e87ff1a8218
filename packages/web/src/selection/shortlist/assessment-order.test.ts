import { orderOfFit, type Assessment } from '@kolibra/core/selection'
import { expect, test } from 'vitest'
import { orderAssessments } from './assessment-order.ts'

const item = (creatorId: string, score: number | null, completeness: number, severity?: 'block' | 'warn'): Assessment => ({
  creatorId,
  fit: { version: 'fit-1', source: '[A]', score, completeness, formula: null, parts: [] },
  conflicts:
    severity === undefined
      ? []
      : [
          {
            code: 'choice.away',
            severity,
            subject: { kind: 'creator', id: creatorId },
            because: { en: '', zh: '' },
            fix: { en: '', zh: '' },
            waivable: true,
          },
        ],
  price: { costFen: null, feeRoomFen: 0, format: null, filed: null, unfiled: 0, because: { en: '', zh: '' } },
})

test('best first, by the order of core; who is ruled out stands last, a warning rules nobody out', () => {
  const free = [item('a', 0.6, 0.9), item('b', 1, 0.1), item('c', null, 0), item('d', 0.9, 0.8, 'warn')]
  const listed = orderAssessments([item('x', 1, 1, 'block'), ...free]).map(({ creatorId }) => creatorId)
  expect(listed).toEqual(['d', 'a', 'b', 'c', 'x'])
  expect(listed.slice(0, 4)).toEqual(free.toSorted((a, b) => orderOfFit(b.fit) - orderOfFit(a.fit)).map(({ creatorId }) => creatorId))
})
