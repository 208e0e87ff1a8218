import { expect, test } from 'vitest'
import { makeCampaign, makeKpi } from '../../campaigns/test/campaign-fixture.ts'
import { newQuote } from '../../creators/index.ts'
import { AS_OF, makePool } from '../../planning/test/make-account.ts'
import { chosenPlanSchema, planCampaign } from '../../selection/index.ts'
import { forecastPublished } from './forecast-published.ts'

const quote = newQuote({ format: 'note_video', source: 'typed', listFen: 1_000_000, filed: true })
const accounts = makePool(6).map((account) => ({
  ...account,
  creatorType: { value: 'micro' as const, basis: 'entered by a person' },
  quotes: [quote],
}))
const campaign = makeCampaign({
  platforms: ['douyin'],
  budgetFen: 6_600_000,
  mix: [],
  goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi({ name: 'views', target: 1 })] },
})
const frozen = chosenPlanSchema.parse(planCampaign({ campaign, accounts, asOf: AS_OF, clock: () => 0 }))
const ids = frozen.creators.map(({ id }) => id)
const viewsOf = (creatorIds: readonly string[]) => forecastPublished(frozen, creatorIds, campaign).kpis.find(({ name }) => name === 'views')

test('of one post published of many its own forecast counts, not the sum of the plan', () => {
  const [lone = ''] = ids
  const own = frozen.creators[0]?.forecast?.p50 ?? 0
  expect(ids.length).toBeGreaterThan(4)
  expect((viewsOf([lone])?.p50 ?? 0) / own).toBeCloseTo(1, 1)
  expect(viewsOf([lone])?.p90).toBeLessThan(viewsOf(ids)?.p10 ?? 0)
})

test('whoever published said yes: the range is that of a certain post', () => {
  const planned = frozen.kpis.find(({ name }) => name === 'views')
  expect(viewsOf(ids)?.p50).toBeGreaterThan(planned?.p50 ?? Infinity)
})

test('reach is told too, from what was frozen', () => {
  expect(forecastPublished(frozen, ids, campaign).kpis.map(({ name }) => name)).toEqual(['views', 'interactions', 'reach'])
})

test('somebody the frozen plan did not know stays out, and the others are forecast as without them', () => {
  const [first = '', second = ''] = ids
  const mixed = forecastPublished(frozen, ['stranger', first, second, 'another'], campaign)
  expect(mixed).toEqual(forecastPublished(frozen, [first, second], campaign))
  expect(mixed.known).toEqual([first, second])
  expect(mixed.kpis.length).toBeGreaterThan(0)
})

test('so does a creator whom the plan held without a forecast', () => {
  const [first = '', second = ''] = ids
  const half = { ...frozen, creators: frozen.creators.map((one) => (one.id === first ? { ...one, forecast: null } : one)) }
  const told = forecastPublished(half, [first, second], campaign)
  expect(told.known).toEqual([second])
  expect(told.kpis).toEqual(forecastPublished(frozen, [second], campaign).kpis)
})

test('nothing is said of no post, nor where nobody who published was known', () => {
  expect(forecastPublished(frozen, [], campaign)).toEqual({ kpis: [], known: [] })
  expect(forecastPublished(frozen, ['stranger'], campaign)).toEqual({ kpis: [], known: [] })
})
