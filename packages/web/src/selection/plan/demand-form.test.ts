import { describe, expect, test } from 'vitest'
import { countDemands, formOfDemands, readDemands, type DemandForm } from './demand-form.ts'

const NOTHING = formOfDemands({})
const type = (known: Partial<DemandForm>): DemandForm => ({ ...NOTHING, ...known })
const minimum = (known: Partial<DemandForm['minimum']>) => ({ ...NOTHING.minimum, ...known })

describe('minimums and a chance as they are typed', () => {
  test.each([
    ['nothing', NOTHING, { minimum: {}, chance: null }, 0],
    ['a minimum as people write it', type({ minimum: minimum({ views: '1.2万' }) }), { minimum: { views: 12_000 }, chance: null }, 1],
    [
      'all of it',
      type({ minimum: minimum({ reach: '5,000', interactions: '3k' }), kpi: 'reach', target: '9000', percent: '80' }),
      { minimum: { reach: 5000, interactions: 3000 }, chance: { kpi: 'reach', target: 9000, atLeast: 0.8 } },
      3,
    ],
  ])('%s', (_, form, demands, count) => {
    expect(readDemands(form)).toEqual(demands)
    expect(countDemands(readDemands(form) ?? {})).toBe(count)
  })

  test.each([
    ['a word', type({ minimum: minimum({ views: 'many' }) })],
    ['nothing as a minimum', type({ minimum: minimum({ views: '0' }) })],
    ['below nothing', type({ minimum: minimum({ views: '-5' }) })],
    ['half a chance', type({ target: '9000' })],
    ['more than certain', type({ target: '9000', percent: '101' })],
    ['a chance of no target', type({ percent: '80' })],
  ])('%s is not asked for', (_, form) => expect(readDemands(form)).toBeNull())

  test('what was demanded reads back as it was', () => {
    const demands = { minimum: { views: 12_000 }, chance: { kpi: 'interactions' as const, target: 500, atLeast: 0.755 } }
    expect(readDemands(formOfDemands(demands))).toEqual(demands)
  })
})
