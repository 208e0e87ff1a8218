import { expect, test } from 'vitest'
import type { Deliverable, DeliverableState } from '@kolibra/core/content'
import { sortDeliverables, type Acts } from './sort-deliverables.ts'

const make = (state: DeliverableState, index: number): Deliverable => ({
  id: `${state}-${index}`,
  creatorId: 'c',
  creatorName: null,
  platform: 'douyin',
  format: 'video',
  state,
  plannedFor: null,
  publishedUrl: null,
  publishedAt: null,
  revisionRounds: 0,
})
const states: DeliverableState[] = ['published', 'planned', 'contracted', 'draft_in_review', 'approved', 'planned']

test.each<[Acts, DeliverableState[]]>([
  ['contract', ['planned', 'planned', 'published', 'contracted', 'draft_in_review', 'approved']],
  ['draft', ['draft_in_review', 'contracted', 'approved', 'published', 'planned', 'planned']],
  ['publish', ['approved', 'published', 'draft_in_review', 'contracted', 'planned', 'planned']],
])('%s: what can be done here comes first', (acts, order) =>
  expect(sortDeliverables(states.map(make), acts).map(({ state }) => state)).toEqual(order),
)

test('inside a state the given order stays', () =>
  expect(
    sortDeliverables(states.map(make), 'contract')
      .map(({ id }) => id)
      .slice(0, 2),
  ).toEqual(['planned-1', 'planned-5']))
