import { SERIES_METRICS, SERIES_NAMES } from '@kolibra/core/campaigns'
import { expect, test } from 'vitest'
import { CHOICES } from '../imports/mapping-choices.ts'

test('the mapping wizard offers every series of the brand, in the unit that baselines are computed in', () => {
  const offered = CHOICES.series.flatMap(({ target }) => (target.to === 'series' ? [[target.metric, target.unit]] : []))
  expect(offered).toEqual(SERIES_NAMES.map((name) => [name, SERIES_METRICS[name].unit]))
})
