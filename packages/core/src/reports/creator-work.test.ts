import { expect, test } from 'vitest'
import { compareWithForecast } from './creator-work.ts'

const range = { p10: 100, p50: 200, p90: 400 }

test.each([
  [99, 'below'],
  [100, 'within'],
  [400, 'within'],
  [401, 'above'],
  [0, 'below'],
])('%d views of a forecast from 100 to 400: %s', (views, outcome) => expect(compareWithForecast(views, range)).toBe(outcome))

test('what is not known is not compared, and is not 0', () => {
  expect(compareWithForecast(null, range)).toBeNull()
  expect(compareWithForecast(5, null)).toBeNull()
})
