import { expect, test } from 'vitest'
import { placeOnScale } from './place-on-scale.ts'

test.each([
  [0, 100, 0],
  [25, 100, 50],
  [100, 100, 100],
  [400, 100, 100],
  [-3, 100, 0],
  [5, 0, 0],
])('%d of %d stands at %d per cent', (value, top, place) => expect(placeOnScale(value, top)).toBe(place))
